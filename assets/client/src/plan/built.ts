/** What is built and changes where one can walk: decks and stairs to stand on, boxes to walk round. */
import { type Bridge, BRIDGES, place } from './data'
import { coast, height, HONMARU } from './height'
import { type House, HOUSES } from './layout'
import type { Line } from './polyline'
import { COURT, DECK, fromShrine, OFFICE, STAGE, STAIR } from './shrine'

/** A surface to stand on: level, ramped from `y0` (local -z) to `y1` (local +z), or arched by `rise`. */
export interface Platform {
  readonly x: number
  readonly z: number
  readonly halfX: number
  readonly halfZ: number
  readonly turn: number
  readonly y0: number
  readonly y1: number
  readonly rise: number
}

/** Something solid between `low` and `high`. */
export interface Block {
  readonly x: number
  readonly z: number
  readonly halfX: number
  readonly halfZ: number
  readonly turn: number
  readonly low: number
  readonly high: number
  /** A railing: stops feet, but a camera may look through it. */
  readonly open: boolean
}

/** Low and high enough for anything that stands on the ground. */
const GROUND_TO_ROOF = { low: -10, high: 34, open: false } as const
const QUARTER = Math.PI / 2

type Area = readonly [across: number, ahead: number, halfAcross: number, halfAhead: number]

function shrinePlatform([across, ahead, halfX, halfZ]: Area, y0: number, y1 = y0): Platform {
  const [x, z] = fromShrine(across, ahead)
  return { x, z, halfX, halfZ, turn: QUARTER, y0, y1, rise: 0 }
}

function shrineBlock([across, ahead, halfX, halfZ]: Area, low: number, high: number): Block {
  const [x, z] = fromShrine(across, ahead)
  return { x, z, halfX, halfZ, turn: QUARTER, low, high, open: false }
}

const bridgeDeck = (one: Bridge): Platform => ({
  x: one.x,
  z: one.z,
  halfX: one.width / 2,
  halfZ: one.length / 2,
  turn: one.yaw,
  y0: one.y,
  y1: one.y,
  rise: one.rise,
})

const bridgeRails = (one: Bridge): Block[] =>
  [-1, 1].map((side) => {
    const aside = side * (one.width / 2 - 0.1)
    return {
      x: one.x + Math.cos(one.yaw) * aside,
      z: one.z - Math.sin(one.yaw) * aside,
      halfX: 0.1,
      halfZ: one.length / 2 - 0.2,
      turn: one.yaw,
      low: one.y - 3,
      high: one.y + one.rise + 1.1,
      open: true,
    }
  })

/** Level walk from the plain onto the flat: steps at the sea wall. */
export interface SeaSteps {
  readonly x: number
  readonly z: number
  readonly width: number
}

/** Where steps lead down to the mud; `x` is the top edge. */
export const SEA_STEPS: readonly SeaSteps[] = [
  { x: coast(place('mudflat').z) - 1.6, z: place('mudflat').z, width: 6 },
  { x: coast(-47) - 1.6, z: -47, width: 6 },
  { x: coast(place('michinoeki').z + 14) - 1.6, z: place('michinoeki').z + 14, width: 10 },
]

const SEA_STEPS_RUN = 6.4

const seaStair = ({ x, z, width }: SeaSteps): Platform => ({
  x: x + SEA_STEPS_RUN / 2,
  z,
  halfX: width / 2,
  halfZ: SEA_STEPS_RUN / 2,
  turn: QUARTER,
  // A little above the ground at the top, so that the steps and not the bank are underfoot.
  y0: 2.35,
  y1: -0.45,
  rise: 0,
})

/** Plank paths over the mud, straight out from the steps. */
export const PLANKS = SEA_STEPS.slice(0, 1).map(({ x, z }) => ({ x: x + 6, z, length: 46 }))

const planks = ({ x, z, length }: (typeof PLANKS)[number]): Platform => ({
  x: x + length / 2,
  z,
  halfX: 0.6,
  halfZ: length / 2,
  turn: QUARTER,
  y0: height(x, z) + 0.2,
  y1: height(x + length, z) + 0.2,
  rise: 0,
})

/** The road station's hall and its deck over the sea wall. */
export const ROAD_STATION = { x: 300, z: 106, halfX: 8, halfZ: 11 } as const
/** The station house stands south of its platform. */
export const STATION = { x: -30, z: -150, halfX: 9.2, halfZ: 3.8 } as const
export const PLATFORM = { x: -30, z: -160.8, halfX: 33, halfZ: 2.2, y: 2.9 } as const

