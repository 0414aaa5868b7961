/** An event as people need it to decide: what, where, when on both clocks, and whether there is a seat. */
import type { TownEvent } from '../api'
import { LANGUAGE_NAMES } from '../i18n/language'
import { KASHIMA_ZONE, type Words } from '../i18n/words'
import { type Child, h, quote } from './dom'
import type { PlaceName } from './place-name'

/** From the first to the last moment of an event, in `zone` or in the visitor's own. */
export function span(words: Words, event: TownEvent, zone?: string): string {
  return words.say('town-event-span', {
    from: words.moment(event.starts_at, zone),
    to: words.time(event.ends_at, zone),
  })
}

/** Whether the visitor's clock shows another hour than the city's at that moment. */
export function isElsewhere(words: Words, event: TownEvent): boolean {
  return span(words, event) !== span(words, event, KASHIMA_ZONE)
}

export function seatsLeft({ capacity, taken }: TownEvent): number {
  return Math.max(0, capacity - taken)
}

/** Seats as a sentence. */
export function seats(words: Words, event: TownEvent): string {
  const left = seatsLeft(event)
  return left === 0
    ? words.say('town-event-seats-none', { capacity: event.capacity })
    : words.say('town-event-seats-left', { capacity: event.capacity, left })
}

export function stateChip(words: Words, event: TownEvent): HTMLElement {
  return h(
    'span',
    { class: `chip chip-${event.state}` },
    words.say(`town-event-state-${event.state}`),
  )
}

/** All facts of an event as terms and their meanings. */
export function eventFacts(words: Words, placeName: PlaceName, event: TownEvent): HTMLElement {
  const { rule } = event
  const badge =
    rule.kind === 'share'
      ? words.say('town-event-badge-share', { percent: rule.value })
      : words.say('town-event-badge-minutes', { minutes: rule.value })
  const languages = event.languages.map((language) => LANGUAGE_NAMES[language]).join(' · ')
  return h(
    'dl',
    { class: 'facts' },
    ...fact(words.say('town-event-place'), placeName(event.place)),
    ...fact(words.say('town-event-when'), span(words, event, KASHIMA_ZONE)),
    ...(isElsewhere(words, event)
      ? fact(words.say('town-event-when-here'), span(words, event))
      : []),
    ...fact(words.say('town-event-seats'), seats(words, event)),
    ...fact(words.say('town-event-languages'), languages),
    ...fact(words.say('town-event-badge'), badge),
  )
}

function fact(term: string, ...meaning: readonly Child[]): readonly HTMLElement[] {
  return [h('dt', {}, term), h('dd', {}, ...meaning)]
}

/** A short card that leads to the event's own page. */
export function eventTeaser(words: Words, placeName: PlaceName, event: TownEvent): HTMLElement {
  const here = isElsewhere(words, event)
  return h(
    'li',
    { class: 'teaser' },
    h(
      'p',
      { class: 'teaser-head' },
      stateChip(words, event),
      h('span', { class: 'small quiet' }, placeName(event.place)),
    ),
    quote(h('p', { class: 'teaser-title' }), event.title),
    h(
      'p',
      { class: 'small' },
      `${words.say('town-event-when')} ${span(words, event, KASHIMA_ZONE)}`,
    ),
    here &&
      h(
        'p',
        { class: 'small quiet' },
        `${words.say('town-event-when-here')} ${span(words, event)}`,
      ),
    h('p', { class: 'small quiet' }, seats(words, event)),
    h(
      'a',
      {
        class: 'button quiet-button',
        href: `/e/${encodeURIComponent(event.slug)}${languageQuery(words)}`,
        'aria-label': words.say('town-event-more-of', { title: event.title }),
        testid: 'event-link',
      },
      words.say('town-event-more'),
    ),
  )
}

/** The next page should speak the language of this one, also when nothing may be kept. */
export function languageQuery(words: Words): string {
  return `?lang=${words.language}`
}
