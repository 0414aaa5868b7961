"""Sights of Yutoku Inari and its hill."""

from nft_badges.proof.drawing.paint import (
    GOLD,
    GOLD_LIT,
    INK,
    PLASTER,
    PLASTER_SHADE,
    TILE,
    TILE_DARK,
    TILE_LIT,
    VERMILION,
    VERMILION_LIT,
    VERMILION_SHADE,
    WOOD,
    WOOD_DARK,
    WOOD_LIT,
    hills,
    lines,
)
from nft_badges.proof.drawing.seasons import Season


def torii(season: Season) -> str:
    """The great torii before the shrine's hill, two stone foxes at its feet."""
    fox = (
        '<path d="M0 0C-15 0-18-13-12-24-9-31-8-36-9-44L-12-60-4-53 4-53 12-60 9-44'
        'C10-36 13-28 14-16 24-18 26-32 21-42 33-36 33-12 18-3 14 0 8 0 0 0Z"/>'
    )
    return (
        f'<path d="M34 340C90 214 150 176 256 172S426 214 478 340Z" fill="{season.far}"/>'
        f'<path d="M34 340C76 262 132 236 196 250 236 214 298 220 330 246 392 232 446 274 478 340Z"'
        f' fill="{season.near}"/>'
        f'<path d="M20 340Q256 286 492 340Z" fill="{season.ground}"/>'
        f'<path d="M236 268H276L330 340H182Z" fill="{season.path}"/>'
        f'<path d="M229 280H283M220 293H292M210 307H302M199 322H313" stroke="{season.rim}" '
        'stroke-opacity=".35" stroke-width="4"/>'
        f'<path d="M150 152H180L172 342H136Z" fill="{VERMILION}"/>'
        f'<path d="M150 152H159L148 342H136Z" fill="{VERMILION_LIT}"/>'
        f'<path d="M332 152H362L376 342H340Z" fill="{VERMILION}"/>'
        f'<path d="M332 152H341L352 342H340Z" fill="{VERMILION_LIT}"/>'
        f'<path d="M137 316H174L172 342H134ZM338 316H375L378 342H340Z" fill="{INK}"/>'
        f'<path d="M112 186H400V212H112Z" fill="{VERMILION}"/>'
        f'<path d="M112 204H400V212H112Z" fill="{VERMILION_SHADE}"/>'
        f'<path d="M240 150H272V188H240Z" fill="{VERMILION_SHADE}"/>'
        f'<path d="M246 152H266V184H246Z" fill="#f6dfa4"/>'
        f'<path d="M92 128Q256 158 420 128L414 152Q256 178 98 152Z" fill="{VERMILION}"/>'
        f'<path d="M98 146Q256 172 414 146L414 152Q256 178 98 152Z" fill="{VERMILION_SHADE}"/>'
        f'<path d="M78 104Q256 144 434 104L424 130Q256 162 88 130Z" fill="{INK}"/>'
        '<path d="M81 108Q256 148 431 108" fill="none" stroke="#6a5a50" stroke-width="4"/>'
        f'<g fill="#f4f1ea" stroke="#8d867b" stroke-width="3" stroke-linejoin="round">'
        f'<g transform="translate(100 342)">{fox}</g>'
        f'<g transform="translate(412 342) scale(-1 1)">{fox}</g></g>'
        f'<path d="M93 299H107L100 306ZM405 299H419L412 306Z" fill="{VERMILION}"/>'
    )


def stage(season: Season) -> str:
    """The main hall on its tall vermilion stage against the hill."""
    posts = "".join(
        f'<path d="M{x} 232H{x + 15}V342H{x}Z" fill="{VERMILION}"/>'
        f'<path d="M{x} 232H{x + 5}V342H{x}Z" fill="{VERMILION_LIT}"/>'
        for x in (116, 169, 222, 275, 328, 381)
    )
    rails = "".join(
        f'<path d="M{x} 190V214" stroke="{VERMILION_SHADE}" stroke-width="6"/>'
        for x in range(104, 420, 34)
    )
    return (
        f'<path d="M30 342C60 190 128 108 250 96 372 100 448 190 482 342Z" fill="{season.far}"/>'
        f'<path d="M30 342C50 250 96 204 132 214 150 168 220 158 256 176 300 150 366 172 382 212 '
        f'424 208 462 258 482 342Z" fill="{season.near}"/>'
        f'<path d="M108 226H404V342H108Z" fill="{WOOD_DARK}" fill-opacity=".78"/>'
        f'<path d="M122 262L175 322M175 262L122 322M228 262L281 322M281 262L228 322'
        f'M334 262L387 322M387 262L334 322" stroke="{VERMILION_SHADE}" stroke-width="8"/>'
        + posts
        + f'<path d="M104 258H408V271H104ZM104 308H408V321H104Z" fill="{VERMILION}"/>'
        f'<path d="M104 267H408V271H104ZM104 317H408V321H104Z" fill="{VERMILION_SHADE}"/>'
        f'<path d="M84 214H428V236H84Z" fill="{VERMILION}"/>'
        f'<path d="M84 229H428V236H84Z" fill="{VERMILION_SHADE}"/>'
        f'<path d="M150 150H362V216H150Z" fill="{PLASTER}"/>'
        f'<path d="M150 150H362V160H150Z" fill="{PLASTER_SHADE}"/>'
        f'<path d="M150 150H164V214H150ZM198 150H212V214H198ZM300 150H314V214H300Z'
        f'M348 150H362V214H348Z" fill="{VERMILION}"/>'
        f'<path d="M220 160H292V214H220Z" fill="{WOOD_DARK}"/>'
        '<path d="M226 166H252V214H226ZM260 166H286V214H260Z" fill="#f3cf7a"/>'
        + rails
        + f'<path d="M88 186H424V195H88Z" fill="{VERMILION}"/>'
        f'<path d="M96 162Q150 148 176 108H336Q362 148 416 162L408 174Q256 152 104 174Z" '
        f'fill="{TILE}"/>'
        f'<path d="M150 146Q168 132 182 108H330Q344 132 362 146Q256 130 150 146Z" '
        f'fill="{TILE_LIT}"/>'
        f'<path d="M214 148Q256 96 298 148L308 160Q256 122 204 160Z" fill="{TILE_DARK}"/>'
        f'<path d="M224 152Q256 120 288 152Z" fill="#f3cf7a"/>'
        f'<path d="M162 96H350L342 112H170Z" fill="{TILE_DARK}"/>'
        f'<path d="M162 96L150 84 172 92ZM350 96L362 84 340 92Z" fill="{TILE_DARK}"/>'
    )


