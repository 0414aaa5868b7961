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

/** A place, and how far it is as the crow flies. */
export interface Nearby {
  readonly place: Place
  readonly metres: number
}

/** The nearest places, without the one one stands in. */
export function nearby(places: readonly Place[], pose: Pose, count: number): readonly Nearby[] {
  const here = placeOf(places, pose)
  return places
    .filter((place) => place !== here)
    .map((place) => ({ place, metres: Math.hypot(place.x - pose.x, place.z - pose.z) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, count)
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
