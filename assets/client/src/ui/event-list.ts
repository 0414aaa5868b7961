/** Upcoming events, as a list on the first page and in the town. */
import type { TownEvent } from '../api'
import type { Words } from '../i18n/words'
import { h } from './dom'
import { eventTeaser } from './event-facts'
import type { PlaceName } from './place-name'

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
