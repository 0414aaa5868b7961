/** How long a tour takes. */
import type { Leg, Tour, TourWays } from './tour'

/** Metres a second of a stroll, the way from stop to stop being seen and not just covered. */
const STROLL = 3

/** Minutes from the first words to the last, on foot, rounded up. */
export function minutes(tour: Tour, ways: TourWays): number {
  const listening = tour.stops.reduce((seconds, stop) => seconds + stop.seconds, 0)
  const walking = ways.legs.reduce((seconds, leg) => seconds + metres(leg) / STROLL, 0)
  return Math.ceil((listening + walking) / 60)
}

function metres(leg: Leg): number {
  let length = 0
  for (const [k, [x, y, z]] of leg.entries()) {
    const [fromX, fromY, fromZ] = leg[k - 1] ?? [x, y, z]
    length += Math.hypot(x - fromX, y - fromY, z - fromZ)
  }
  return length
}
