/** What is built along the shore: sea wall, steps down to the mud, plank path, road station. */
import { BOUNDS, place, way } from './data'
import { coast, height, PLAIN } from './height'
import type { Line } from './polyline'
import { type Block, type Platform, QUARTER, standing, wallAlong } from './solid'

/** Steps from the plain down to the flat. */
export interface SeaSteps {
  /** The top edge. */
  readonly x: number
  readonly z: number
  readonly width: number
}

/** Where the road by the river's left bank meets the sea. */
const ROAD_END = way('sea-road').line.at(-1)?.[1] ?? 0

export const SEA_STEPS: readonly SeaSteps[] = [
  { z: place('mudflat').z, width: 6 },
  { z: ROAD_END, width: 6 },
  { z: place('michinoeki').z + 14, width: 10 },
].map(({ z, width }) => ({ x: coast(z) - 1.6, z, width }))

/** Metres the steps reach out. */
export const SEA_STEPS_RUN = 6.4
/** A little above the ground at the top, so that the steps and not the bank are underfoot. */
export const SEA_STEPS_TOP = 2.35
export const SEA_STEPS_FOOT = -0.45

const stair = ({ x, z, width }: SeaSteps): Platform => ({
  x: x + SEA_STEPS_RUN / 2,
  z,
  halfX: width / 2,
  halfZ: SEA_STEPS_RUN / 2,
  turn: QUARTER,
  y0: SEA_STEPS_TOP,
  y1: SEA_STEPS_FOOT,
  rise: 0,
})

/** A plank path over the mud, straight out from the first steps. */
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


/** The road station's market hall. */
export const ROAD_STATION = {
  x: place('michinoeki').x + 4,
  z: place('michinoeki').z - 24,
  halfX: 8,
  halfZ: 14,
} as const

/** The house of the mud flat: exhibits below, and a deck before its upper floor with a stair from the north. */
const LOOKOUT_X = place('michinoeki').x + 8
const LOOKOUT_Z = place('michinoeki').z + 34
export const LOOKOUT = {
  house: { x: LOOKOUT_X, z: LOOKOUT_Z + 14, halfX: 8, halfZ: 7 },
  deck: { x: LOOKOUT_X, z: LOOKOUT_Z + 3, halfX: 8, halfZ: 4 },
  stair: { x: LOOKOUT_X - 6, z: LOOKOUT_Z - 5.6, halfX: 1.5, halfZ: 4.6 },
  floor: PLAIN + 3.4,
} as const

const lookoutPlatforms: readonly Platform[] = [
  { ...LOOKOUT.deck, turn: 0, y0: LOOKOUT.floor, y1: LOOKOUT.floor, rise: 0 },
  { ...LOOKOUT.stair, turn: 0, y0: PLAIN, y1: LOOKOUT.floor, rise: 0 },
]

/** Round the deck, open at the stair's head; and the stair's own rails. */
export const LOOKOUT_RAILS: readonly Line[] = (() => {
  const { deck, stair } = LOOKOUT
  const [west, east] = [deck.x - deck.halfX, deck.x + deck.halfX]
  const [north, south] = [deck.z - deck.halfZ, deck.z + deck.halfZ]
  return [
    [
      [west, south],
      [west, north],
      [stair.x - stair.halfX, north],
    ],
    [
      [stair.x + stair.halfX, north],
      [east, north],
      [east, south],
    ],
  ]
})()

const lookoutBlocks: readonly Block[] = [
  standing(LOOKOUT.house),
  ...LOOKOUT_RAILS.flatMap((line) =>
    wallAlong(line, {
      thickness: 0.16,
      low: LOOKOUT.floor - 0.3,
      high: LOOKOUT.floor + 1.1,
      open: true,
    }),
  ),
  ...[-1, 1].map((side) => ({
    ...standing({
      x: LOOKOUT.stair.x + side * LOOKOUT.stair.halfX,
      z: LOOKOUT.stair.z,
      halfX: 0.08,
      halfZ: LOOKOUT.stair.halfZ,
    }),
    high: LOOKOUT.floor + 0.6,
    open: true,
  })),
]

/** The sea wall stands this far inland of the shore line. */
const SEA_WALL_INLAND = 2.4
const SEA_WALL = { thickness: 1, low: -4, high: 3.1 }
/** Where the river comes out. */
const RIVER_MOUTH = { z: way('hama-gawa').line.at(-1)?.[1] ?? 0, half: 15 }

/** Stretches of the sea wall, open at the steps and at the river's mouth. */
export function seaWall(from: number, to: number): readonly (readonly [number, number])[][] {
  const gaps = [...SEA_STEPS.map(({ z, width }) => ({ z, half: width / 2 + 0.4 })), RIVER_MOUTH]
  const stretches: [number, number][][] = [[]]
  for (let z = from; z <= to; z += 4)
    if (gaps.some((gap) => Math.abs(z - gap.z) < gap.half + 2)) stretches.push([])
    else stretches.at(-1)?.push([coast(z) - SEA_WALL_INLAND, z])
  return stretches.filter(({ length }) => length > 1)
}

export const SHORE_PLATFORMS: readonly Platform[] = [
  ...SEA_STEPS.map(stair),
  ...PLANKS.map(planks),
  ...lookoutPlatforms,
]

export const SHORE_BLOCKS: readonly Block[] = [
  ...seaWall(BOUNDS.minZ + 4, BOUNDS.maxZ - 4).flatMap((line) => wallAlong(line, SEA_WALL)),
  standing(ROAD_STATION),
  ...lookoutBlocks,
]
