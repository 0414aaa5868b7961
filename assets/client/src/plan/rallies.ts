/** The town's rallies (assets/town/rallies.json) with types, and how far somebody has come in one. */
import town from '../../../town/rallies.json'
import type { Texts } from './data'

/** Places to reach in any order; the last one counts from `first_day` to `last_day` (in Kashima). */
export interface Rally {
  readonly id: string
  readonly names: Texts
  readonly places: readonly string[]
  readonly first_day: string
  readonly last_day: string | null
}

export const RALLIES: readonly Rally[] = town.rallies

/** How many of the rally's places have been reached. */
export function reachedOf(rally: Rally, reached: ReadonlySet<string>): number {
  return rally.places.filter((place) => reached.has(place)).length
}

/** The rallies to show on `day` (YYYY-MM-DD): those that are on, and those that were completed. */
export function shownOn(
  rallies: readonly Rally[],
  { day, reached }: { readonly day: string; readonly reached: ReadonlySet<string> },
): readonly Rally[] {
  return rallies.filter(
    (rally) =>
      (rally.first_day <= day && (rally.last_day === null || day <= rally.last_day)) ||
      reachedOf(rally, reached) === rally.places.length,
  )
}

/** The rally a new stamp of `place` counts for: of those it belongs to, the one nearest its end. */
export function rallyOf(
  rallies: readonly Rally[],
  { place, reached }: { readonly place: string; readonly reached: ReadonlySet<string> },
): Rally | null {
  const missing = (rally: Rally): number => rally.places.length - reachedOf(rally, reached)
  const mine = rallies.filter(({ places }) => places.includes(place))
  return mine.sort((one, other) => missing(one) - missing(other))[0] ?? null
}

/** The calendar day in Kashima. */
export function dayInKashima(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' }).format(now)
}
