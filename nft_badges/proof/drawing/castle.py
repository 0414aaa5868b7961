"""Sights of the castle town and its parks."""

from nft_badges.proof.drawing.paint import (
    GOLD,
    GOLD_LIT,
    INK,
    PLASTER,
    TILE,
    TILE_DARK,
    TILE_LIT,
    VERMILION,
    VERMILION_LIT,
    VERMILION_SHADE,
    WOOD_DARK,
    WOOD_LIT,
    hills,
    lines,
    mirrored,
)
from nft_badges.proof.drawing.seasons import Season


def gate(season: Season) -> str:
    """The red gate of the castle behind a branch of cherry, as it is in the season."""
    blossom = (
        "".join(
            f'<ellipse cx="0" cy="-10" rx="7" ry="10" transform="rotate({turn})"/>'
            for turn in range(0, 360, 72)
        )
        + f'<circle r="4" fill="{season.bloom[2]}"/>'
    )
    spots = ((92, 128), (124, 112), (112, 152), (148, 132), (82, 168), (176, 116), (134, 174))
    flowers = "".join(f'<g transform="translate({x} {y})">{blossom}</g>' for x, y in spots)
    return (
        f'<path d="M20 340C90 226 160 218 230 240 320 206 430 240 492 340Z" fill="{season.far}"/>'
        f'<path d="M20 340C60 282 110 280 130 296H382C420 276 460 292 492 340Z" '
        f'fill="{season.near}"/>'
        f'<path d="M20 344Q256 320 492 344Z" fill="{season.ground}"/>'
        f'<path d="M44 268H150V342H44ZM362 268H468V342H362Z" fill="{PLASTER}"/>'
        f'<path d="M34 256H156V272H34ZM356 256H478V272H356Z" fill="{TILE}"/>'
        f'<path d="M44 316H150V342H44ZM362 316H468V342H362Z" fill="#8d867b"/>'
        f'<path d="M208 226H304V342H208Z" fill="{season.sky_low}"/>'
        f'<path d="M208 282Q256 262 304 282V342H208Z" fill="{season.near}"/>'
        f'<path d="M214 342L242 280H270L298 342Z" fill="{season.path}"/>'
        f'<path d="M140 206H166V342H140ZM346 206H372V342H346ZM196 222H216V342H196Z'
        f'M296 222H316V342H296Z" fill="{VERMILION}"/>'
        f'<path d="M140 206H149V342H140ZM346 206H355V342H346ZM196 222H202V342H196Z'
        f'M296 222H302V342H296Z" fill="{VERMILION_LIT}"/>'
        f'<path d="M166 236H196V342H166ZM316 236H346V342H316Z" fill="{VERMILION_SHADE}"/>'
        f'<path d="M166 270H196M166 306H196M316 270H346M316 306H346" stroke="{INK}" '
        'stroke-width="4"/>'
        f'<path d="M120 206H392V232H120Z" fill="{VERMILION}"/>'
        f'<path d="M120 225H392V232H120Z" fill="{VERMILION_SHADE}"/>'
        f'<path d="M150 186H362V208H150Z" fill="{PLASTER}"/>'
        f'<path d="M178 186V208M217 186V208M256 186V208M295 186V208M334 186V208" '
        f'stroke="{VERMILION}" stroke-width="8"/>'
        f'<path d="M84 180Q138 164 164 118H348Q374 164 428 180L416 196Q256 174 96 196Z" '
        f'fill="{TILE}"/>'
        f'<path d="M134 164Q156 146 170 118H342Q356 146 378 164Q256 150 134 164Z" '
        f'fill="{TILE_LIT}"/>'
        f'<path d="M150 102H362L352 122H160Z" fill="{TILE_DARK}"/>'
        f'<path d="M150 102C138 100 136 88 144 80 148 92 158 94 166 102ZM362 102C374 100 376 88 '
        f'368 80 364 92 354 94 346 102Z" fill="{TILE_DARK}"/>'
        f'<path d="M30 190C80 170 120 140 190 108M96 160C104 140 100 130 92 122M128 142C140 '
        f'160 136 168 132 176" fill="none" stroke="{WOOD_DARK}" stroke-width="8" '
        'stroke-linecap="round"/>'
        f'<g fill="{season.bloom[0]}" stroke="{season.bloom[2]}" stroke-width="1.500">{flowers}</g>'
    )


