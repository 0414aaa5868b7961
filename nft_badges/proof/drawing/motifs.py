"""Which sight of Kashima a badge shows."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from nft_badges.metadata import Facts
from nft_badges.proof.drawing.castle import cherries, gate, mask
from nft_badges.proof.drawing.hama import drinking, kura, station, thatch
from nft_badges.proof.drawing.paint import GOLD, Motif
from nft_badges.proof.drawing.seasons import Season
from nft_badges.proof.drawing.shore import nori, sledge, tide
from nft_badges.proof.drawing.shrine import azaleas, fox, stage, torii, tunnel
from world_server.store.tables.award import BadgeKind


def islands(season: Season) -> str:
    """The four islands of the town in one picture, one sight of each."""
    quarters = "".join(
        f'<g clip-path="url(#q{number})"><g transform="translate({x} {y}) scale(.48)">'
        f"{sight(season)}</g></g>"
        for number, x, y, sight in (
            (1, 34, 26, torii),
            (2, 232, 26, kura),
            (3, 34, 177, gate),
            (4, 232, 177, tide),
        )
    )
    clips = "".join(
        f'<clipPath id="q{number}"><path d="M{x} {y}H{x + 256}V{y + 154}H{x}Z"/></clipPath>'
        for number, x, y in ((1, 0, 34), (2, 256, 34), (3, 0, 188), (4, 256, 188))
    )
    return (
        f"{clips}{quarters}"
        f'<path d="M256 30V342M20 188H492" stroke="{GOLD}" stroke-width="6"/>'
        f'<path d="M256 160L266 178 284 188 266 198 256 216 246 198 228 188 246 178Z" '
        f'fill="{GOLD}"/>'
    )


MOTIFS: Mapping[str, Motif] = MappingProxyType(
    {
        "azaleas": azaleas,
        "cherries": cherries,
        "drinking": drinking,
        "fox": fox,
        "gate": gate,
        "islands": islands,
        "kura": kura,
        "mask": mask,
        "nori": nori,
        "sledge": sledge,
        "stage": stage,
        "station": station,
        "thatch": thatch,
        "tide": tide,
        "torii": torii,
        "tunnel": tunnel,
    }
)
"""Every sight there is, by name."""

BY_PLACE: Mapping[str, Motif] = MappingProxyType(
    {
        "shrine": torii,
        "torii": torii,
        "romon": torii,
        "monzen": fox,
        "kaguraden": fox,
        "iwasaki": fox,
        "honden": stage,
        "torii-path": tunnel,
        "okunoin": tunnel,
        "higashiyama": azaleas,
        "hama": kura,
        "sakagura-dori": kura,
        "tsugiba": drinking,
        "post-office": drinking,
        "hama-station": station,
        "norita": thatch,
        "thatch": thatch,
        "castle": gate,
        "akamon": gate,
        "cherry-road": cherries,
        "asahigaoka": cherries,
        "garyugaoka": cherries,
        "shore": nori,
        "mudflat": tide,
        "michinoeki": sledge,
    }
)

BY_RALLY: Mapping[str, Motif] = MappingProxyType(
    {"four-islands": islands, "hama": kura, "okunoin": tunnel, "flowers": azaleas}
)

BY_MONTH: tuple[Motif, ...] = (
    fox,
    nori,
    drinking,
    cherries,
    azaleas,
    sledge,
    tide,
    station,
    mask,
    thatch,
    tunnel,
    stage,
)
"""The sight of each month of the town's year, January first."""


def motif_of(facts: Facts) -> Motif:
    """The sight of a badge's place; what stands for no one place shows the town or its month."""
    if facts.place in BY_PLACE:
        return BY_PLACE[facts.place]
    if facts.kind is BadgeKind.RALLY:
        return BY_RALLY.get((facts.key or ":").split(":")[1], islands)
    if facts.kind is BadgeKind.HOST:
        return mask
    return _of_month(facts.occurred_on)


def _of_month(day: date) -> Motif:
    return BY_MONTH[day.month - 1]
