/** The shrine's own coordinates and measures: `across` runs north, `ahead` runs east from the hall. */
import { SHRINE } from './data'
import type { Line, Point } from './polyline'

/** Height of the forecourt. */
export const COURT = 2
/** The stage stands 18 m over the forecourt and is reached by 117 steps. */
export const STAGE_HEIGHT = 18
export const DECK = COURT + STAGE_HEIGHT
export const STEPS = 117

/** The stair runs straight up beside the stage: from `ahead` = foot to `ahead` = top. */
export const STAIR = { across: -22.5, halfWidth: 2.7, foot: 16, top: -16 } as const
/** The stage's deck, half extents and centre. */
export const STAGE = { ahead: -3, halfAcross: 16.8, halfAhead: 10.8 } as const

/** The hall where visitors are received, left of the court; clear of the stair's foot. */
export const OFFICE = { across: -30.5, ahead: 29 } as const

/** From the shrine's coordinates to the town's. */
export const fromShrine = (across: number, ahead: number): Point => [
  SHRINE.x + ahead,
  SHRINE.z - across,
]

/** From the town's coordinates to the shrine's. */
export const toShrine = (x: number, z: number): Point => [SHRINE.z - z, x - SHRINE.x]

/** Height of the stair at `ahead`, beyond its ends too. */
export const stairHeight = (ahead: number): number =>
  COURT + (STAGE_HEIGHT * (STAIR.foot - ahead)) / (STAIR.foot - STAIR.top)

/** The winding path under the torii, from the terrace behind the hall up to the inner shrine. */
export const TORII_PATH: Line = Array.from({ length: 111 }, (_, i) => {
  const t = i / 110
  return fromShrine(-20 + 34 * Math.sin(t * 4.6) * (0.35 + 0.65 * t) + t * 20, -30 - 92 * t)
})

/** Where the torii path ends: the level ground of the inner shrine, 52 m over the court. */
export const SUMMIT = { across: -34, ahead: -127, radius: 11, height: COURT + 52 } as const