def fox(season: Season) -> str:
    """A white fox of the shrine with its bib and bell, an ear of rice on either side."""
    ear = '<ellipse rx="6" ry="12"/>'
    grains = "".join(
        f'<g transform="translate({x} {y}) rotate({turn})">{ear}</g>'
        for x, y, turn in (
            (150, 142, 24),
            (134, 150, -30),
            (136, 172, 20),
            (120, 178, -34),
            (126, 200, 16),
            (110, 206, -38),
            (120, 228, 14),
            (105, 236, -40),
        )
    )
    rice = (
        lines(["M118 342C106 282 122 206 152 132"], colour=GOLD, width=6)
        + f'<g fill="{GOLD_LIT}" stroke="{GOLD}" stroke-width="2.5">{grains}</g>'
    )
    return (
        hills(season)
        + f'<path d="M20 344Q256 304 492 344Z" fill="{season.ground}"/>'
        + rice
        + '<path d="M318 340C410 334 440 256 398 194 388 172 398 142 416 122 366 138 340 176 350 '
        '220 358 262 334 284 304 300Z" fill="#fdfbf6" stroke="#b9b0a4" stroke-width="4" '
        'stroke-linejoin="round"/>'
        f'<path d="M398 194C388 172 398 142 416 122 386 132 364 150 354 176 372 172 388 178 398 '
        f'194Z" fill="{GOLD_LIT}"/>'
        '<path d="M214 206C186 250 170 296 174 344H338C342 296 326 250 298 206Z" fill="#fdfbf6" '
        'stroke="#b9b0a4" stroke-width="4"/>'
        '<path d="M320 250C336 284 340 314 338 344H310C322 316 326 282 320 250Z" fill="#e6dfd4"/>'
        '<path d="M236 344V290M276 344V290" stroke="#b9b0a4" stroke-width="4" '
        'stroke-linecap="round"/>'
        '<path d="M256 240C228 240 208 214 202 190 190 168 178 138 180 72 208 88 226 108 236 126 '
        "248 122 264 122 276 126 286 108 304 88 332 72 334 138 322 168 310 190 304 214 284 240 "
        '256 240Z" fill="#fdfbf6" stroke="#b9b0a4" stroke-width="4" stroke-linejoin="round"/>'
        f'<path d="M190 92C206 104 216 118 222 132 208 142 200 150 197 160 191 140 189 118 190 '
        f'92ZM322 92C306 104 296 118 290 132 304 142 312 150 315 160 321 140 323 118 322 92Z" '
        f'fill="{VERMILION}"/>'
        f'<path d="M256 134C263 146 264 156 256 168 248 156 249 146 256 134Z" fill="{VERMILION}"/>'
        f'<path d="M210 176Q224 166 240 184 222 188 210 176ZM302 176Q288 166 272 184 290 188 302 '
        f'176Z" fill="{INK}"/>'
        f'<path d="M208 190Q220 198 234 194M304 190Q292 198 278 194" fill="none" '
        f'stroke="{VERMILION}" stroke-width="5" stroke-linecap="round"/>'
        f'<path d="M246 220H266L256 231Z" fill="{INK}"/>'
        f'<path d="M208 238Q256 268 304 238L316 286Q256 322 196 286Z" fill="{VERMILION}"/>'
        f'<path d="M196 286Q256 322 316 286L313 275Q256 309 199 275Z" fill="{VERMILION_SHADE}"/>'
        f'<circle cx="256" cy="262" r="15" fill="{GOLD_LIT}" stroke="{GOLD}" stroke-width="4"/>'
        f'<path d="M256 262V275" stroke="{INK}" stroke-width="4"/>'
    )