export const AKAMON = { x: -295, z: -233, halfX: 5.4, halfZ: 2 } as const
/** The ramp over the honmaru's slope, from its foot in the north up to the gate. */
export const AKAMON_RAMP = { x: AKAMON.x, z: AKAMON.z - 6.75, halfX: 3.2, halfZ: 4.75 } as const
export const OTEMON = { x: -229, z: -349, halfX: 2, halfZ: 5 } as const

export const PLATFORMS: readonly Platform[] = [
  shrinePlatform([0, STAGE.ahead, STAGE.halfAcross, STAGE.halfAhead], DECK),
  shrinePlatform(
    [STAIR.across, (STAIR.foot + STAIR.top) / 2, STAIR.halfWidth, (STAIR.foot - STAIR.top) / 2],
    DECK,
    COURT,
  ),
  // The landing at the head of the stair, and the way from it onto the stage.
  shrinePlatform([-20.4, -17.8, 5.2, 1.8], DECK + 0.05),
  shrinePlatform([-17.6, -12.4, 2.3, 3.8], DECK + 0.02),
  // The gate's stone base, and the paving of the court.
  shrinePlatform([0, 49, 7.5, 4.8], COURT + 0.7),
  shrinePlatform([0, 54.6, 3.4, 1.2], COURT + 0.36),
  shrinePlatform([0, 43.4, 3.4, 1.2], COURT + 0.36),
  shrinePlatform([0, 25, 5.2, 18], COURT + 0.16),
  ...BRIDGES.map(bridgeDeck),
  ...SEA_STEPS.map(seaStair),
  ...PLANKS.map(planks),
  // The station's platform with a ramp at its end.
  { ...PLATFORM, turn: 0, y0: PLATFORM.y, y1: PLATFORM.y, rise: 0 },
  { x: PLATFORM.x + 36, z: PLATFORM.z, halfX: 2.2, halfZ: 3, turn: QUARTER, y0: PLATFORM.y, y1: 2, rise: 0 },
  // Akamon stands at the head of a ramp on the honmaru's edge.
  { ...AKAMON_RAMP, turn: 0, y0: 2, y1: HONMARU.height, rise: 0 },
]

/** Rows of posts that carry the stage: `across` and `ahead` of each. */
export const STAGE_POSTS: readonly (readonly [number, number])[] = (() => {
  const posts: [number, number][] = []
  for (let i = 0; i <= 8; i += 1)
    for (let j = 0; j <= 5; j += 1) posts.push([-15.4 + i * 3.85, -12.2 + j * 3.68])
  return posts
})()

const houseBlock = (house: House): Block => ({
  x: house.x,
  z: house.z,
  halfX: house.halfWidth,
  halfZ: house.halfDepth,
  turn: house.turn,
  ...GROUND_TO_ROOF,
})

/** The two wings behind a house of the U-shaped plan. */
function wings(house: House): Block[] {
  if (house.kind !== 'thatched' || !house.kudo) return []
  return [-1, 1].map((side) => {
    const [u, v] = [side * (house.halfWidth - 1.9), -house.halfDepth - 2.4]
    const [c, s] = [Math.cos(house.turn), Math.sin(house.turn)]
    return {
      x: house.x + u * c + v * s,
      z: house.z - u * s + v * c,
      halfX: 1.9,
      halfZ: 2.8,
      turn: house.turn,
      ...GROUND_TO_ROOF,
    }
  })
}

/** Blocks of `thickness` along a line, such as a wall or a railing. */
function wallAlong(
  line: Line,
  { thickness, low, high, open = false }: { thickness: number; low: number; high: number; open?: boolean },
): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [a, b] = [line[i], line[i + 1]]
    if (a === undefined || b === undefined) continue
    blocks.push({
      x: (a[0] + b[0]) / 2,
      z: (a[1] + b[1]) / 2,
      halfX: thickness / 2,
      halfZ: Math.hypot(b[0] - a[0], b[1] - a[1]) / 2,
      turn: Math.atan2(b[0] - a[0], b[1] - a[1]),
      low,
      high,
      open,
    })
  }
  return blocks
}

/** Railings round the stage, open where the stair's landing joins it; in the shrine's coordinates. */
export const STAGE_RAIL: readonly Line[] = [
  [
    [-16.8, -8.4],
    [-16.8, 7.8],
    [16.8, 7.8],
    [16.8, -13.4],
  ],
]

