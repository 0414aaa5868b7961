/** What a guide says, whoever that is: a person here, a recording on the hour, or the ride-along. */
import type { Language } from '../i18n/language'

/** Who speaks: people are named, a recording is always called one. */
export type Voice = 'guide' | 'staff' | 'recorded' | 'replay' | 'ride'

/** As a person wrote it, or in every language. */
type Words = string | Readonly<Record<Language, string>>

export interface Spoken {
  readonly by: Voice
  /** A person's nickname, or the name of the tour or recording. */
  readonly name: Words
  /** As somebody said it, or in every language the tour was written in. */
  readonly text: Words
  /** The language of a text somebody said, where it is known. */
  readonly language?: Language
}

/** Sentences kept to read again. */
const KEPT = 50

/** Those before and the new one, as many as are kept. */
export function heard(before: readonly Spoken[], said: Spoken): readonly Spoken[] {
  return [...before, said].slice(-KEPT)
}

/** Those words for a reader of that language. */
export function inLanguage(words: Words, reader: Language): string {
  return typeof words === 'string' ? words : words[reader]
}

/** What is said, for a reader of that language. */
export function wordsOf({ text }: Spoken, reader: Language): string {
  return inLanguage(text, reader)
}

/** The language the reader will find, when it is another than their own. */
export function foreignLanguage({ text, language }: Spoken, reader: Language): Language | null {
  return typeof text !== 'string' || language === undefined || language === reader ? null : language
}

/** Milliseconds a sentence stays before it is folded away; it can always be unfolded again. */
export function readingTime(text: string): number {
  // A slow reader takes in four characters of Japanese a second, and more of an alphabet.
  return Math.max(12_000, text.length * 250)
}
