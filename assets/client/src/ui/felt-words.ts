/** The sentences about others who were somewhere lately, and the counts they rest on. */
import { loadFelt, MANY, othersAt } from '../felt'
import type { Asking } from '../api'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Language } from '../i18n/language'
import type { Stamp } from '../net/protocol'
import { dayInKashima } from '../plan/rallies'

export interface FeltWords {
  /** A sentence for who stands at the place; empty when there is nothing to say. */
  here(place: string): string
  /** A few words for the stamp book. */
  book(place: string): string
}

const DAY_MS = 86_400_000

/** Fetch counts and sentences; `own` are the reader's stamps, which may be what was counted. */
export async function loadFeltWords(
  api: Asking,
  language: Language,
  own: readonly Stamp[],
): Promise<FeltWords> {
  const [words, felt] = await Promise.all([loadFeatureWords('felt', language), loadFelt(api)])
  const since = dayInKashima(new Date(Date.now() - DAY_MS))
  const count = (place: string): number => othersAt(felt, { place, own, since })
  const many = (place: string): boolean => count(place) >= MANY
  return {
    here(place) {
      if (count(place) === 0) return ''
      return many(place) ? words.say('felt-many', { count: count(place) }) : words.say('felt-some')
    },
    book(place) {
      if (count(place) === 0) return ''
      return many(place)
        ? words.say('felt-book-many', { count: count(place) })
        : words.say('felt-book-some')
    },
  }
}
