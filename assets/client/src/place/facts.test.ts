/** Every place has something true to say, in five languages, and points at the real world with care. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../i18n/language'
import { PLACES } from '../plan/data'
import { loadFacts, loadSources, mapLink, sourceName } from './facts'

const files = Object.keys(import.meta.glob('../../../town/places/*.json'))
const ids = files.map((path) => /([\w-]+)\.json$/.exec(path)?.[1] ?? '')

/** The city and the sea before it: west, south, east, north. */
const KASHIMA = { west: 130.03, south: 32.98, east: 130.18, north: 33.14 }

describe('what is written about places', () => {
  it('is there for every place of the town, and for no other', () => {
    expect([...ids].sort()).toEqual(PLACES.map(({ id }) => id).sort())
  })

  it.each(ids)('says of %s what its sources say, in every language', async (id) => {
    const [told, sources] = await Promise.all([loadFacts(id), loadSources()])
    expect(told.place).toBe(id)
    expect(told.facts.length).toBeGreaterThan(0)
    expect(told.reading.kana).toMatch(/^[\u3041-\u3096\u30a1-\u30fc]+$/)
    expect(told.reading.romaji).toMatch(/^[A-Za-zāīūēō -]+$/)
    for (const { source, words } of told.facts) {
      expect(sources[source], `${id} rests on ${source}`).toBeDefined()
      for (const language of LANGUAGES) expect(words[language].length).toBeGreaterThan(5)
      expect(new Set(Object.values(words)).size).toBe(LANGUAGES.length)
    }
  })

  it.each(ids)('shows %s on no map unless its position was published', async (id) => {
    const { map } = await loadFacts(id)
    if (map === null) return
    expect(['A', 'B']).toContain(map.confidence)
    expect((await loadSources())[map.source]).toBeDefined()
    expect(map.lon).toBeGreaterThan(KASHIMA.west)
    expect(map.lon).toBeLessThan(KASHIMA.east)
    expect(map.lat).toBeGreaterThan(KASHIMA.south)
    expect(map.lat).toBeLessThan(KASHIMA.north)
  })

  it('never leads strangers to the doors of those who live in the thatched quarter', async () => {
    expect((await loadFacts('thatch')).map).toBeNull()
  })

  it('of a place the town has not is refused', async () => {
    await expect(loadFacts('atlantis')).rejects.toThrow(RangeError)
  })
})

describe('a map', () => {
  const point = { of: 'yutoku', lat: 33.07361, lon: 130.10833, source: '1' } as const

  it('opens at the point, nearer the surer it is', () => {
    const sure = mapLink({ ...point, confidence: 'A' }, 'ja')
    expect(sure).toBe(
      'https://www.openstreetmap.org/?mlat=33.07361&mlon=130.10833&locale=ja#map=17/33.07361/130.10833',
    )
    expect(mapLink({ ...point, confidence: 'B' }, 'zh-TW')).toContain('locale=zh-Hant#map=14/')
  })
})

describe('a source', () => {
  it.each([
    ['city.saga-kashima.lg.jp/main/233.html', 'city.saga-kashima.lg.jp'],
    ['pref.saga (cache) kiji0031704; hakataboy.com/x', 'pref.saga, hakataboy.com'],
    ['a.jp/x; b.jp/y; a.jp/z', 'a.jp, b.jp'],
    ['station_database by Seo-4d696b75, CC BY 4.0', 'station_database by Seo-4d696b75, CC BY 4.0'],
    ['', ''],
  ])('%s is named %s', (source, name) => {
    expect(sourceName(source)).toBe(name)
  })
})
