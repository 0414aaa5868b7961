/** How the line to the world stands, in plain words; silent while all is well. */
import { type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import type { LinkState } from '../net/connection'
import type { Visit } from '../visit'
import { h, write } from './dom'
import type { Voice } from './live'
import { takesRoom } from './room'

/** The notice, and the stop of its watching. */
export function lineNotice(
  words: Words,
  visit: Visit,
  voice: Voice,
): { element: HTMLElement; stop: Stop } {
  const text = h('span', {})
  const now = h(
    'button',
    {
      type: 'button',
      class: 'quiet-button small',
      hidden: true,
      on: { click: () => visit.retryNow() },
    },
    words.say('town-link-now'),
  )
  // The region itself stays: one that appears together with its text is often not read.
  const element = h('div', { class: 'notice', role: 'status', testid: 'line' }, text, now)
  let wasAway = false
  const stopWatching = visit.link.watch((state) => {
    if (state.kind === 'here' && wasAway) voice.say(words.say('town-link-back'))
    wasAway = state.kind === 'away'
    document.body.dataset['line'] = state.kind
    write(text, sentence(words, state))
    now.hidden = state.kind !== 'away' || state.kept
    element.classList.toggle('is-empty', state.kind === 'here' || state.kind === 'gone')
  })
  return { element, stop: stopAll([stopWatching, takesRoom(element, '--line-notice')]) }
}

function sentence(words: Words, state: LinkState): string {
  switch (state.kind) {
    case 'joining':
      return words.say('town-link-joining')
    case 'away':
      return words.say(state.kept ? 'town-link-away-kept' : 'town-link-away')
    case 'here':
    case 'gone':
      return ''
    default:
      state satisfies never
      return ''
  }
}