def cherries(season: Season) -> str:
    """Old cherries meeting above the cranked road, paper lanterns strung between them."""
    crown = "".join(
        f'<circle cx="{x}" cy="{y}" r="{size}" fill="{season.bloom[tone]}"/>'
        for x, y, size, tone in (
            (60, 150, 62, 2), (110, 84, 62, 2), (190, 62, 54, 2), (256, 56, 48, 2),
            (40, 214, 44, 1), (88, 168, 56, 1), (136, 112, 58, 1), (208, 92, 46, 1),
            (72, 128, 38, 0), (126, 78, 36, 0), (160, 142, 30, 0), (100, 204, 30, 0),
            (226, 66, 30, 0),
        )
    )  # fmt: skip
    dots = "".join(
        f'<circle cx="{x}" cy="{y}" r="6"/>'
        for x, y in (
            (70, 100), (104, 132), (140, 60), (152, 110), (190, 84), (84, 190), (56, 168),
            (122, 170), (226, 100),
        )
    )  # fmt: skip
    side = (
        f'<path d="M92 342C112 300 100 250 112 214 118 186 140 172 158 150L170 160C152 184 144 '
        f'206 140 236 134 280 146 314 160 342Z" fill="{WOOD_DARK}"/>'
        f'<path d="M112 230C98 214 86 204 66 198L70 188C94 194 112 202 122 216Z" '
        f'fill="{WOOD_DARK}"/>{crown}<g fill="{season.bloom[3]}">{dots}</g>'
    )
    lanterns = "".join(
        f'<path d="M{x - size * 0.3:.0f} {y - size * 0.62:.0f}h{size * 0.6:.0f}v{size * 1.24:.0f}'
        f'h-{size * 0.6:.0f}Z" fill="{INK}"/>'
        f'<ellipse cx="{x}" cy="{y}" rx="{size * 0.5:.0f}" ry="{size * 0.5:.0f}" '
        f'fill="{VERMILION_LIT}"/><ellipse cx="{x}" cy="{y}" rx="{size * 0.2:.0f}" '
        f'ry="{size * 0.5:.0f}" fill="#ffd9a0"/>'
        for x, y, size in ((186, 182, 40), (256, 192, 34), (326, 182, 40))
    )
    return (
        hills(season) + f'<path d="M20 344Q256 268 492 344Z" fill="{season.ground}"/>'
        f'<path d="M232 292H280L372 342H140Z" fill="{season.path}"/>'
        + mirrored(side)
        + lines(["M146 152Q256 188 366 152"], colour=INK, width=4)
        + lanterns
    )


def mask(season: Season) -> str:
    """A mask of the drum dance in its mane of hair, drum and sticks below."""
    strands = (
        f"M{256 + way * at} {74 + at // 3}C{256 + way * (at + 60)} 110 "
        f"{256 + way * (at + 92)} 200 {256 + way * (at + 94)} 340"
        for way in (-1, 1)
        for at in (12, 32, 52, 74)
    )
    half = (
        f'<path d="M196 116C168 104 148 76 152 34 178 50 206 74 232 100Z" fill="{GOLD}"/>'
        f'<path d="M196 116C176 104 158 80 152 34 168 70 186 88 214 104Z" fill="{GOLD_LIT}"/>'
        f'<path d="M180 158C196 130 234 138 252 166 230 158 206 160 186 174Z" fill="{INK}"/>'
        f'<path d="M186 190Q212 164 244 192 214 212 186 190Z" fill="{GOLD_LIT}"/>'
        f'<circle cx="217" cy="189" r="10" fill="{INK}"/>'
        '<path d="M184 214Q206 226 222 214M186 230Q202 242 214 236" fill="none" '
        'stroke="#5d140c" stroke-width="6" stroke-linecap="round"/>'
    )
    return (
        hills(season)
        + '<path d="M256 62C150 62 96 146 82 344H430C416 146 362 62 256 62Z" fill="#f4efe4"/>'
        + lines(strands, colour="#cfc3ad", width=5)
        + '<path d="M256 88C196 88 168 130 168 190 168 242 198 292 256 308 314 292 344 242 344 190 '
        '344 130 316 88 256 88Z" fill="#8f2416"/>'
        '<path d="M256 88C316 88 344 130 344 190 344 242 314 292 256 308 300 280 318 240 318 190 '
        '318 140 296 100 256 88Z" fill="#741a10"/>'
        + mirrored(half)
        + '<path d="M256 172C246 196 240 208 226 220 232 238 280 238 286 220 272 208 266 196 256 '
        '172Z" fill="#b23a26"/>'
        f'<path d="M240 226Q246 218 252 226M260 226Q266 218 272 226" fill="none" stroke="{INK}" '
        'stroke-width="4"/>'
        '<path d="M200 250Q256 230 312 250 308 284 256 288 204 284 200 250Z" fill="#3a0c07"/>'
        f'<path d="M210 252Q256 238 302 252L300 262Q256 250 212 262Z" fill="{PLASTER}"/>'
        f'<path d="M214 260L222 284 232 257ZM298 260L290 284 280 257Z" fill="{GOLD_LIT}"/>'
        f'<circle cx="256" cy="122" r="12" fill="{GOLD_LIT}"/>'
        f'<path d="M186 314Q256 296 326 314V344H186Z" fill="{VERMILION}"/>'
        f'<ellipse cx="256" cy="314" rx="70" ry="14" fill="{PLASTER}" stroke="{WOOD_DARK}" '
        'stroke-width="5"/>'
        + lines(["M120 342L214 306M392 342L298 306"], colour=WOOD_LIT, width=12)
        + f'<circle cx="214" cy="306" r="9" fill="{PLASTER}"/>'
        f'<circle cx="298" cy="306" r="9" fill="{PLASTER}"/>'
    )
