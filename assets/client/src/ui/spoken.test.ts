/** What a guide says: kept to a bound, in the reader's language, as long as it takes to read. */
import { describe, expect, it } from 'vitest'
import { foreignLanguage, heard, readingTime, type Spoken, wordsOf } from './spoken'

const written: Spoken = {
  by: 'recorded',
  name: 'めぐり',
  text: { ja: '水', en: 'water', th: 'น้ำ', ko: '물', 'zh-TW': '水' },
}
const said: Spoken = { by: 'guide', name: '花子', text: 'ようこそ', language: 'ja' }

describe('what a guide says', () => {
  it('is read in the language of the reader where it was written in it', () => {
    expect(wordsOf(written, 'ko')).toBe('물')
    expect(foreignLanguage(written, 'ko')).toBeNull()
  })

  it('of a person is left as they said it, and its language is told to whom it is foreign', () => {
    expect(wordsOf(said, 'en')).toBe('ようこそ')
    expect(foreignLanguage(said, 'en')).toBe('ja')
    expect(foreignLanguage(said, 'ja')).toBeNull()
    expect(foreignLanguage({ by: 'guide', name: '花子', text: 'hello' }, 'ja')).toBeNull()
  })

  it('is kept in its order, the oldest going first', () => {
    let all: readonly Spoken[] = []
    for (let at = 0; at < 60; at += 1) all = heard(all, { ...said, text: String(at) })
    expect(all.length).toBe(50)
    expect([all[0]?.text, all.at(-1)?.text]).toEqual(['10', '59'])
  })

  it('stays the longer the more there is to read', () => {
    expect(readingTime('短い')).toBe(12_000)
    expect(readingTime('長'.repeat(200))).toBe(50_000)
  })
})
