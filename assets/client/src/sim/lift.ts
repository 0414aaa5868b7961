/** The lifts of the town: who stands in one is carried to its other end. Pure. */
import { fromShrine, LIFT } from '../plan/shrine'
import type { Pose } from '../town'

/** A cabin that goes up and down over (x, z). */
export interface Lift {
  readonly x: number
  readonly z: number
  readonly low: number
  readonly high: number
}

const [x, z] = fromShrine(LIFT.across, LIFT.ahead)
export const LIFTS: readonly Lift[] = [{ x, z, low: LIFT.low, high: LIFT.high }]

/** Metres per second; the server lets nobody move faster than 5.5. */
export const LIFT_SPEED = 2.4
/** What a ride counts for when ways are compared: as long as a walk of so many metres takes. */
export const LIFT_METRES = 20

/** How near the middle of the cabin one stands when it sets off. */
const INSIDE = 1.2
/** Metres from an end at which the cabin counts as being there. */
const AT_END = 0.7

/** The height to which the lift round that pose would go, or null when one is in none. */
export function liftGoal({ x, y, z }: Pose): number | null {
  for (const lift of LIFTS) {
    if (Math.abs(x - lift.x) > INSIDE || Math.abs(z - lift.z) > INSIDE) continue
    if (y < lift.low - AT_END || y > lift.high + AT_END) continue
    // Somebody who came back in mid-air goes on up.
    return y > lift.high - AT_END ? lift.low : lift.high
  }
  return null
}
