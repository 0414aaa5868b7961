"""Sights of Hizen Hamashuku: breweries, thatch, the pink station."""

from nft_badges.proof.drawing.paint import (
    BRICK,
    BRICK_SHADE,
    GOLD_LIT,
    INDIGO,
    INDIGO_LIT,
    INK,
    PLASTER,
    PLASTER_SHADE,
    THATCH,
    THATCH_LIT,
    THATCH_SHADE,
    TILE,
    TILE_DARK,
    TILE_LIT,
    WOOD,
    WOOD_DARK,
    hills,
    lines,
)
from nft_badges.proof.drawing.seasons import Season


def kura(season: Season) -> str:
    """A white-walled sake brewery of Sakagura Street, its brick chimney behind the roof."""
    squares = "".join(
        f'<path d="M{x} {y}l17-17 17 17-17 17Z"/>' for y in (304, 338) for x in range(134, 360, 34)
    )
    return (
        f'<path d="M20 340C80 262 120 250 190 262 280 232 400 236 492 340Z" fill="{season.far}"/>'
        f'<path d="M20 340C60 296 90 290 130 300L400 300C440 292 470 312 492 340Z" '
        f'fill="{season.near}"/>'
        f'<path d="M322 92H368L376 342H316Z" fill="{BRICK}"/>'
        f'<path d="M354 92H368L376 342H356Z" fill="{BRICK_SHADE}"/>'
        '<path d="M321 124H369M320 154H370M319 184H371M318 214H372M317 244H373'
        'M346 100V122M334 126V152M358 126V152M346 156V182M334 186V212M358 186V212M346 216V242" '
        f'stroke="{BRICK_SHADE}" stroke-width="3" fill="none"/>'
        f'<path d="M314 84H376V102H314Z" fill="{BRICK_SHADE}"/>'
        f'<path d="M318 76H372V88H318Z" fill="{BRICK}"/>'
        '<path d="M330 74C316 66 326 52 340 56 340 42 360 40 366 50 380 44 394 52 388 64 '
        '400 70 392 80 380 76 370 80 358 74 350 76 342 78 334 78 330 74Z" '
        'fill="#fff" fill-opacity=".8"/>'
        f'<path d="M124 198L230 108 336 198V342H124Z" fill="{PLASTER}"/>'
        f'<path d="M124 200L230 112 336 200V222L230 138 124 222Z" fill="{PLASTER_SHADE}"/>'
        f'<path d="M124 286H336V342H124Z" fill="{TILE}"/>'
        f'<g fill="none" stroke="{PLASTER}" stroke-width="6">'
        f'<path d="M124 286H336"/>{_clipped(squares)}</g>'
        f'<path d="M230 84L358 196 344 216 230 118 116 216 102 196Z" fill="{TILE}"/>'
        f'<path d="M230 84L358 196 353 203 230 96 107 203 102 196Z" fill="{TILE_LIT}"/>'
        f'<path d="M216 76H244L250 104H210Z" fill="{TILE_DARK}"/>'
        f'<path d="M200 176H260V222H200Z" fill="{PLASTER_SHADE}"/>'
        f'<path d="M206 182H254V216H206Z" fill="{WOOD_DARK}"/>'
        f'<path d="M218 182V216M230 182V216M242 182V216" stroke="{PLASTER}" stroke-width="3"/>'
        f'<path d="M116 244H344L356 268H104Z" fill="{TILE}"/>'
        f'<path d="M116 244H344L347 250H113Z" fill="{TILE_LIT}"/>'
        f'<path d="M192 268H268V342H192Z" fill="{WOOD}"/>'
        f'<path d="M206 268V342M220 268V342M240 268V342M254 268V342" stroke="{WOOD_DARK}" '
        'stroke-width="4"/>'
        f'<path d="M196 268H264V298H196Z" fill="#23406b"/>'
        f'<path d="M218 268V298M241 268V298" stroke="{PLASTER}" stroke-width="3"/>'
        f'<path d="M300 262V280" stroke="{WOOD_DARK}" stroke-width="4"/>'
        '<circle cx="300" cy="296" r="20" fill="#6b7a3a"/>'
        '<path d="M284 290L292 304M296 280L300 312M308 284L306 308M316 294L310 304" '
        'stroke="#4b5727" stroke-width="3"/>'
    )


def _clipped(squares: str) -> str:
    return (
        '<clipPath id="wall"><path d="M124 288H336V342H124Z"/></clipPath>'
        f'<g clip-path="url(#wall)">{squares}</g>'
    )