def tunnel(season: Season) -> str:
    """The path to the upper shrine through one torii after the other."""
    near_last = "".join(
        f'<g transform="translate(256 {y}) scale({size})">{_torii_of(tone, edge)}</g>'
        for y, size, tone, edge in (
            (222, 0.26, "#b3452c", "#8a2e1a"),
            (228, 0.40, "#bd4329", "#902c18"),
            (236, 0.60, "#c8402a", "#972a16"),
            (248, 0.86, VERMILION, VERMILION_SHADE),
            (266, 1.22, VERMILION_LIT, VERMILION),
        )
    )
    steps = (f"M{256 - half} {y}H{256 + half}" for y, half in STEPS)
    return (
        f'<path d="M20 30H492V342H20Z" fill="{season.near}"/>'
        f'<path d="M20 30H492V150C400 120 340 150 300 204H212C172 150 112 120 20 150Z" '
        f'fill="{season.far}"/>'
        f'<circle cx="256" cy="214" r="60" fill="{season.sky_low}"/>'
        f'<path d="M20 342C100 300 190 262 226 236H286C322 262 412 300 492 342Z" '
        f'fill="{season.ground}"/>'
        f'<path d="M244 232H268L352 342H160Z" fill="{season.path}"/>'
        + lines(steps, colour="#8d867b", width=4)
        + near_last
    )


STEPS = ((244, 16), (254, 24), (266, 32), (280, 42), (296, 54), (314, 68), (332, 80))


def _torii_of(tone: str, edge: str) -> str:
    leg = f'<path d="M-152-130H-122L-118 122H-156Z" fill="{tone}"/>'
    foot = f'<path d="M-157 84H-117L-116 122H-160Z" fill="{INK}"/>'
    legs = leg + foot
    return (
        f'{legs}<g transform="scale(-1 1)">{legs}</g>'
        f'<path d="M-176-96H176V-72H-176Z" fill="{tone}"/>'
        f'<path d="M-176-80H176V-72H-176Z" fill="{edge}"/>'
        f'<path d="M-14-128H14V-94H-14Z" fill="{edge}"/>'
        f'<path d="M-190-148Q0-122 190-148L185-124Q0-102-185-124Z" fill="{tone}"/>'
        f'<path d="M-200-166Q0-136 200-166L192-144Q0-118-192-144Z" fill="{INK}"/>'
    )


def azaleas(season: Season) -> str:
    """Azaleas in rows up the hill of Higashiyama, a rest house on the top."""
    is_spring = season.name == "spring"
    bloom = ("#e8699a", "#d84c84", "#bb346c", "#ffd9e6") if is_spring else season.bloom
    rows = "".join(
        "".join(
            f'<ellipse cx="{x}" cy="{y + bow * (x - 256) ** 2 / 9000:.0f}" rx="{size}" '
            f'ry="{size * 0.8:.0f}"/>'
            for x in range(256 - wide, 257 + wide, step)
        ).join((f'<g fill="{tone}">', "</g>"))
        for y, size, wide, step, bow, tone in (
            (190, 26, 90, 45, 3.2, bloom[2]),
            (216, 32, 150, 50, 2.4, bloom[1]),
            (250, 40, 210, 60, 1.4, bloom[0]),
            (292, 48, 228, 76, 0.7, bloom[1]),
            (334, 54, 240, 80, 0.2, bloom[0]),
        )
    )
    dots = "".join(
        f'<circle cx="{x}" cy="{y}" r="5"/>'
        for x, y in (
            (120, 262), (150, 248), (236, 236), (264, 254), (352, 246), (384, 262), (96, 308),
            (184, 286), (196, 306), (330, 296), (412, 302), (256, 322), (152, 330), (356, 326),
        )
    )  # fmt: skip
    return (
        f'<path d="M20 340C90 210 170 168 256 164 342 168 422 210 492 340Z" fill="{season.near}"/>'
        f'<path d="M212 116H222V176H212ZM290 116H300V176H290ZM250 116H260V170H250Z" fill="{WOOD}"/>'
        f'<path d="M206 148H306V158H206Z" fill="{WOOD_LIT}"/>'
        f'<path d="M176 118Q226 104 246 66H266Q286 104 336 118L328 128Q256 112 184 128Z" '
        f'fill="{TILE}"/>'
        f'<path d="M206 112Q234 98 248 70H264Q278 98 306 112Q256 100 206 112Z" fill="{TILE_LIT}"/>'
        f'<path d="M244 58H268V72H244Z" fill="{TILE_DARK}"/>'
        + rows
        + f'<g fill="{bloom[3]}">{dots}</g>'
        f'<path d="M238 342C252 300 236 270 250 236 254 216 252 196 254 180H262C260 200 266 222 '
        f'264 240 258 276 282 304 288 342Z" fill="{season.path}"/>'
    )
