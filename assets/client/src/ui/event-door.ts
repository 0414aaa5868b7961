/** The page of one event: what it is, whether its doors are open, and waiting until they are. */
import type { Api, TownEvent } from '../api'
import type { Cell, Stop } from '../cell'
import type { Words } from '../i18n/words'
import { fill, h, quote, write } from './dom'
import { eventFacts, languageQuery, seatsLeft, stateChip } from './event-facts'
import type { Voice } from './live'
import type { PlaceName } from './place-name'

/** Milliseconds between two looks at the doors, spread so that a waiting crowd does not knock at once. */
const LOOK_MS = 10_000

export interface DoorParts {
  readonly words: Words
  readonly api: Api
  readonly voice: Voice
  readonly placeName: PlaceName
  readonly slug: string
  /** Name, look and the buttons that lead in. */
  readonly entry: HTMLElement
  /** Whether the entry holds more than the way in: a passport with its badges. */
  readonly isKnown: boolean
  /** Set by the doors. */
  readonly way: Cell<WayIn>
  /** The role in which staff's own entrance leads in, past a full line. */
  readonly role: 'guide' | 'staff' | null
}

/** Whether one may go in now, or stand in line. */
export type WayIn = 'closed' | 'open' | 'line'

/** What a visitor can do at the doors. */
type Door = 'waiting' | 'open' | 'full' | 'ended' | 'cancelled'

export function doorOf(event: TownEvent): Door {
  switch (event.state) {
    case 'open':
      return seatsLeft(event) === 0 || event.waiting > 0 ? 'full' : 'open'
    case 'ended':
    case 'cancelled':
      return event.state
    case 'draft':
    case 'published':
      return 'waiting'
    default:
      event.state satisfies never
      return 'waiting'
  }
}

const SENTENCES: Readonly<Record<Door, string>> = {
  waiting: 'town-event-waiting',
  open: 'town-event-is-open',
  full: 'town-event-full',
  ended: 'town-event-ended',
  cancelled: 'town-event-cancelled',
}

/** The event's card above the way in, kept fresh until stopped. */
export function makeDoor(parts: DoorParts): { element: HTMLElement; stop: Stop } {
  const { words, api, voice, placeName, slug, entry } = parts
  const facts = h('div', {}, h('p', { class: 'quiet' }, words.say('town-loading')))
  const state = h('p', { class: 'door-state', role: 'status', testid: 'door-state' })
  const prepare = h('p', { class: 'small quiet', hidden: true }, words.say('town-event-prepare'))
  const elsewhere = h(
    'a',
    {
      class: 'button quiet-button',
      href: `/${languageQuery(words)}`,
      hidden: true,
      testid: 'elsewhere',
    },
    words.say('town-gone-public'),
  )
  const element = h(
    'div',
    { testid: 'door' },
    h(
      'section',
      { class: 'card door', 'aria-label': words.say('town-event') },
      facts,
      state,
      parts.role !== null &&
        h(
          'p',
          { class: 'small', testid: 'entrance' },
          words.say('town-entrance', { role: parts.role }),
        ),
      prepare,
      elsewhere,
    ),
    entry,
  )
  let before: Door | null = null
  let shown = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const show = (event: TownEvent): void => {
    const door = parts.role !== null && event.state === 'open' ? 'open' : doorOf(event)
    element.dataset['door'] = door
    // Rewriting facts that did not change would move whoever is reading them.
    const print = JSON.stringify(event)
    if (print !== shown) {
      shown = print
      fill(
        facts,
        h('p', {}, stateChip(words, event)),
        quote(h('h2', { testid: 'event-title' }), event.title),
        eventFacts(words, placeName, event),
      )
    }
    document.title = `${event.title} · ${words.say('town-title')}`
    const sentence = before === 'waiting' && door === 'open' ? 'town-event-opened' : SENTENCES[door]
    const said = words.say(sentence, { waiting: event.waiting })
    write(state, said)
    if (before !== null && before !== door) voice.say(said)
    before = door
    parts.way.set(door === 'open' ? 'open' : door === 'full' ? 'line' : 'closed')
    const isOver = door === 'ended' || door === 'cancelled'
    entry.hidden = isOver && !parts.isKnown
    elsewhere.hidden = !isOver
    prepare.hidden = door !== 'waiting'
  }
  const look = async (): Promise<void> => {
    const answer = await api.event(slug)
    if (isStopped) return
    if (answer.ok) show(answer.value)
    else if (shown === '') {
      fill(facts, h('p', { class: 'fault', testid: 'door-fault' }, words.why(answer.refusal)))
    }
    const isOver = before === 'ended' || before === 'cancelled'
    const isLost = !answer.ok && !answer.refusal.retryable
    if (!isOver && !isLost)
      timer = setTimeout(() => void look(), LOOK_MS * (0.75 + Math.random() / 2))
  }
  const hurry = (): void => {
    if (document.visibilityState === 'hidden' || timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    void look()
  }
  document.addEventListener('visibilitychange', hurry)
  void look()
  return {
    element,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hurry)
    },
  }
}
