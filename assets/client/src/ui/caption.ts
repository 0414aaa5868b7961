/** One card for what a guide says: large words, who speaks, and what was said before. */
import './caption.css'
import { type Cell, cell, type Stop, stopAll, type Watched } from '../cell'
import { LANGUAGE_NAMES } from '../i18n/language'
import type { Words } from '../i18n/words'
import type { CaptionSize, Preferences } from '../preferences'
import { fill, freshId, h, icon, quote, write } from './dom'
import { ICONS } from './icons'
import { foreignLanguage, inLanguage, readingTime, type Spoken, wordsOf } from './spoken'

/** Milliseconds from the card to its first words. */
const SETTLE_MS = 120

export interface CaptionParts {
  /** The sentences of the guide (guide.ftl). */
  readonly words: Words
  /** What was said, the newest last. */
  readonly spoken: Watched<readonly Spoken[]>
  readonly size: Cell<CaptionSize>
}

/** The size as it is kept with what else the visitor set. */
export function sizeOf(preferences: Cell<Preferences>): { cell: Cell<CaptionSize>; stop: Stop } {
  const size = cell<CaptionSize>(preferences.get().captionSize ?? 1)
  return {
    cell: size,
    stop: size.changes((captionSize) => preferences.set({ ...preferences.get(), captionSize })),
  }
}

/** The card; it takes its own room into account wherever the page keeps things in sight. */
export function captionCard({ words, spoken, size }: CaptionParts): {
  element: HTMLElement
  stop: Stop
} {
  const title = freshId('caption')
  const earlierId = freshId('earlier')
  const who = h('p', { class: 'caption-who', id: title, testid: 'caption-who' })
  const text = h('p', { class: 'caption-text', testid: 'caption-text' })
  // There from the start, and only ever rewritten: a region that comes with its words is not read.
  const live = h('div', { role: 'status', 'aria-live': 'polite' }, who, text)
  const history = h('ol', {
    class: 'caption-earlier',
    id: earlierId,
    hidden: true,
    tabindex: '0',
    'aria-label': words.say('guide-earlier'),
    testid: 'caption-history',
  })
  const earlier = h(
    'button',
    {
      type: 'button',
      class: 'caption-tool',
      'aria-expanded': 'false',
      'aria-controls': earlierId,
      testid: 'caption-earlier',
      on: { click: () => showHistory(history.hidden !== false) },
    },
    words.say('guide-earlier'),
  )
  const larger = h('button', {
    type: 'button',
    class: 'caption-tool',
    testid: 'caption-size',
    on: { click: () => size.set(size.get() === 3 ? 1 : size.get() === 1 ? 2 : 3) },
  })
  const card = h(
    'section',
    { class: 'caption', 'aria-labelledby': title, testid: 'caption', hidden: true },
    history,
    live,
    h(
      'div',
      { class: 'caption-tools' },
      earlier,
      larger,
      h(
        'button',
        {
          type: 'button',
          class: 'caption-tool caption-close',
          testid: 'caption-fold',
          on: { click: () => fold(true) },
        },
        icon(ICONS.close),
        words.say('guide-fold'),
      ),
    ),
  )
  const unfold = h(
    'button',
    {
      type: 'button',
      class: 'caption-unfold',
      hidden: true,
      testid: 'caption-unfold',
      on: { click: () => fold(false) },
    },
    icon(ICONS.say),
    words.say('guide-unfold'),
  )
  const element = h('div', { class: 'caption-room' }, card, unfold)
  let timer: ReturnType<typeof setTimeout> | undefined
  let newest: Spoken | undefined

  const isInUse = (): boolean =>
    !history.hidden || card.matches(':hover') || card.contains(document.activeElement)
  const wait = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (isInUse()) wait(ms)
      else fold(true)
    }, ms)
  }
  function fold(isFolded: boolean): void {
    const hadFocus = element.contains(document.activeElement)
    clearTimeout(timer)
    card.hidden = isFolded
    unfold.hidden = !isFolded
    if (isFolded) showHistory(false)
    if (hadFocus) (isFolded ? unfold : earlier).focus()
  }
  function showHistory(isShown: boolean): void {
    history.hidden = !isShown
    earlier.setAttribute('aria-expanded', String(isShown))
    if (isShown) history.scrollTop = history.scrollHeight
  }

  const show = (all: readonly Spoken[]): void => {
    const said = all.at(-1)
    fill(history, ...all.slice(0, -1).map((one) => h('li', {}, ...line(words, one))))
    earlier.hidden = all.length < 2
    if (said === undefined || said === newest) return
    newest = said
    fill(who, ...speaker(words, said))
    quoteWords(text, words, said)
    text.scrollTop = 0
    fold(false)
    wait(readingTime(wordsOf(said, words.language)))
  }

  const root = document.documentElement
  const measure = new ResizeObserver(() => {
    root.style.setProperty('--caption', `${element.offsetHeight}px`)
    // What has to be scrolled must be reachable by keys.
    text.tabIndex = text.scrollHeight > text.clientHeight + 1 ? 0 : -1
  })
  measure.observe(element)
  measure.observe(text)
  // The region must be on the page before its words, or they are not read.
  const first = setTimeout(() => show(spoken.get()), SETTLE_MS)
  const stop = stopAll([
    () => clearTimeout(first),
    spoken.changes(show),
    size.watch((now) => {
      element.dataset['size'] = String(now)
      write(larger, words.say('guide-size', { size: now }))
    }),
    () => clearTimeout(timer),
    () => {
      measure.disconnect()
      root.style.removeProperty('--caption')
    },
  ])
  return { element, stop }
}

/** Who speaks, marked as what they are; a recording is never taken for a person. */
function speaker(words: Words, said: Spoken): HTMLElement[] {
  const language = foreignLanguage(said, words.language)
  const parts = [
    h('span', { class: `chip caption-by caption-by-${said.by}` }, words.say(`guide-by-${said.by}`)),
    quote(h('strong'), inLanguage(said.name, words.language)),
  ]
  if (language !== null) {
    parts.push(h('span', { class: 'small', lang: language }, LANGUAGE_NAMES[language]))
  }
  return parts
}

function line(words: Words, said: Spoken): HTMLElement[] {
  return [quote(h('span', { class: 'caption-then' }), inLanguage(said.name, words.language)), quoteWords(h('span'), words, said)]
}

function quoteWords(element: HTMLElement, words: Words, said: Spoken): HTMLElement {
  quote(element, wordsOf(said, words.language))
  const { text, language } = said
  if (typeof text !== 'string') element.lang = words.language
  else if (language !== undefined) element.lang = language
  return element
}
