"""The sights of Kashima as a badge shows them, each drawn between the sky and the nameplate.

Everything stands on y = 340, where the nameplate begins, and is large enough to be told apart at
64 pixels.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from nft_badges.proof.drawing.seasons import Season

VERMILION = "#d23c22"
VERMILION_LIT = "#ea5f3f"
VERMILION_SHADE = "#9c2814"
TILE = "#39424f"
TILE_LIT = "#56616f"
TILE_DARK = "#232a33"
PLASTER = "#fdfaf2"
PLASTER_SHADE = "#ddd5c4"
WOOD = "#5b3a26"
WOOD_DARK = "#3a2417"
THATCH = "#b98f4c"
THATCH_LIT = "#d9b56e"
THATCH_SHADE = "#7d5a2b"
BRICK = "#a9532f"
BRICK_SHADE = "#83391d"
INK = "#2b2320"

Motif = Callable[[Season], str]


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
    straw = _lines(
        (
            f"M{x} 118Q{x - (256 - x) // 7} 190 {x - (256 - x) // 2} 252"
            for x in (184, 202, 220, 238, 256, 274, 292, 310, 328)
        ),
        colour=THATCH_SHADE,
        width=3,
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


def gate(season: Season) -> str:
    """The red gate of the castle behind a cherry branch."""
    blossom = (
        "".join(
            f'<ellipse cx="0" cy="-10" rx="7" ry="10" transform="rotate({turn})"/>'
            for turn in range(0, 360, 72)
        )
        + '<circle r="4" fill="#c9566f"/>'
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
        f'<g fill="#fbd5dd" stroke="#e69aac" stroke-width="1.500">{flowers}</g>'
    )


MOTIFS: tuple[Motif, ...] = (torii, stage, kura, thatch, tide, gate)
"""In the order in which badges without a known place take turns."""

BY_PLACE: Mapping[str, Motif] = MappingProxyType(
    {
        "shrine": torii,
        "torii": torii,
        "torii-path": torii,
        "romon": torii,
        "monzen": torii,
        "higashiyama": torii,
        "okunoin": torii,
        "honden": stage,
        "kaguraden": stage,
        "iwasaki": stage,
        "hama": kura,
        "sakagura-dori": kura,
        "tsugiba": kura,
        "post-office": kura,
        "hama-station": kura,
        "norita": thatch,
        "thatch": thatch,
        "garyugaoka": thatch,
        "castle": gate,
        "akamon": gate,
        "cherry-road": gate,
        "asahigaoka": gate,
        "shore": tide,
        "mudflat": tide,
        "michinoeki": tide,
    }
)


def motif_of(place: str, badge_id: int) -> Motif:
    """The sight of a place; a place that has none yet takes one by the badge's number."""
    return BY_PLACE.get(place) or MOTIFS[badge_id % len(MOTIFS)]


def _lines(paths: Iterable[str], *, colour: str, width: int) -> str:
    drawn = " ".join(paths)
    return (
        f'<path d="{drawn}" fill="none" stroke="{colour}" stroke-width="{width}" '
        'stroke-opacity=".55"/>'
    )
