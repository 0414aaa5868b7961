/** Upcoming events, seen from inside the town. */
import type { Api, TownEvent } from '../api'
import type { Words } from '../i18n/words'
import { fill, h } from './dom'
import { eventTeaser } from './event-facts'
import type { PlaceName } from './place-name'
import type { Panel } from './sheet'

export function eventsPanel(words: Words, api: Api, placeName: PlaceName): Panel {
  const body = h(
    'div',
    { 'aria-busy': 'true' },
    h('p', { class: 'quiet' }, words.say('town-loading')),
  )
  let isStopped = false
  void api.events().then((answer) => {
    if (isStopped) return
    body.setAttribute('aria-busy', 'false')
    if (!answer.ok) fill(body, h('p', { class: 'quiet' }, words.say('town-events-failed')))
    else fill(body, eventList(words, placeName, answer.value))
  })
  return {
    title: words.say('town-events-title'),
    body,
    stop: () => {
      isStopped = true
    },
  }
}

/** Teasers of the events, or a word that there are none. */
export function eventList(
  words: Words,
  placeName: PlaceName,
  events: readonly TownEvent[],
): HTMLElement {
  return events.length === 0
    ? h('p', { class: 'quiet' }, words.say('town-events-none'))
    : h(
        'ul',
        { class: 'teasers', testid: 'events' },
        ...events.map((event) => eventTeaser(words, placeName, event)),
      )
}