def thatch(season: Season) -> str:
    """A thatched house of the port quarter under its thick roof."""
    straw = lines(
        (
            f"M{x} 118Q{x - (256 - x) // 7} 190 {x - (256 - x) // 2} 252"
            for x in (184, 202, 220, 238, 256, 274, 292, 310, 328)
        ),
        colour=THATCH_SHADE,
        width=3,
        opacity=0.55,
    )
    return (
        f'<path d="M20 340C80 214 180 196 250 224 330 170 440 230 492 340Z" fill="{season.far}"/>'
        f'<path d="M20 340C50 270 96 262 116 280H400C430 254 470 280 492 340Z" '
        f'fill="{season.near}"/>'
        f'<path d="M20 344Q256 316 492 344Z" fill="{season.ground}"/>'
        f'<path d="M404 342V210" stroke="{WOOD_DARK}" stroke-width="12"/>'
        f'<path d="M404 250C448 252 470 214 446 190 458 158 420 134 396 152 366 140 344 172 '
        f'360 196 344 226 372 254 404 250Z" fill="{season.near}"/>'
        f'<path d="M404 240C434 240 448 214 432 198 440 176 414 162 398 176 380 170 366 190 '
        f'376 206 368 228 386 242 404 240Z" fill="{season.ground}" fill-opacity=".55"/>'
        f'<path d="M112 240H400V342H112Z" fill="{PLASTER}"/>'
        f'<path d="M112 240H400V266H112Z" fill="{PLASTER_SHADE}"/>'
        f'<path d="M112 240H124V342H112ZM196 240H208V342H196ZM304 240H316V342H304Z'
        f'M388 240H400V342H388Z" fill="{WOOD}"/>'
        f'<path d="M208 266H304V342H208Z" fill="{WOOD_DARK}"/>'
        '<path d="M216 274H252V342H216ZM260 274H296V342H260Z" fill="#fbe7b4"/>'
        f'<path d="M234 274V342M278 274V342M216 296H252M260 296H296M216 318H252M260 318H296" '
        f'stroke="{WOOD}" stroke-width="3"/>'
        f'<path d="M136 284H184V318H136ZM328 284H376V318H328Z" fill="{WOOD_DARK}"/>'
        f'<path d="M148 284V318M160 284V318M172 284V318M340 284V318M352 284V318M364 284V318" '
        f'stroke="{PLASTER}" stroke-width="3"/>'
        f'<path d="M62 246C120 214 156 162 176 108H336C356 162 392 214 450 246 446 268 430 276 '
        f'410 276Q256 244 102 276C82 276 66 268 62 246Z" fill="{THATCH}"/>'
        f'<path d="M62 246C120 214 156 162 176 108H210C192 166 160 222 92 274 76 270 66 262 '
        f'62 246Z" fill="{THATCH_LIT}"/>'
        + straw
        + f'<path d="M66 256Q256 218 446 256 442 270 428 276 410 276Q256 244 102 276C84 276 70 270 '
        f'66 256Z" fill="{THATCH_SHADE}"/>'
        f'<path d="M158 92Q256 78 354 92L362 124Q256 110 150 124Z" fill="{WOOD_DARK}"/>'
        + "".join(
            f'<path d="M{x} 82l14 46M{x + 14} 82l-14 46" stroke="{WOOD}" stroke-width="7"/>'
            for x in (176, 214, 252, 290, 324)
        )
    )


def station(season: Season) -> str:
    """The pale pink wooden station of Hizen-Hama and its track."""
    pink, shade = "#f3c3c0", "#dc9c9b"
    windows = "".join(
        f'<path d="M{x} 256H{x + 42}V300H{x}Z" fill="{PLASTER}"/>'
        f'<path d="M{x + 5} 261H{x + 37}V295H{x + 5}Z" fill="#7fa7b5"/>'
        f'<path d="M{x + 21} 261V295M{x + 5} 278H{x + 37}" stroke="{PLASTER}" stroke-width="4"/>'
        for x in (104, 156, 314, 366)
    )
    sleepers = (f"M{x} 330V342" for x in range(40, 500, 26))
    return (
        hills(season) + f'<path d="M84 220H428V318H84Z" fill="{pink}"/>'
        f'<path d="M84 220H428V238H84Z" fill="{shade}"/>'
        f'<path d="M84 304H428V318H84Z" fill="{shade}"/>'
        + windows
        + f'<path d="M52 226L112 148H400L460 226 452 236H60Z" fill="{TILE}"/>'
        f'<path d="M66 214L116 150H396L446 214Q256 204 66 214Z" fill="{TILE_LIT}"/>'
        f'<path d="M104 138H408V154H104Z" fill="{TILE_DARK}"/>'
        f'<path d="M206 236H306V318H206Z" fill="{pink}"/>'
        f'<path d="M220 250H292V318H220Z" fill="{WOOD_DARK}"/>'
        f'<path d="M226 256H253V318H226ZM259 256H286V318H259Z" fill="{GOLD_LIT}"/>'
        f'<path d="M226 284H253M259 284H286M239 256V318M272 256V318" stroke="{WOOD}" '
        'stroke-width="3"/>'
        f'<path d="M206 236L222 190 240 164H272L290 190 306 236Z" fill="{pink}"/>'
        f'<path d="M176 240L216 180 236 146H276L296 180 336 240 326 250 290 196 272 164H240L222 '
        f'196 186 250Z" fill="{TILE}"/>'
        f'<path d="M228 140H284V154H228Z" fill="{TILE_DARK}"/>'
        f'<circle cx="256" cy="200" r="21" fill="{PLASTER}" stroke="{WOOD_DARK}" '
        'stroke-width="5"/>'
        f'<path d="M256 188V200L266 206" fill="none" stroke="{INK}" stroke-width="4" '
        'stroke-linecap="round"/>'
        f'<path d="M196 240H208V318H196ZM304 240H316V318H304Z" fill="{PLASTER}"/>'
        '<path d="M20 316H492V344H20Z" fill="#b9aa96"/>'
        + lines(sleepers, colour=WOOD_DARK, width=9)
        + lines(["M20 328H492"], colour="#5d6672", width=6)
    )


