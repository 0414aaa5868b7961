/** How far somebody has come in a rally, and which rallies there are to show. */
import { describe, expect, it } from 'vitest'
import { PLACES } from './data'
import { dayInKashima, RALLIES, type Rally, rallyOf, reachedOf, shownOn } from './rallies'

const names = { ja: '道', en: 'way', th: 'ทาง', ko: '길', 'zh-TW': '路' }
const long: Rally = {
  id: 'long',
  names,
  places: ['a', 'b', 'c'],
  first_day: '2026-04-01',
  last_day: '2026-11-22',
}
const short: Rally = { ...long, id: 'short', places: ['b', 'd'], last_day: null }
const none: ReadonlySet<string> = new Set()

describe('rallies', () => {
  it('lead to places of the town', () => {
    const known = new Set(PLACES.map(({ id }) => id))
    for (const rally of RALLIES) {
      expect(rally.places.filter((place) => !known.has(place))).toEqual([])
      expect(reachedOf(rally, known)).toBe(rally.places.length)
    }
  })

  it('count the places reached, and no others', () => {
    expect(reachedOf(long, none)).toBe(0)
    expect(reachedOf(long, new Set(['a', 'd', 'elsewhere']))).toBe(1)
  })

  it('are shown while they are on, and for ever to who completed them', () => {
    const shown = (day: string, reached = none): string[] =>
      shownOn([long, short], { day, reached }).map(({ id }) => id)
    expect(shown('2026-03-31')).toEqual([])
    expect(shown('2026-04-01')).toEqual(['long', 'short'])
    expect(shown('2026-11-22')).toEqual(['long', 'short'])
    expect(shown('2026-11-23')).toEqual(['short'])
    expect(shown('2026-11-23', new Set(long.places))).toEqual(['long', 'short'])
  })

  it('take a new stamp for the one that is nearest its end', () => {
    const of = (place: string, ...reached: string[]): string | undefined =>
      rallyOf([long, short], { place, reached: new Set(reached) })?.id
    expect(of('b', 'b')).toBe('short')
    expect(of('b', 'a', 'b', 'c')).toBe('long')
    expect(of('a', 'a')).toBe('long')
    expect(of('elsewhere', 'elsewhere')).toBeUndefined()
  })

  it('reckon days in Kashima', () => {
    expect(dayInKashima(new Date('2026-11-22T14:59:59Z'))).toBe('2026-11-22')
    expect(dayInKashima(new Date('2026-11-22T15:00:00Z'))).toBe('2026-11-23')
  })
})
