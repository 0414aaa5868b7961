"""Typed names of what the proof pages put into the application that they are mounted into."""

from aiohttp import web
from jinja2 import Environment

from nft_badges.port import Chain
from nft_badges.proof.follower import Follower
from nft_badges.proof.lookups import Lookups
from nft_badges.settings import ChainReadSettings
from world_server.store.database import Database

SETTINGS = web.AppKey("proof-settings", ChainReadSettings)
DATABASE = web.AppKey("proof-database", Database)
CHAIN: web.AppKey[Chain] = web.AppKey("proof-chain")
FOLLOWER = web.AppKey("proof-follower", Follower)
LOOKUPS = web.AppKey("proof-lookups", Lookups)
TEMPLATES = web.AppKey("proof-templates", Environment)
