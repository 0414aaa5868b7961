/** Puts the reader's own name of each place beside the name that somebody wrote. */
import { glossary, type Piece } from '../i18n/place-names'
import type { Language } from '../i18n/language'
import { ISLANDS, PLACES } from '../plan/data'
import { fill, h } from './dom'

const kept = new Map<Language, (line: string) => readonly Piece[]>()

/** What was written stays as it is; a name is added in brackets, told apart by its size. */
export function addOwnNames(element: HTMLElement, line: string, language: Language): void {
  const read = kept.get(language) ?? glossary([...PLACES, ...ISLANDS], language)
  kept.set(language, read)
  const pieces = read(line)
  if (pieces.every(({ own }) => own === null)) return
  fill(
    element,
    ...pieces.flatMap(({ text, own }) => [text, own !== null && bracketed(own, language)]),
  )
}

function bracketed(own: string, language: Language): HTMLElement {
  const isWide = language === 'ja' || language === 'zh-TW'
  return h('small', { lang: language, class: 'own-name' }, isWide ? `（${own}）` : ` (${own})`)
}
