/** What is built at the castle site: two gates, the walls along the moat, the park's small shrine. */
import { place, way } from './data'
import { HONMARU, KNOLLS, PLAIN } from './height'
import type { Line } from './polyline'
import { type Block, type Platform, standing, wallAlong } from './solid'

/** One stands before the gate, on the far side of the moat. */
export const AKAMON = { x: place('akamon').x, z: place('akamon').z + 29 } as const
/** The outer gate stands where the road with the cherry trees begins, and is passed along x. */
export const OTEMON = { x: way('cherry-road').line[0]?.[0] ?? 0, z: way('cherry-road').line[0]?.[1] ?? 0 } as const

/** The guards' house stands west of the red gate. */
export const GUARD_HOUSE = { x: AKAMON.x - 6.6, z: AKAMON.z + 0.2, halfX: 1.9, halfZ: 1.4 } as const

/** The high school behind the red gate: a long plain building of three floors. */
export const SCHOOL = { x: AKAMON.x + 64, z: AKAMON.z + 84, halfX: 25, halfZ: 6 } as const

const { asahigaoka } = KNOLLS
export const PARK_SHRINE = {
  x: asahigaoka.x + 2,
  z: asahigaoka.z - 6,
  halfX: 2.5,
  halfZ: 2,
} as const

/** The ramp over the honmaru's slope, from its foot in the north up to the red gate. */
export const AKAMON_RAMP = { x: AKAMON.x, z: AKAMON.z - 6.75, halfX: 3.2, halfZ: 4.75 } as const

export const CASTLE_PLATFORMS: readonly Platform[] = [
  { ...AKAMON_RAMP, turn: 0, y0: PLAIN, y1: HONMARU.height, rise: 0 },
]

/** Low walls along the moat's inner side, left and right of the red gate. */
export const CASTLE_WALLS: readonly Line[] = [-1, 1].map((side) => {
  const [corner, front] = [HONMARU.x + side * (HONMARU.halfX - 2), AKAMON.z - 4]
  return [
    [AKAMON.x + side * 5.4, front],
    [corner, front],
    [corner, front + 120],
  ]
})

/** Left and right of the red gate's passage along z, and of the outer gate's along x. */
const gatePosts: Block[] = [-1, 1].flatMap((side) => [
  standing({ x: AKAMON.x + side * 4.1, z: AKAMON.z, halfX: 1.5, halfZ: 1.6 }),
  standing({ x: OTEMON.x, z: OTEMON.z + side * 3.7, halfX: 1.4, halfZ: 1.2 }),
])

export const CASTLE_BLOCKS: readonly Block[] = [
  ...CASTLE_WALLS.flatMap((line) => wallAlong(line, { thickness: 0.8, low: -4, high: 9 })),
  ...gatePosts,
  standing(GUARD_HOUSE),
  standing(SCHOOL),
  standing(PARK_SHRINE),
]
