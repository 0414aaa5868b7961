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

/** The glass lift beside the stage: entered from the court below, left onto the stage above. */
export const LIFT = { across: 20.2, ahead: 4.5, half: 2.1, low: COURT + 0.1, high: DECK } as const

/** Along the axis, from the hall out: the gate, the pond before it, the foxes and the first torii. */
export const GATE = 58
export const FOXES = 137
export const FIRST_TORII = 140

/** Between the river and the pond: the hall where visitors are received, and the water basin. */
export const OFFICE = { across: 27, ahead: 97 } as const
/** Right of the court the hall where prayers are held, left of it the one where amulets are given. */
export const KAGURADEN = { across: 25.4, ahead: 24, halfAcross: 6.2, halfAhead: 9.4 } as const
export const AMULETS = { across: -31, ahead: 38 } as const
export const BASIN = { across: 12.5, ahead: 92 } as const

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

/** Where the torii path ends: the level ground of the inner shrine, 52 m over the court. */
export const SUMMIT = { across: -34, ahead: -165, radius: 12, height: COURT + 52 } as const

/** Pieces of the torii path; at most of their joints stands a torii: over two hundred. */
const PATH_PIECES = 214

/** The path under the torii: some 300 m of bends from the terrace behind the hall up to the inner shrine. */
export const TORII_PATH: Line = Array.from({ length: PATH_PIECES + 1 }, (_, i) => {
  const t = i / PATH_PIECES
  const bend = 60 * Math.sin(t * 2 * Math.PI)
  return fromShrine(-20 + (SUMMIT.across + 20) * t + bend, -30 + (SUMMIT.ahead + 6 + 30) * t)
})
