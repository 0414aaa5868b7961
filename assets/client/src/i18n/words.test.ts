/** Every sentence the pages ask for exists, in every language; none is kept that nobody says. */
import { describe, expect, it } from 'vitest'
import { compileSentences } from './compile'
import { LANGUAGES, nearestLanguage, pickLanguage } from './language'
import { loadFeatureWords } from './feature-words'
import { loadWords, Words } from './words'

const sources: Record<string, string> = import.meta.glob(
  ['../**/*.ts', '!../**/*.test.ts', '!../i18n/??.ts', '!../i18n/zh-TW.ts'],
  { query: '?raw', import: 'default', eager: true },
)
const files: Record<string, string> = import.meta.glob('../../../locales/ja/{town,errors}.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Keys as they stand in the source; `${…}` inside one stands for any word. */
const asked = Object.values(sources).flatMap((source) =>
  [...source.matchAll(/['"`]((?:town|error)-(?:[\w-]|\$\{[^}]*\})+)['"`]/g)].map(
    ([, key = '']) => new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  ),
)
const written = Object.values(files).flatMap((source) =>
  [...source.matchAll(/^([\w-]+) =/gm)].map(([, key = '']) => key),
)

const features: Record<string, string> = import.meta.glob(
  '../../../locales/ja/*.ftl',
  { query: '?raw', import: 'default', eager: true },
)
/** What feature-words.ts says is none of its business. */
const others = /\{([\w,]+)\}\.ftl/.exec(sources['./feature-words.ts'] ?? '')?.[1]?.split(',')
const FEATURES = Object.entries(features)
  .map(([path, source]) => ({
    feature: /([\w-]+)\.ftl$/.exec(path)?.[1] ?? '',
    keys: [...source.matchAll(/^([\w-]+) =/gm)].map(([, key = '']) => key),
  }))
  .filter(({ feature }) => others?.includes(feature) === false)
const everything = Object.values(sources).join('\n')

describe.each(FEATURES)('the sentences of $feature', ({ feature, keys }) => {
  it('are fetched by whoever says them', () => {
    expect(everything.includes(`loadFeatureWords('${feature}'`)).toBe(true)
  })

  it('are all said', () => {
    const said = [...everything.matchAll(/['"`]([a-z](?:[\w-]|\$\{[^}]*\})+)['"`]/g)].map(
      ([, key = '']) => new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
    )
    expect(keys.filter((key) => !said.some((one) => one.test(key)))).toEqual([])
  })

  it('exist where they are said', () => {
    const said = [...everything.matchAll(new RegExp(`say\\(\\s*['"](${feature}-[\\w-]+)['"]`, 'g'))]
    expect(said.map(([, key = '']) => key).filter((key) => !keys.includes(key))).toEqual([])
  })

  it.each(LANGUAGES)('can be said in %s', async (language) => {
    const words = await loadFeatureWords(feature, language)
    expect(words.language).toBe(language)
    expect(keys.filter((key) => !words.has(key))).toEqual([])
    expect(await loadFeatureWords(feature, language)).toBe(words)
  })
})

describe('features', () => {
  it('are found at all', () => {
    expect(FEATURES.length).toBeGreaterThan(5)
  })
})

describe('sentences of a feature nobody wrote', () => {
  it('are refused, and so are those only the pages of the server say', async () => {
    await expect(loadFeatureWords('nothing', 'ja')).rejects.toThrow(RangeError)
    await expect(loadFeatureWords('staff', 'ja')).rejects.toThrow(RangeError)
  })
})

describe('sentences', () => {
  it('are asked for at all, so that the search below is no empty one', () => {
    expect(asked.length).toBeGreaterThan(100)
    expect(written.length).toBeGreaterThan(100)
  })

  it('that a page asks for exist', () => {
    expect(asked.filter((key) => !written.some((one) => key.test(one))).map(String)).toEqual([])
  })

  it('that exist are asked for by a page', () => {
    const idle = written.filter((one) => !asked.some((key) => key.test(one)))
    expect(idle).toEqual([])
  })

  it.each(LANGUAGES)('can be said in %s', async (language) => {
    const words = await loadWords(language)
    expect(words.language).toBe(language)
    expect(written.filter((key) => !words.has(key))).toEqual([])
    expect(words.say('town-returning', { name: 'あいこ' })).toContain('あいこ')
    expect(words.say('error-too-many', { seconds: 7 })).toContain('7')
  })

  it('take a value as it is and never as a sentence', () => {
    const words = new Words('en', compileSentences('town-hello = Hello, { $name }'))
    expect(words.say('town-hello', { name: '{ town-title }' })).toBe('Hello, { town-title }')
  })

  it('that nobody wrote show their key instead of breaking the page', () => {
    expect(new Words('en', {}).say('town-nothing')).toBe('town-nothing')
  })
})

describe('a refusal', () => {
  it('is told with its values, and in general words when the town is newer than the page', async () => {
    const words = await loadWords('en')
    expect(words.why({ code: 'removed', details: { reason: 'noise' } })).toContain('noise')
    expect(words.why({ code: 'from-next-year', details: {} })).toBe(words.say('error-town-error'))
  })
})

describe('dates', () => {
  it('stand on the clock they are asked for, with the day of the week', async () => {
    const words = await loadWords('ja')
    expect(words.moment('2026-11-28T15:30:00Z', 'Asia/Tokyo')).toBe('11月29日(日) 00:30')
    expect(words.moment('2026-11-28T15:30:00Z', 'UTC')).toBe('11月28日(土) 15:30')
    expect(words.time('2026-11-28T15:30:00Z', 'Asia/Bangkok')).toBe('22:30')
  })

  it('of a calendar day are the same everywhere, and Thai counts years as the city does', async () => {
    expect((await loadWords('ja')).day('2026-11-22')).toBe('2026年11月22日')
    expect((await loadWords('th')).day('2026-11-22')).toContain('2026')
  })
})

describe('the language', () => {
  it('is the nearest of ours', () => {
    expect(nearestLanguage('en-GB')).toBe('en')
    expect(nearestLanguage('ZH-Hant-HK')).toBe('zh-TW')
    expect(nearestLanguage('fr')).toBeNull()
  })

  it('is the first wish we can grant, else Japanese', () => {
    expect(pickLanguage([null, 'fr', 'ko-KR', 'en'])).toBe('ko')
    expect(pickLanguage(['fr', undefined, ''])).toBe('ja')
  })
})
