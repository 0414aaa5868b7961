/** The following of one visit, made when it is first asked for, whichever set of tools is on the page. */
import type { Place } from '../plan/data'
import type { Answer } from '../net/connection'
import type { Pose } from '../town'
import type { Visit } from '../visit'
import { Follow } from './follow'

/** Metres beyond which one is taken to the guide's place first instead of running all the way. */
export const FAR = 90

const made = new WeakMap<Visit, Follow>()

/** The visit's own following; it looks once a frame from now on. */
export function followOf(visit: Visit): Follow {
  const known = made.get(visit)
  if (known !== undefined) return known
  const follow = new Follow({
    journey: visit.journey,
    whereIs: (id) => visit.roster.pose(id, performance.now() / 1000),
  })
  made.set(visit, follow)
  visit.eachFrame.add((now) => follow.frame(now))
  return follow
}

/** The place nearest to somebody, where the quick way leads to them. */
export function placeBy(places: readonly Place[], { x, y, z }: Pose): Place | null {
  const away = (place: Place): number => Math.hypot(place.x - x, place.y - y, place.z - z)
  return places.reduce<Place | null>(
    (best, place) => (best === null || away(place) < away(best) ? place : best),
    null,
  )
}

/** Go to somebody and follow them: on foot if they are near, by the quick way if they are far. */
export async function goTo(
  visit: Visit,
  id: number,
  places: readonly Place[],
): Promise<Answer> {
  const follow = followOf(visit)
  const them = visit.roster.pose(id, performance.now() / 1000)
  const own = visit.journey.pose()
  let answer: Answer = { ok: true }
  if (them !== null && own !== null) {
    const away = Math.hypot(them.x - own.x, them.z - own.z)
    const place = placeBy(places, them)
    // A place farther from them than we are would lead away.
    const helps = place !== null && Math.hypot(place.x - them.x, place.z - them.z) < away / 2
    if (away > FAR && helps) answer = await visit.travel(place)
  }
  // Refused because asked too often: the way on foot is still there.
  follow.follow(id)
  return answer
}
