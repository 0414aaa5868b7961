/** What the build reads is said word for word as Fluent's own library says it. */
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'
import { compileSentences } from './compile'
import { LANGUAGES } from './language'
import { sayPattern, type Values } from './sentence'

const sources: Record<string, string> = import.meta.glob(
  ['../../../locales/*/*.ftl', '!../../../locales/*/{pages,proof,staff,dates}.ftl'],
  { query: '?raw', import: 'default', eager: true },
)

/** Values of every kind for every name a sentence may ask for. */
function valuesFor(source: string): Values[] {
  const names = [...new Set([...source.matchAll(/\$([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name))]
  return [0, 1, 2, 5, 1234.5, 'あいこ', 'other'].map((value) =>
    Object.fromEntries(names.map((name) => [name, value])),
  )
}

describe.each(LANGUAGES)('every sentence in %s', (language) => {
  const files = Object.entries(sources).filter(([path]) => path.includes(`/${language}/`))

  it('is there to be read', () => {
    expect(files.length).toBeGreaterThan(3)
  })

  it.each(files)('of %s is said as Fluent says it', (_path, source) => {
    const bundle = new FluentBundle(language, { useIsolating: false })
    bundle.addResource(new FluentResource(source))
    const sentences = compileSentences(source)
    expect(Object.keys(sentences).length).toBeGreaterThan(0)
    for (const [key, pattern] of Object.entries(sentences))
      for (const values of [{}, ...valuesFor(source)]) {
        const value = bundle.getMessage(key)?.value ?? ''
        expect(sayPattern(pattern, { sentences, language, values }), key).toBe(
          bundle.formatPattern(value, values, []),
        )
      }
  })
})

describe('what the client could not say', () => {
  it.each([
    ['a = { NUMBER($n, minimumFractionDigits: 2) }'],
    ['a = { -brand }'],
    ['a = b\n    .title = c'],
    ['a = { b.title }\nb = c'],
    ['a = { $n'],
    ['a = x\na = y'],
    ['a = { NUMBER($n) ->\n    [one] x\n   *[other] y\n }'],
  ])('%j stops the build', (source) => {
    expect(() => compileSentences(source)).toThrow(SyntaxError)
  })
})
