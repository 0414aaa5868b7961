/** What is known of the real place (assets/town/places): read with care, fetched when somebody asks. */
import type { Language, Texts } from '../plan/data'

/** Places on the real map; the shrine's own spots share the shrine's. */
export type MappedAs = 'yutoku' | 'castle' | 'station' | 'mudflat' | 'michinoeki'

/** A point of the real world: `A` is from a dataset, `B` was published rounded; nothing weaker is shown. */
export interface RealPoint {
  readonly of: MappedAs
  readonly lat: number
  readonly lon: number
  readonly confidence: 'A' | 'B'
  /** Tag in assets/town/sources.json. */
  readonly source: string
}

export interface Fact {
  readonly source: string
  readonly words: Texts
}

export interface PlaceFacts {
  readonly place: string
  readonly reading: { readonly kana: string; readonly romaji: string }
  /** Whether it has opening hours, which change and so stand nowhere here. */
  readonly opens: boolean
  readonly map: RealPoint | null
  readonly facts: readonly Fact[]
}

const FILES = import.meta.glob<PlaceFacts>('../../../town/places/*.json', { import: 'default' })

/** Fetch what is known of a place; rejects when it cannot be, RangeError for a place without a file. */
export async function loadFacts(place: string): Promise<PlaceFacts> {
  const load = FILES[`../../../town/places/${place}.json`]
  if (load === undefined) throw new RangeError(`nothing is written about ${place}`)
  return load()
}

/** Fetch where facts come from, by their tags. */
export async function loadSources(): Promise<Readonly<Record<string, string>>> {
  return (await import('../../../town/sources.json')).default.sources
}

/** The sites a source is found at, without the paths, which are of no use to read aloud. */
export function sourceName(source: string): string {
  const sites = source.split(';').map((one) => one.trim().split(/\/| \(/)[0] ?? '')
  return [...new Set(sites.filter((site) => site !== ''))].join(', ')
}

const LANGUAGE_TAGS: Readonly<Record<Language, string>> = {
  ja: 'ja',
  en: 'en',
  th: 'th',
  ko: 'ko',
  'zh-TW': 'zh-Hant',
}

/** A map of the point, on a site of its own: nothing of it is fetched before somebody goes there. */
export function mapLink({ lat, lon, confidence }: RealPoint, language: Language): string {
  const zoom = confidence === 'A' ? 17 : 14
  const at = `${zoom}/${lat}/${lon}`
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}&locale=${LANGUAGE_TAGS[language]}#map=${at}`
}
