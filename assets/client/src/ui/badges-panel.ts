/** What a visitor has won: badges, the word of an event, stamps, and the way to a wallet. */
import { cell, stopAll } from '../cell'
import { badgeShelf } from './badge-shelf'
import { h } from './dom'
import { loadFeltWords } from './felt-words'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'
import { stampBook } from './stamp-book'
import { walletEntry } from './wallet-entry'
import { wordEntry } from './word-entry'

export function make({ words, visit, api, placeName }: PanelParts): Panel {
  const shelf = badgeShelf({ words, placeName, badges: visit.badges })
  const felt = cell((_: string): string => '')
  const book = stampBook({ words, placeName, stamps: visit.stamps, felt })
  // The book is whole without them; who came lately is written in when it is known.
  loadFeltWords(api, words.language, visit.stamps.get()).then(
    (company) => felt.set(company.book),
    (fault: unknown) => console.error(fault),
  )
  const slug = visit.event.get()?.slug
  const word =
    slug !== undefined &&
    wordEntry({ words, api, slug, received: (badge) => visit.receiveBadge(badge) })
  return {
    title: words.say('town-badges-title'),
    body: h('div', {}, shelf.element, word, book.element, walletEntry(words, api)),
    stop: stopAll([shelf.stop, book.stop]),
  }
}
