/** Upcoming events, seen from inside the town. */
import { fill, h } from './dom'
import { eventList } from './event-list'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'

export function make({ words, api, placeName }: PanelParts): Panel {
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
