/** The page of somebody who stands in line: full, the place, what happens next, and what else one can do. */
import './farewell.css'
import type { Api } from '../api'
import { type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { patience } from '../patience'
import { Waiting, type WaitState } from '../waiting'
import { h, write } from './dom'
import type { Voice } from './live'

export interface WaitingPageParts {
  readonly words: Words
  readonly api: Api
  readonly voice: Voice
  /** The event one waits for; null for the public town. */
  readonly slug: string | null
  /** A seat is kept; go in. */
  readonly enter: () => void
  /** There is nothing to wait for any more. */
  readonly over: (reason: Refusal) => void
  /** The visitor waits no longer: back to the first page, or into the public town. */
  readonly home: () => void
  readonly publicTown: () => void
}

export interface WaitingPage {
  readonly element: HTMLElement
  readonly opened: () => void
  readonly stop: Stop
}

/** The page; it stands in line from the moment it is made. */
export function makeWaitingPage(parts: WaitingPageParts): WaitingPage {
  const { words, api, voice, slug } = parts
  const clock = patience()
  const waiting = new Waiting({ ask: () => api.wait(slug), later: clock.later })
  const title = h('h1', { tabindex: '-1', testid: 'line-title' }, words.say('town-gone-full-title'))
  const about = h('p', {}, slug === null ? words.say('town-line-public') : words.say('town-line-event'))
  const place = h('p', { class: 'line-place', testid: 'line-place' })
  const crowd = h('p', { class: 'quiet' })
  const trouble = h('p', { class: 'fault', role: 'status', testid: 'line-trouble' })
  const leave = (go: () => void) => () => {
    waiting.stop()
    void api.leaveLine(slug)
    go()
  }
  const button = (testid: string, key: string, act: () => void): HTMLElement =>
    h(
      'button',
      { type: 'button', class: 'button quiet-button', testid, on: { click: act } },
      words.say(key),
    )
  const rest = h(
    'div',
    {},
    h('p', {}, words.say('town-line-about')),
    slug !== null && h('p', { class: 'small quiet' }, words.say('town-line-meanwhile')),
    h(
      'div',
      { class: 'acts' },
      button('line-leave', 'town-line-leave', leave(parts.home)),
      slug !== null && button('line-public', 'town-gone-public', leave(parts.publicTown)),
    ),
  )
  const card = h('div', { class: 'card' }, title, about, place, crowd, trouble, rest)
  if (slug !== null) void nameEvent(parts, about)

  const stops: Stop[] = [clock.stop, () => waiting.stop()]
  let spoken = 0
  const show = (state: WaitState): void => {
    switch (state.kind) {
      case 'asking':
        write(place, words.say('town-loading'))
        break
      case 'waiting': {
        const sentence = words.say('town-line-place', { place: state.place })
        write(place, sentence)
        write(crowd, words.say('town-line-waiting', { waiting: state.waiting }))
        write(trouble, state.isCut ? words.say('town-line-cut') : '')
        document.title = `(${state.place}) ${words.say('town-gone-full-title')}`
        // Read aloud when the place changes, not every few seconds.
        if (state.place !== spoken) voice.say(sentence)
        spoken = state.place
        break
      }
      case 'turn':
        write(title, words.say('town-line-turn-title'))
        write(place, words.say('town-line-turn'))
        for (const gone of [about, crowd, trouble, rest]) gone.hidden = true
        document.title = words.say('town-line-turn-title')
        voice.say(words.say('town-line-turn'))
        parts.enter()
        break
      case 'over':
        parts.over(state.reason)
        break
      default:
        state satisfies never
    }
  }
  return {
    element: h('main', { class: 'farewell waiting', testid: 'waiting' }, card),
    opened: () => {
      title.focus()
      stops.push(waiting.state.watch(show))
    },
    stop: () => {
      document.title = words.say('town-title')
      stopAll(stops)()
    },
  }
}

/** Say which event it is; until it is known, and where it cannot be, the plain sentence stands. */
async function nameEvent({ words, api, slug }: WaitingPageParts, about: Element): Promise<void> {
  const answer = slug === null ? null : await api.event(slug)
  if (answer?.ok !== true) return
  const { title, capacity } = answer.value
  write(about, words.say('town-line-event-named', { title, capacity }))
}
