"""Sights of the Ariake Sea."""

from nft_badges.proof.drawing.paint import (
    INDIGO,
    INDIGO_LIT,
    INK,
    PLASTER,
    SKIN,
    THATCH_LIT,
    THATCH_SHADE,
    VERMILION,
    WOOD,
    WOOD_DARK,
    WOOD_LIT,
    lines,
)
from nft_badges.proof.drawing.seasons import Season


def tide(season: Season) -> str:
    """The mud flat of the Ariake Sea at low tide: creeks, waders, and a leaping mudskipper."""
    bird = "M0 0Q12-16 26-4Q40-16 52 0Q38-6 26 6Q14-6 0 0Z"
    return (
        '<circle cx="256" cy="176" r="66" fill="#fff4cf" fill-opacity=".95"/>'
        '<path d="M34 186C92 160 140 172 178 180 230 168 300 164 350 178 400 158 440 170 478 186'
        f'V210H34Z" fill="{season.far}"/>'
        '<path d="M20 196H492V342H20Z" fill="#6f8fa8"/>'
        '<path d="M20 196H492V216H20Z" fill="#9db8c9"/>'
        '<path d="M196 196H316L302 216H210Z" fill="#fff4cf" fill-opacity=".9"/>'
        '<path d="M20 226C120 214 180 234 256 226 340 216 420 232 492 222V342H20Z" fill="#9a8672"/>'
        '<path d="M20 262C110 246 170 268 250 258 340 246 420 268 492 252V342H20Z" fill="#857060"/>'
        '<path d="M20 304C110 292 190 310 270 300 360 290 430 308 492 296V342H20Z" fill="#6d5a4d"/>'
        '<path d="M338 222C320 232 362 242 336 256 300 270 390 284 346 302 318 314 346 330 326 342'
        'H396C404 322 366 318 388 300 430 276 344 272 370 256 392 244 346 236 358 222Z" '
        'fill="#bcd0dc"/>'
        '<path d="M132 234C112 244 140 252 108 262 84 270 92 282 66 290" fill="none" '
        'stroke="#bcd0dc" stroke-width="7" stroke-linecap="round"/>'
        f'<g fill="{INK}"><path d="{bird}" transform="translate(96 110) scale(.95)"/>'
        f'<path d="{bird}" transform="translate(156 84) scale(.7)"/>'
        f'<path d="{bird}" transform="translate(356 84) scale(.85)"/></g>'
        '<g transform="translate(206 264) rotate(-28) scale(1.320)">'
        '<path d="M-70 30C-92 22-100 40-108 34-102 48-84 50-70 42Z" fill="#3f5a63"/>'
        '<path d="M-28 0C-26-40-4-58 18-62 10-46 22-36 28-10ZM-52 14C-56-8-44-20-32-24-34-12-24-6'
        '-18 2Z" fill="#4f7f9b"/>'
        '<path d="M-18-8L0-44M-6-10L10-48M-42 10L-38-12" stroke="#cfe6ef" stroke-width="4"/>'
        '<path d="M-78 34C-56 10-20-12 26-14 56-16 78 2 76 22 74 40 48 48 12 46-24 48-56 46-78 '
        '44Z" fill="#54717a"/>'
        '<path d="M-60 40C-20 48 40 50 70 34 58 48 30 48 12 47-20 48-46 48-60 40Z" fill="#cdd9d6"/>'
        '<g fill="#9fd3e6"><circle cx="-30" cy="20" r="5"/><circle cx="-8" cy="12" r="5"/>'
        '<circle cx="12" cy="22" r="5"/><circle cx="-14" cy="30" r="4"/><circle cx="32" cy="6" '
        'r="4"/></g>'
        '<path d="M8 34C-10 44-14 62-4 70 8 66 20 56 24 40Z" fill="#4f7f9b"/>'
        '<circle cx="50" cy="-14" r="15" fill="#54717a"/><circle cx="52" cy="-16" r="10" '
        f'fill="#fff"/><circle cx="54" cy="-17" r="6" fill="{INK}"/>'
        '<path d="M58 22Q68 24 76 18" fill="none" stroke="#2c3f45" stroke-width="4" '
        'stroke-linecap="round"/></g>'
        '<g fill="#6d5a4d"><circle cx="112" cy="322" r="6"/><circle cx="262" cy="310" r="5"/>'
        '<circle cx="238" cy="326" r="7"/></g>'
    )


