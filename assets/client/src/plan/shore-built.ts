/** What is built along the shore: sea wall, steps down to the mud, plank path, road station. */
import { BOUNDS, place, way } from './data'
import { coast, height } from './height'
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

export const SHORE_PLATFORMS: readonly Platform[] = [...SEA_STEPS.map(stair), ...PLANKS.map(planks)]

/** The road station's market hall. */
export const ROAD_STATION = {
  x: place('michinoeki').x + 4,
  z: place('michinoeki').z - 24,
  halfX: 8,
  halfZ: 14,
} as const

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

export const SHORE_BLOCKS: readonly Block[] = [
  ...seaWall(BOUNDS.minZ + 4, BOUNDS.maxZ - 4).flatMap((line) => wallAlong(line, SEA_WALL)),
  standing(ROAD_STATION),
]
