"""Typed names of what the wallet addresses put into the application they are mounted into."""

from aiohttp import web

from nft_badges.port import Chain
from nft_badges.settings import ChainReadSettings
from nft_badges.wallet.door import Door
from world_server.store.database import Database

SETTINGS = web.AppKey("wallet-settings", ChainReadSettings)
DATABASE = web.AppKey("wallet-database", Database)
CHAIN: web.AppKey[Chain] = web.AppKey("wallet-chain")
DOOR: web.AppKey[Door] = web.AppKey("wallet-door")
