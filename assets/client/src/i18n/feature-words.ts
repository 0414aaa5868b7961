/** The sentences of one feature, fetched only with the panel or page that says them. */
import type { Language } from './language'
import type { Sentences } from './sentence'
import { Words } from './words'

/** Any `<feature>.ftl` but what everybody has already, and what only Python's pages say. */
const SENTENCES = import.meta.glob<Sentences>(
  [
    '../../../locales/*/*.ftl',
    '!../../../locales/*/{town,errors,pages,proof,staff,dates,card,offline}.ftl',
  ],
  { query: '?sentences', import: 'default' },
)

const kept = new Map<string, Words>()

/** Fetch the sentences of `<feature>.ftl` in one language, once; rejects when they cannot be. */
export async function loadFeatureWords(feature: string, language: Language): Promise<Words> {
  const path = `../../../locales/${language}/${feature}.ftl`
  const known = kept.get(path)
  if (known !== undefined) return known
  const load = SENTENCES[path]
  if (load === undefined) throw new RangeError(`no sentences for ${feature} in ${language}`)
  const words = new Words(language, await load())
  kept.set(path, words)
  return words
}