def drinking(season: Season) -> str:
    """The ball of cedar twigs under a brewery's eaves, and a cup with its jug below."""
    needles = (
        f"M{256 + 70 * across:.0f} {178 + 70 * down:.0f}l{14 * across:.0f} {14 * down:.0f}"
        for across, down in NEEDLES
    )
    tufts = (
        f"M{256 + far * across:.0f} {178 + far * down:.0f}l{12 * across:.0f} {12 * down:.0f}"
        for far in (18, 42)
        for across, down in NEEDLES
    )
    return (
        f'<path d="M20 340C90 214 190 190 256 220 322 190 422 214 492 340Z" fill="{season.far}"/>'
        f'<path d="M20 30H492V104H20Z" fill="{WOOD_DARK}"/>'
        f'<path d="M20 84H492V104H20Z" fill="{WOOD}"/>'
        + lines((f"M{x} 30V84" for x in range(40, 500, 34)), colour=WOOD, width=8)
        + f'<path d="M20 254H492V344H20Z" fill="{PLASTER}"/>'
        f'<path d="M20 282H492V344H20Z" fill="{INDIGO}"/>'
        f'<path d="M20 276H492V288H20Z" fill="{PLASTER_SHADE}"/>'
        f'<path d="M256 84V112" stroke="{WOOD_DARK}" stroke-width="7"/>'
        '<circle cx="256" cy="178" r="74" fill="#5c7138"/>'
        '<path d="M256 104A74 74 0 0 1 256 252 96 96 0 0 0 256 104Z" fill="#475a2a"/>'
        + lines(needles, colour="#5c7138", width=8)
        + lines(tufts, colour="#82985a", width=5)
        + f'<g transform="translate(0 4)"><path d="M338 200H386C384 218 392 226 402 240 416 262 '
        f'418 300 404 336H320C306 300 308 262 322 240 332 226 340 218 338 200Z" fill="{PLASTER}" '
        f'stroke="{PLASTER_SHADE}" stroke-width="4"/>'
        f'<path d="M334 192H390V206H334Z" fill="{INDIGO}"/>'
        f'<path d="M316 262Q362 276 408 262M315 272Q362 286 409 272" fill="none" '
        f'stroke="{INDIGO_LIT}" stroke-width="5"/></g>'
        f'<path d="M84 276H212C210 312 190 330 170 332L176 342H120L126 332C106 330 86 312 84 '
        f'276Z" fill="{PLASTER}" stroke="{PLASTER_SHADE}" stroke-width="4"/>'
        f'<ellipse cx="148" cy="278" rx="62" ry="13" fill="#e9eef0"/>'
        f'<circle cx="148" cy="278" r="9" fill="none" stroke="{INDIGO_LIT}" stroke-width="4"/>'
    )


NEEDLES = tuple(
    (across / 10, down / 10)
    for across, down in (
        (10, 0), (9.5, 3), (8, 6), (6, 8), (3, 9.5), (0, 10), (-3, 9.5), (-6, 8), (-8, 6),
        (-9.5, 3), (-10, 0), (-9.5, -3), (-8, -6), (-6, -8), (-3, -9.5), (0, -10), (3, -9.5),
        (6, -8), (8, -6), (9.5, -3),
    )
)  # fmt: skip
"""Directions around the ball."""