def nori(season: Season) -> str:
    """Poles of the nori fields in the Ariake Sea under a great low sun, a boat among them."""
    poles = "".join(
        lines((f"M{x} {top}V{foot}" for x in range(start, 500, step)), colour=colour, width=width)
        for top, foot, start, step, colour, width in (
            (190, 216, 40, 24, "#7f93a4", 3),
            (188, 246, 34, 48, "#54646f", 5),
            (176, 300, 28, 76, "#39424f", 8),
        )
    )
    nets = "".join(
        lines(
            (f"M{x} {y}q{step // 2} {step // 4} {step} 0" for x in range(start, 500, step)),
            colour=colour,
            width=width,
        )
        for y, start, step, colour, width in (
            (214, 40, 24, "#45566a", 4),
            (240, 34, 48, "#2f3f4c", 7),
            (284, 28, 76, "#232f3a", 11),
        )
    )
    return (
        '<circle cx="256" cy="176" r="98" fill="#fff0c4" fill-opacity=".55"/>'
        '<circle cx="256" cy="176" r="74" fill="#f7a13d"/>'
        f'<path d="M34 190C100 168 150 178 190 186 240 176 290 176 340 186 400 166 440 176 478 '
        f'190V206H34Z" fill="{season.far}"/>'
        '<path d="M20 198H492V344H20Z" fill="#5d86a3"/>'
        '<path d="M20 198H492V218H20Z" fill="#86a9c0"/>'
        '<path d="M186 204H326M200 220H312M176 240H336M210 262H302M190 288H322" stroke="#ffd08a" '
        'stroke-width="8" stroke-linecap="round"/>'
        + poles
        + nets
        + f'<path d="M150 268H352C350 296 330 312 306 312H196C172 312 154 294 150 268Z" '
        f'fill="{PLASTER}"/>'
        f'<path d="M166 294H338C330 306 318 312 306 312H196C184 312 174 306 166 294Z" '
        f'fill="{INDIGO}"/>'
        f'<path d="M146 262H356V274H146Z" fill="{WOOD_DARK}"/>'
        f'<path d="M290 214H332V262H290Z" fill="{PLASTER}"/>'
        f'<path d="M284 208H338V218H284ZM298 226H324V244H298Z" fill="{INDIGO}"/>'
        f'<path d="M202 262L206 222Q218 208 230 222L236 262Z" fill="{VERMILION}"/>'
        f'<circle cx="217" cy="204" r="13" fill="{SKIN}"/>'
        f'<path d="M198 202Q217 176 238 202Z" fill="{THATCH_LIT}"/>'
        + lines(["M228 226L262 250"], colour=VERMILION, width=10)
        + '<path d="M20 322Q140 310 256 322T492 320V344H20Z" fill="#46708e"/>'
    )


def sledge(season: Season) -> str:
    """Someone pushes a mud sledge across the flat, one knee on the board."""
    return (
        f'<path d="M34 198C90 180 150 186 190 170 230 140 262 140 292 168 340 186 420 176 478 '
        f'198V214H34Z" fill="{season.far}"/>'
        '<path d="M20 206H492V342H20Z" fill="#7ea0b6"/>'
        '<path d="M20 206H492V220H20Z" fill="#a9c3d2"/>'
        '<path d="M20 232C120 222 200 240 270 230 350 220 420 236 492 228V344H20Z" fill="#9a8672"/>'
        '<path d="M20 276C120 262 220 284 300 272 380 262 440 276 492 268V344H20Z" fill="#857060"/>'
        '<path d="M20 322C120 310 220 330 300 320 380 312 440 322 492 316V344H20Z" fill="#6d5a4d"/>'
        '<path d="M50 254Q90 246 128 254M382 252Q420 246 458 252" fill="none" stroke="#bcd0dc" '
        'stroke-width="7" stroke-linecap="round"/>'
        f'<path d="M84 306H352C392 306 414 286 420 256 438 292 420 328 372 332H96C82 332 76 310 84 '
        f'306Z" fill="{WOOD_LIT}"/>'
        f'<path d="M90 320H368C400 318 420 300 426 276 430 304 410 330 372 332H96C88 332 84 326 90 '
        f'320Z" fill="{WOOD}"/>'
        f'<path d="M298 242H380L372 308H306Z" fill="#a9713f"/>'
        f'<path d="M300 254H379L378 264H301ZM303 288H375L374 298H304Z" fill="{WOOD_DARK}"/>'
        f'<path d="M296 236H382V248H296Z" fill="{WOOD}"/>'
        + lines(["M196 286L132 300 92 336"], colour="#7d5a45", width=24)
        + lines(["M214 290L262 302H214"], colour=INDIGO, width=30)
        + f'<path d="M178 296C176 246 204 190 246 176 276 180 286 208 276 236L252 300Z" '
        f'fill="{INDIGO}"/>'
        f'<path d="M178 296C176 246 204 190 246 176 226 206 210 250 210 300Z" '
        f'fill="{INDIGO_LIT}"/>'
        f'<path d="M196 252L262 276 256 292 188 268Z" fill="{PLASTER}"/>'
        + lines(["M256 204L304 232"], colour=INDIGO, width=24)
        + lines(["M296 228L322 238"], colour=SKIN, width=17)
        + f'<circle cx="272" cy="150" r="27" fill="{SKIN}"/>'
        f'<path d="M206 150Q246 88 292 90 330 108 340 152 276 132 206 150Z" fill="{THATCH_LIT}"/>'
        f'<path d="M206 150Q276 132 340 152L336 160Q276 144 210 158Z" fill="{THATCH_SHADE}"/>'
        f'<path d="M284 160Q292 162 296 156" fill="none" stroke="{INK}" stroke-width="4" '
        'stroke-linecap="round"/>'
        '<g fill="#6d5a4d"><circle cx="74" cy="304" r="9"/><circle cx="54" cy="282" r="6"/>'
        '<circle cx="90" cy="276" r="5"/><circle cx="438" cy="312" r="8"/><circle cx="456" cy="294"'
        ' r="5"/></g>'
    )
