import { describe, expect, it } from 'vitest'
import type { Badge } from '../api'
import { LANGUAGES, type Language } from '../i18n/language'
import { loadWords, type Words } from '../i18n/words'
import { badgeName, byMonth, whereOf } from './badge-name'

const spoken = new Map<Language, Words>()
for (const language of LANGUAGES) spoken.set(language, await loadWords(language))
const words = (language: Language): Words => {
  const found = spoken.get(language)
  if (found === undefined) throw new RangeError(language)
  return found
}
const places = (id: string): string => ({ michinoeki: '道の駅鹿島' })[id] ?? id
const badge = (more: Partial<Badge>): Badge => ({
  id: 1,
  title: '酒蔵通りの夕べ',
  place: 'sakagura-dori',
  occurred_on: '2026-11-22',
  kind: 'event',
  source: 'presence',
  state: 'final',
  proof: null,
  art: null,
  ...more,
})

describe('the name of a badge', () => {
  it('is what staff typed, for an event, in every language', () => {
    for (const language of LANGUAGES) {
      expect(badgeName(badge({}), words(language), places)).toBe('酒蔵通りの夕べ')
    }
  })

  it('is said in the reader’s own words for every other kind', () => {
    const others = [
      badge({ kind: 'host' }),
      badge({ kind: 'real', place: 'michinoeki', title: '道の駅鹿島' }),
      badge({ kind: 'monthly', place: '', title: '2026年11月の来訪' }),
      badge({ kind: 'rally', place: '', title: '四つの島めぐり' }),
    ]
    for (const one of others) {
      const said = LANGUAGES.map((language) => badgeName(one, words(language), places))
      expect(new Set(said).size).toBe(LANGUAGES.length)
      for (const name of said) expect(name).not.toMatch(/town-|[{}]/)
    }
    const ja = words('ja')
    expect(others.map((one) => badgeName(one, ja, places))).toEqual([
      '「酒蔵通りの夕べ」の案内役',
      '道の駅鹿島を訪問',
      '2026年11月の来訪',
      '四つの島めぐり',
    ])
  })

  it('of a rally that is no more is its Japanese one', () => {
    const gone = badge({ kind: 'rally', title: '昔のラリー' })
    expect(badgeName(gone, words('en'), places)).toBe('昔のラリー')
  })
})

describe('the place of a badge', () => {
  it('is the town for what belongs to no one place', () => {
    expect(whereOf(badge({ place: '' }), words('ja'), places)).toBe(words('ja').say('town-title'))
  })

  it('is the title for a counter the town has no place for', () => {
    const counter = badge({ kind: 'real', place: 'city-hall', title: '市役所ロビー' })
    expect(whereOf(counter, words('ja'), places)).toBe('市役所ロビー')
  })
})

describe('the months of a shelf', () => {
  it('go from the newest to the oldest, each with its newest first', () => {
    const held = [
      badge({ id: 1, occurred_on: '2026-10-30' }),
      badge({ id: 2, occurred_on: '2026-11-02' }),
      badge({ id: 4, occurred_on: '2026-11-22' }),
      badge({ id: 3, occurred_on: '2026-11-22' }),
    ]
    expect(
      byMonth(held).map(({ month, badges }) => [month, badges.map(({ id }) => id)]),
    ).toEqual([
      ['2026-11-01', [4, 3, 2]],
      ['2026-10-01', [1]],
    ])
    expect(byMonth([])).toEqual([])
  })
})
