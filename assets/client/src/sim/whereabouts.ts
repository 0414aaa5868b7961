/** Where in the town somebody is, in its own words. */
import type { Island, Place } from '../plan/data'
import type { Pose } from '../town'

interface Round {
  readonly x: number
  readonly z: number
  readonly radius: number
}

/** Whether a pose lies within the radius of a place or an island. */
export function isWithin({ x, z, radius }: Round, pose: Pose): boolean {
  return Math.hypot(x - pose.x, z - pose.z) <= radius
}

/** The place one stands in; height counts, for one place may lie above another. */
export function placeOf(places: readonly Place[], pose: Pose): Place | null {
  const distance = ({ x, y, z }: Place): number => Math.hypot(x - pose.x, y - pose.y, z - pose.z)
  return nearest(places, pose, distance)
}

/** The island one is on: of those that overlap, the one whose middle is nearest. */
export function islandOf(islands: readonly Island[], pose: Pose): Island | null {
  return nearest(islands, pose, ({ x, z }) => Math.hypot(x - pose.x, z - pose.z))
}

function nearest<T extends Round>(
  rounds: readonly T[],
  pose: Pose,
  distance: (round: T) => number,
): T | null {
  let found: T | null = null
  for (const round of rounds) {
    if (!isWithin(round, pose)) continue
    if (found === null || distance(round) < distance(found)) found = round
  }
  return found
}