const stageRails = STAGE_RAIL.flatMap((rail) =>
  wallAlong(
    rail.map(([across, ahead]) => fromShrine(across, ahead)),
    { thickness: 0.2, low: DECK - 0.4, high: DECK + 1.2, open: true },
  ),
)

const stairRails = [-1, 1].flatMap((side) =>
  wallAlong(
    [
      fromShrine(STAIR.across + side * 2.9, STAIR.foot),
      fromShrine(STAIR.across + side * 2.9, STAIR.top + 2),
    ],
    // The rail rises with the stair; a block is level, so it is as high as the stair's head.
    { thickness: 0.2, low: COURT - 2, high: DECK + 1, open: true },
  ),
)

const shrineBlocks: Block[] = [
  shrineBlock([0, -1.9, 10.4, 5.2], DECK - 1, DECK + 12),
  shrineBlock([0, -22, 6.4, 4.4], DECK - 1, DECK + 12),
  shrineBlock([-3.8, 49, 1.9, 3.2], -2, 16),
  shrineBlock([3.8, 49, 1.9, 3.2], -2, 16),
  shrineBlock([OFFICE.across, OFFICE.ahead, 3.8, 8.4], -2, 9),
  shrineBlock([22, 22, 4.2, 4.6], -2, 9),
  shrineBlock([15, 41, 1.8, 1], -2, 5),
  shrineBlock([-12, 41.5, 3.1, 0.7], -2, 4.2),
  shrineBlock([20.2, -3.5, 2.4, 2.4], -2, DECK + 4),
  shrineBlock([8.2, -2.6, 1.4, 1.2], -2, 5),
  shrineBlock([-34, -133, 2.2, 2], 40, 60),
  ...STAGE_POSTS.map(([across, ahead]) => shrineBlock([across, ahead, 0.4, 0.4], -2, DECK - 0.9)),
  // The feet of the first torii.
  ...[-3.5, 3.5].map((across) => shrineBlock([across, 84, 0.5, 0.5], -2, 12)),
]

const SEA_WALL = { thickness: 1, low: -4, high: 3.1 }

const seaWall: Block[] = (() => {
  const gaps = [...SEA_STEPS.map(({ z, width }) => [z, width / 2 + 0.4] as const), [28, 15] as const]
  const blocks: Block[] = []
  const line: [number, number][] = []
  for (let z = -396; z <= 536; z += 4) {
    if (gaps.some(([at, half]) => Math.abs(z - at) < half + 2)) {
      blocks.push(...wallAlong(line.splice(0), SEA_WALL))
      continue
    }
    line.push([coast(z) - 2.4, z])
  }
  return [...blocks, ...wallAlong(line, SEA_WALL)]
})()

/** Low walls along the moat's inner side, left and right of the red gate. */
export const CASTLE_WALLS: readonly Line[] = [
  [
    [AKAMON.x - 5.4, -237],
    [-360, -237],
    [-360, -150],
  ],
  [
    [AKAMON.x + 5.4, -237],
    [-234, -237],
    [-234, -150],
  ],
]

const castleBlocks: Block[] = [
  ...CASTLE_WALLS.flatMap((line) => wallAlong(line, { thickness: 0.8, low: -4, high: 9 })),
  ...[-4.1, 4.1].map((aside) => ({
    x: AKAMON.x + aside,
    z: AKAMON.z,
    halfX: 1.5,
    halfZ: 1.6,
    turn: 0,
    low: -2,
    high: 14,
    open: false,
  })),
  ...[-3.7, 3.7].map((aside) => ({
    x: OTEMON.x,
    z: OTEMON.z + aside,
    halfX: 1.4,
    halfZ: 1.2,
    turn: 0,
    low: -2,
    high: 10,
    open: false,
  })),
]

/** Low fences beside the railway would bore; only the standing train is solid. */
export const TRAIN = { x: -40, z: -166, halfX: 20.6, halfZ: 1.5 } as const

const onGround = ({ x, z, halfX, halfZ }: { x: number; z: number; halfX: number; halfZ: number }): Block => ({
  x,
  z,
  halfX,
  halfZ,
  turn: 0,
  ...GROUND_TO_ROOF,
})

export const BLOCKS: readonly Block[] = [
  ...HOUSES.map(houseBlock),
  ...HOUSES.flatMap(wings),
  ...shrineBlocks,
  ...stageRails,
  ...stairRails,
  ...BRIDGES.flatMap(bridgeRails),
  ...seaWall,
  ...castleBlocks,
  onGround(STATION),
  onGround(TRAIN),
  onGround(ROAD_STATION),
]
