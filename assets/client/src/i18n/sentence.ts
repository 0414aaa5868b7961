/** Sentences as the build has read them from Fluent (compile.ts), and how one is said with its values. */

/** What a sentence is made of: text, values, other sentences, and choices. */
export type Part =
  | string
  /** A value. */
  | { readonly v: string }
  /** Another sentence. */
  | { readonly m: string }
  /** The choice `o` makes by the value `s`; `d` when nothing else fits. */
  | { readonly s: string; readonly o: Readonly<Record<string, Pattern>>; readonly d: string }

export type Pattern = string | readonly Part[]
export type Sentences = Readonly<Record<string, Pattern>>
export type Values = Readonly<Record<string, string | number>>

export interface Saying {
  readonly sentences: Sentences
  readonly language: string
  readonly values: Values
}

/** The sentence in words; a value that was not given shows by its name. */
export function sayPattern(pattern: Pattern, saying: Saying): string {
  if (typeof pattern === 'string') return pattern
  return pattern.map((part) => sayPart(part, saying)).join('')
}

function sayPart(part: Part, saying: Saying): string {
  if (typeof part === 'string') return part
  const { values, sentences, language } = saying
  if ('m' in part) return sayPattern(sentences[part.m] ?? part.m, saying)
  if ('v' in part) {
    const value = values[part.v]
    if (typeof value === 'number') return new Intl.NumberFormat(language).format(value)
    return value ?? `{$${part.v}}`
  }
  return sayPattern(part.o[chosen(part.o, values[part.s], language) ?? part.d] ?? '', saying)
}

/** Which choice a value makes: its own, else that of its plural in this language. */
function chosen(
  choices: Readonly<Record<string, Pattern>>,
  value: string | number | undefined,
  language: string,
): string | undefined {
  if (value === undefined) return undefined
  if (Object.hasOwn(choices, value)) return String(value)
  if (typeof value !== 'number') return undefined
  const plural = new Intl.PluralRules(language).select(value)
  return Object.hasOwn(choices, plural) ? plural : undefined
}
