/** The stamps of a visitor: a page for each rally, and a word when one more is won. */
import './stamp-book.css'
import { type Stop, stopAll, type Watched } from '../cell'
import type { Words } from '../i18n/words'
import type { Stamp } from '../net/protocol'
import { dayInKashima, RALLIES, type Rally, rallyOf, reachedOf, shownOn } from '../plan/rallies'
import { fill, freshId, h, icon } from './dom'
import { ICONS } from './icons'
import type { Voice } from './live'
import type { PlaceName } from './place-name'

export interface StampBookParts {
  readonly words: Words
  readonly placeName: PlaceName
  readonly stamps: Watched<readonly Stamp[]>
  /** A few words about others who were at a place lately; empty for nobody. */
  readonly felt?: Watched<(place: string) => string>
}

/** Milliseconds the word of a new stamp stays; it stands in the book for good. */
const NEWS_MS = 7000

const SMALL = { class: 'small quiet' }
const nobody = (): string => ''

/** The book, and the stop of its watching. */
export function stampBook({ words, placeName, stamps, felt }: StampBookParts): {
  element: HTMLElement
  stop: Stop
} {
  const title = h('h3', { id: freshId('stamps') }, words.say('town-stamps'))
  const pages = h('div', { class: 'stamp-pages' })
  const element = h(
    'section',
    { class: 'stamp-book', 'aria-labelledby': title.id, testid: 'stamps' },
    title,
    h('p', { class: 'small quiet' }, words.say('town-stamps-about')),
    pages,
  )
  const show = (): void => {
    const reached = placesOf(stamps.get())
    const rallies = shownOn(RALLIES, { day: dayInKashima(new Date()), reached })
    const others = felt?.get() ?? nobody
    fill(pages, ...rallies.map((rally) => page(rally, { words, placeName, reached, others })))
  }
  const stop = stopAll([stamps.watch(show), felt?.changes(show) ?? (() => undefined)])
  return { element, stop }
}

/** The book of somebody who is about to come in: closed, with only its title to be seen. */
export function closedBook(parts: StampBookParts): { element: HTMLElement; stop: Stop } {
  const { element, stop } = stampBook(parts)
  const title = h('summary', {}, parts.words.say('town-stamps'))
  element.querySelector('h3')?.classList.add('unseen')
  return { element: h('details', { class: 'fold', testid: 'stamp-fold' }, title, element), stop }
}

function page(
  rally: Rally,
  parts: {
    readonly words: Words
    readonly placeName: PlaceName
    readonly reached: ReadonlySet<string>
    readonly others: (place: string) => string
  },
): HTMLElement {
  const { words, placeName, reached, others } = parts
  const done = reachedOf(rally, reached)
  const all = rally.places.length
  const isDone = done === all
  return h(
    'section',
    { class: isDone ? 'stamp-page is-done' : 'stamp-page', testid: `rally-${rally.id}` },
    h(
      'h4',
      {},
      rally.names[words.language],
      ' ',
      h(
        'span',
        { class: isDone ? 'chip chip-final' : 'chip chip-ended', testid: 'rally-progress' },
        words.say(isDone ? 'town-rally-done' : 'town-rally-progress', { done, all }),
      ),
    ),
    h(
      'ul',
      { class: 'stamps' },
      ...rally.places.map((place) => {
        const isWon = reached.has(place)
        return h(
          'li',
          { class: isWon ? 'stamp is-won' : 'stamp', testid: `stamp-${place}` },
          h('span', { class: 'stamp-mark' }, isWon && icon(ICONS.stamp)),
          h('span', {}, placeName(place)),
          h('span', { class: 'unseen' }, words.say(isWon ? 'town-stamp-won' : 'town-stamp-open')),
          others(place) !== '' && h('span', SMALL, others(place)),
        )
      }),
    ),
  )
}

/** The word of a new stamp, hidden until one is won, and the stop of its watching. */
export function stampNews({
  words,
  placeName,
  stamps,
  before,
  voice,
}: StampBookParts & {
  readonly voice: Voice
  /** What was won before anything was new. */
  readonly before: readonly Stamp[]
}): { element: HTMLElement; stop: Stop } {
  const text = h('p', { testid: 'stamp-news' })
  const element = h('div', { class: 'stamp-news', hidden: true }, icon(ICONS.stamp), text)
  let known = placesOf(before)
  let timer = 0
  const stop = stamps.watch((won) => {
    const reached = placesOf(won)
    const fresh = [...reached].filter((place) => !known.has(place))
    known = reached
    if (fresh.length === 0) return
    const said = fresh.map((place) => sentences(place, reached))
    fill(text, ...said.flatMap(([got, far]) => [h('span', {}, got), h('span', SMALL, far)]))
    voice.say(said.flat().join(' '))
    element.hidden = false
    clearTimeout(timer)
    timer = window.setTimeout(() => (element.hidden = true), NEWS_MS)
  })

  /** What was won, and how far one has come in its rally, if it belongs to one. */
  function sentences(place: string, reached: ReadonlySet<string>): readonly [string, string] {
    const got = words.say('town-stamp-got', { place: placeName(place) })
    const rally = rallyOf(RALLIES, { place, reached })
    if (rally === null) return [got, '']
    const [done, all] = [reachedOf(rally, reached), rally.places.length]
    return [got, words.say('town-stamp-rally', { rally: rally.names[words.language], done, all })]
  }

  return {
    element,
    stop: () => {
      clearTimeout(timer)
      stop()
    },
  }
}

function placesOf(stamps: readonly Stamp[]): ReadonlySet<string> {
  return new Set(stamps.map(({ place }) => place))
}
