/** What is built at the shrine: the stage with its stair, halls, gate and rails. */
import {
  AMULETS,
  BASIN,
  COURT,
  DECK,
  FIRST_TORII,
  FOXES,
  fromShrine,
  GATE,
  KAGURADEN,
  LIFT,
  OFFICE,
  STAGE,
  STAIR,
  SUMMIT,
} from './shrine'
import { type Block, type Platform, QUARTER, wallAlong } from './solid'

type Area = readonly [across: number, ahead: number, halfAcross: number, halfAhead: number]

function platform([across, ahead, halfX, halfZ]: Area, y0: number, y1 = y0): Platform {
  const [x, z] = fromShrine(across, ahead)
  return { x, z, halfX, halfZ, turn: QUARTER, y0, y1, rise: 0 }
}

function block([across, ahead, halfX, halfZ]: Area, low: number, high: number): Block {
  const [x, z] = fromShrine(across, ahead)
  return { x, z, halfX, halfZ, turn: QUARTER, low, high, open: false }
}

/** The deck first, then the stair: the map shows these two. */
export const SHRINE_PLATFORMS: readonly Platform[] = [
  platform([0, STAGE.ahead, STAGE.halfAcross, STAGE.halfAhead], DECK),
  platform(
    [STAIR.across, (STAIR.foot + STAIR.top) / 2, STAIR.halfWidth, (STAIR.foot - STAIR.top) / 2],
    DECK,
    COURT,
  ),
  // The landing at the head of the stair, and the way from it onto the stage.
  platform([-20.4, -17.8, 5.2, 1.8], DECK + 0.05),
  platform([-17.6, -12.4, 2.3, 3.8], DECK + 0.02),
  // The lift's cabin, below and above, and the way from it onto the stage.
  platform([LIFT.across, LIFT.ahead, LIFT.half, LIFT.half], LIFT.low),
  platform([LIFT.across, LIFT.ahead, LIFT.half, LIFT.half], LIFT.high),
  platform([17.5, LIFT.ahead, 1.2, 1.2], DECK + 0.02),
  // The gate's stone base with its steps, and the paving of the court.
  platform([0, GATE, 7.5, 4.8], COURT + 0.7),
  platform([0, GATE + 5.6, 3.4, 1.2], COURT + 0.36),
  platform([0, GATE - 5.6, 3.4, 1.2], COURT + 0.36),
  platform([0, (GATE + 1) / 2, 5.2, (GATE - 13) / 2], COURT + 0.16),
]

/** Rows of posts that carry the stage: `across` and `ahead` of each. */
export const STAGE_POSTS: readonly (readonly [number, number])[] = (() => {
  const posts: [number, number][] = []
  for (let i = 0; i <= 8; i += 1)
    for (let j = 0; j <= 5; j += 1) posts.push([-15.4 + i * 3.85, -12.2 + j * 3.68])
  return posts
})()

/** Round the stage, open where the stair's landing joins it and where the lift does. */
export const STAGE_RAILS: readonly (readonly (readonly [across: number, ahead: number])[])[] = [
  [
    [-16.8, -8.4],
    [-16.8, 7.8],
    [16.8, 7.8],
    [16.8, LIFT.ahead + 1.2],
  ],
  [
    [16.8, LIFT.ahead - 1.2],
    [16.8, -13.4],
  ],
]
const stageRails = STAGE_RAILS.flatMap((line) =>
  wallAlong(
    line.map(([across, ahead]) => fromShrine(across, ahead)),
    { thickness: 0.2, low: DECK - 0.4, high: DECK + 1.2, open: true },
  ),
)

/** The lift's glass: doors are in the front below and towards the stage above. */
const { across: LIFT_X, ahead: LIFT_Z, half: LIFT_HALF } = LIFT
const liftWalls: Block[] = [
  block([LIFT_X, LIFT_Z - LIFT_HALF, LIFT_HALF, 0.15], -2, DECK + 4),
  block([LIFT_X + LIFT_HALF, LIFT_Z, 0.15, LIFT_HALF], -2, DECK + 4),
  block([LIFT_X - LIFT_HALF, LIFT_Z, 0.15, LIFT_HALF], -2, DECK - 0.6),
  block([LIFT_X, LIFT_Z + LIFT_HALF, LIFT_HALF, 0.15], COURT + 3, DECK + 4),
  // Left and right of the way onto the stage.
  ...[-1.3, 1.3].map((aside) => ({
    ...block([17.5, LIFT_Z + aside, 1.2, 0.1], DECK - 0.4, DECK + 1.2),
    open: true,
  })),
]

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

export const SHRINE_BLOCKS: readonly Block[] = [
  // On the stage and behind it: the halls.
  block([0, -1.9, 10.4, 5.2], DECK - 1, DECK + 12),
  block([0, -22, 6.4, 4.4], DECK - 1, DECK + 12),
  // The gate, left and right of its passage.
  block([-3.8, GATE, 1.9, 3.2], -2, 16),
  block([3.8, GATE, 1.9, 3.2], -2, 16),
  // Round the court: reception hall, dance hall, water basin, barrels.
  block([OFFICE.across, OFFICE.ahead, 3.8, 8.4], -2, 9),
  block([KAGURADEN.across, KAGURADEN.ahead, KAGURADEN.halfAcross, KAGURADEN.halfAhead], -2, 12),
  block([AMULETS.across, AMULETS.ahead, 3.8, 8.4], -2, 9),
  block([BASIN.across, BASIN.ahead, 1.8, 1], -2, 5),
  block([-13, GATE - 7.5, 3.1, 0.7], -2, 4.2),
  // The lift, the small shrine under the stage, the inner shrine.
  ...liftWalls,
  block([8.2, -2.6, 1.4, 1.2], -2, 5),
  block([SUMMIT.across, SUMMIT.ahead - 6, 2.2, 2], 40, 60),
  // A camera looks past the stage's posts, or it would jump at each of them.
  ...STAGE_POSTS.map(([across, ahead]) => ({
    ...block([across, ahead, 0.4, 0.4], -2, DECK - 0.9),
    open: true,
  })),
  // The feet of the first torii, and the foxes beside it.
  ...[-3.5, 3.5].map((across) => block([across, FIRST_TORII, 0.5, 0.5], -2, 12)),
  ...[-5.4, 5.4].map((across) => block([across, FOXES, 0.6, 0.7], -2, 5)),
  ...stageRails,
  ...stairRails,
]
