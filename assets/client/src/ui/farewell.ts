/** The end of a visit in plain words, with what to do next. */
import './farewell.css'
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { h } from './dom'

/** What a person can do when a visit is over. */
export interface FarewellActs {
  /** Enter the same instance again. */
  readonly again: () => void
  /** Walk in the public town instead. */
  readonly publicTown: () => void
  readonly home: () => void
  readonly reload: () => void
}

type Act = keyof FarewellActs

interface Ending {
  readonly title: string
  /** Sentences after the one the refusal itself has. */
  readonly more: readonly string[]
  /** The first is the one most people want. */
  readonly acts: readonly Act[]
}

const LABELS: Readonly<Record<Act, string>> = {
  again: 'town-again',
  publicTown: 'town-gone-public',
  home: 'town-gone-home',
  reload: 'town-gone-reload',
}

/** Where "once more" means something of its own. */
const AGAIN: Readonly<Record<string, string>> = {
  'another-tab': 'town-gone-here',
  'entry-refused': 'town-gone-as-visitor',
}

/** How to speak about each way a visit can end. */
export function endingOf(code: string, wasEvent: boolean): Ending {
  switch (code) {
    case 'left':
      return { title: 'town-gone-title', more: [], acts: ['home'] }
    case 'removed':
      return {
        title: 'town-gone-removed-title',
        more: ['town-gone-removed-next'],
        acts: ['publicTown', 'home'],
      }
    case 'event-ended':
      return {
        title: 'town-gone-ended-title',
        more: ['town-gone-ended-badge'],
        acts: ['home', 'publicTown'],
      }
    case 'another-tab':
      return { title: 'town-gone-tab-title', more: [], acts: ['again', 'home'] }
    case 'event-full':
      return {
        title: 'town-gone-full-title',
        more: [],
        acts: wasEvent ? ['home', 'publicTown'] : ['again', 'home'],
      }
    case 'entry-refused':
      return { title: 'town-gone-entry-title', more: [], acts: ['again', 'home'] }
    case 'event-not-open':
      return { title: 'town-gone-closed-title', more: [], acts: ['home', 'publicTown'] }
    case 'not-signed-in':
      return { title: 'town-gone-title', more: [], acts: ['home'] }
    case 'protocol-too-old':
    case 'hostile':
    case 'malformed':
      return { title: 'town-gone-renew-title', more: [], acts: ['reload'] }
    default:
      return {
        title: 'town-gone-lost-title',
        more: ['town-gone-lost-next'],
        acts: ['again', 'home'],
      }
  }
}

export interface FarewellParts extends FarewellActs {
  readonly words: Words
  readonly reason: Refusal
  readonly wasEvent: boolean
}

/** The page that says goodbye; its heading takes the focus. */
export function makeFarewell(parts: FarewellParts): { element: HTMLElement; opened: () => void } {
  const { words, reason } = parts
  const ending = endingOf(reason.code, parts.wasEvent)
  const title = h('h1', { tabindex: '-1', testid: 'farewell-title' }, words.say(ending.title))
  const element = h(
    'main',
    { class: 'farewell', testid: `farewell-${reason.code}` },
    h(
      'div',
      { class: 'card' },
      title,
      h('p', { testid: 'farewell-reason' }, words.why(reason)),
      ...ending.more.map((key) => h('p', { class: 'quiet' }, words.say(key))),
      h(
        'div',
        { class: 'acts' },
        ...ending.acts.map((act, at) =>
          h(
            'button',
            {
              type: 'button',
              class: at === 0 ? 'button' : 'button quiet-button',
              testid: `farewell-${act}`,
              on: { click: parts[act] },
            },
            words.say(act === 'again' ? (AGAIN[reason.code] ?? LABELS.again) : LABELS[act]),
          ),
        ),
      ),
    ),
  )
  return { element, opened: () => title.focus() }
}
