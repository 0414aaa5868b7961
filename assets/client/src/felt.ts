/** Others' recent stamps as the town tells them: at least how many people reached which place. */
import type { Asking } from './api'
import type { Stamp } from './net/protocol'

/** At least so many people, by place; places nobody reached lately are left out. */
export type Felt = ReadonlyMap<string, number>

interface Told {
  readonly places: readonly { readonly place: string; readonly at_least: number }[]
}

/** The town counts anew once a minute. */
const FRESH_MS = 60_000
/** From this count on a number is told; below it one only says that somebody was there. */
export const MANY = 5

let kept: { readonly at: number; readonly felt: Felt } | null = null

/** Ask for it, or take what was asked for less than a minute ago; nothing where the town is away. */
export async function loadFelt(api: Asking): Promise<Felt> {
  const now = performance.now()
  if (kept !== null && now - kept.at < FRESH_MS) return kept.felt
  const answer = await api.ask<Told>('GET', '/api/stamps/recent')
  if (!answer.ok) return new Map()
  const felt = new Map(answer.value.places.map(({ place, at_least }) => [place, at_least]))
  kept = { at: now, felt }
  return felt
}

/**
 * At least how many others were there; 0 for nobody, as far as one can honestly say.
 * A small count may be one's own stamp, so it says nothing to who won theirs `since` that day.
 */
export function othersAt(
  felt: Felt,
  { place, own, since }: { readonly place: string; readonly own: readonly Stamp[]; since: string },
): number {
  const count = felt.get(place) ?? 0
  const isOwn = own.some((stamp) => stamp.place === place && stamp.day >= since)
  return count < MANY && isOwn ? 0 : count
}
