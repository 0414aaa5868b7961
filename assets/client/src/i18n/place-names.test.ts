/** Whatever language a place is named in, each reader finds their own name beside it. */
import { describe, expect, it } from 'vitest'
import { ISLANDS, type Language, PLACES } from '../plan/data'
import { glossary, type Named, type Piece } from './place-names'

const LANGUAGES: readonly Language[] = ['ja', 'en', 'th', 'ko', 'zh-TW']
const TOWN: readonly Named[] = [...PLACES, ...ISLANDS]
const names = (ja: string, en: string, ko = en): Named => ({
  names: { ja, en, th: en, ko, 'zh-TW': ja },
})
const GATE = names('楼門', 'Rōmon gate', '누문(로몬)')
const SHRINE = names('奥の院', 'Okunoin, the upper shrine')
const PATH = names('奥の院参道', 'Torii path')

const owns = (pieces: readonly Piece[]): readonly (string | null)[] =>
  pieces.map(({ own }) => own).filter((own) => own !== null)
const whole = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

describe('a line about places', () => {
  const forJapanese = glossary([GATE, SHRINE, PATH], 'ja')
  const forEnglish = glossary([GATE, SHRINE, PATH], 'en')

  it('has the reader’s own name beside each place, and every letter of its own', () => {
    expect(forJapanese('Meet me at the Romon gate!')).toEqual([
      { text: 'Meet me at the ', own: null },
      { text: 'Romon gate', own: '楼門' },
      { text: '!', own: null },
    ])
  })

  it.each([
    ['ROMON GATE', '楼門'],
    ['ｒｏｍｏｎ ｇａｔｅ', '楼門'],
    ['Ro\u0304mon gate', '楼門'],
    ['로몬에서', '楼門'],
    ['누문(로몬)', '楼門'],
    ['at Okunoin', '奥の院'],
    ['Okunoin, the upper shrine', '奥の院'],
  ])('finds %s', (line, own) => {
    expect(owns(forJapanese(line))).toEqual([own])
    expect(whole(forJapanese(line))).toBe(line)
  })

  it('takes the longest name that fits, and tells each place once', () => {
    expect(owns(forEnglish('奥の院参道から奥の院へ、また奥の院参道'))).toEqual([
      'Torii path',
      'Okunoin, the upper shrine',
    ])
  })

  it.each(['楼門で会いましょう', 'Romon', 'promon gates', 'aOkunoinb', '楼', ''])(
    'leaves %s as it is',
    (line) => {
      expect(forJapanese(line)).toEqual([{ text: line, own: null }])
    },
  )

  it('does not guess between two places of one name', () => {
    const say = glossary([names('本殿', 'Main hall'), names('本堂', 'Main hall')], 'ja')
    expect(owns(say('the main hall'))).toEqual([])
  })
})

describe('the places of the town', () => {
  it.each(LANGUAGES)('written by anybody are read in %s', (reader) => {
    const read = glossary(TOWN, reader)
    for (const place of TOWN) {
      for (const writer of LANGUAGES) {
        const name = place.names[writer]
        const said = owns(read(`→ ${name}.`))
        expect(whole(read(`→ ${name}.`))).toBe(`→ ${name}.`)
        for (const own of said) expect(own).toBe(place.names[reader])
        if (reader === 'en' && writer === 'ja') expect(said).toEqual([place.names.en])
      }
    }
  })

  it('are not found in everyday lines', () => {
    for (const line of ['おはようございます。いい天気ですね', 'Where is everybody?', 'สวัสดี', '안녕']) {
      for (const reader of LANGUAGES) expect(owns(glossary(TOWN, reader)(line))).toEqual([])
    }
  })
})
