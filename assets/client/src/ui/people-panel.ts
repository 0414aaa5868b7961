/** Who is in the town now, the nearest first. */
import './person.css'
import { type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import { peopleAmong } from '../sim/roster'
import type { AvatarCard, Pose } from '../town'
import type { Visit } from '../visit'
import { h, write } from './dom'
import { opensOnce } from './over-page'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'
import { wayWord } from './way'

const LISTED = 100
/** Milliseconds between two looks at who stands where; a list that flickers cannot be read. */
const LOOK_MS = 1500

export function make({ words, visit }: PanelParts): Panel {
  const list = peopleList(words, visit)
  return {
    title: words.say('town-people-title'),
    body: h('div', {}, list.element),
    stop: list.stop,
  }
}

/** The list itself, which the flat town shows in its page. */
export function peopleList(words: Words, visit: Visit): { element: HTMLElement; stop: Stop } {
  const count = h('p', { class: 'quiet small' })
  const list = h('ul', { class: 'rows', testid: 'people' })
  const known = new Map<number, Row>()
  const fault = h('p', { class: 'fault small', role: 'alert' })
  const status = h('p', { class: 'small', role: 'status', testid: 'people-status' })
  const row = (card: AvatarCard, name: string, where: string): HTMLElement => {
    const before = known.get(card.id)
    const now = before?.isFor(card) === true ? before : makeRow({ words, visit, card, name, said })
    known.set(card.id, now)
    now.stands(where)
    return now.element
  }
  const said = ({ failed = false, text = '' }: { failed?: boolean; text?: string }): void => {
    write(fault, failed ? words.say('error-unavailable') : '')
    write(status, text)
  }
  const show = (): void => {
    const others = visit.others.get()
    const me = visit.me.get()
    write(
      count,
      peopleAmong(others) === 0
        ? words.say('town-people-alone')
        : words.say('town-people-count', { count: peopleAmong(others) + 1 }),
    )
    const own = me === null ? [] : [row(me, words.say('town-people-you', { name: me.name }), '')]
    keep(list, [
      ...own,
      ...nearestFirst(words, visit).map(({ card, where }) => row(card, card.name, where)),
    ])
  }
  const timer = setInterval(show, LOOK_MS)
  return {
    element: h('div', {}, count, status, fault, list),
    stop: stopAll([visit.others.watch(show), () => clearInterval(timer)]),
  }
}

function nearestFirst(words: Words, visit: Visit): { card: AvatarCard; where: string }[] {
  const from = visit.journey.pose()
  if (from === null) return []
  const seen = visit.roster.neighbours(from, performance.now() / 1000)
  const placed = new Set(seen.map(({ card }) => card.id))
  return [
    ...seen.map(({ card, pose, metres }) => ({
      card,
      where: whereabouts(words, from, pose, metres),
    })),
    ...visit.others
      .get()
      .filter(({ id }) => !placed.has(id))
      .map((card) => ({ card, where: '' })),
  ].slice(0, LISTED)
}

/** How far, and which way, in words. */
export function whereabouts(
  words: Words,
  from: Pose,
  to: { x: number; z: number },
  metres: number,
): string {
  const rounded = Math.round(metres)
  return rounded < 3
    ? words.say('town-distance', { metres: rounded })
    : words.say('town-distance-way', { way: words.say(wayWord(from, to)), metres: rounded })
}

interface Row {
  readonly element: HTMLElement
  /** Whether the row still tells what the card tells. */
  isFor(card: AvatarCard): boolean
  stands(where: string): void
}

interface RowParts {
  readonly words: Words
  readonly visit: Visit
  readonly card: AvatarCard
  readonly name: string
  /** What came of the person's card, or that it could not be fetched. */
  readonly said: (what: { failed?: boolean; text?: string }) => void
}

/** One person; the name of a visitor opens their card. */
function makeRow({ words, visit, card, name, said }: RowParts): Row {
  const where = h('span', { class: 'small quiet' })
  const isOwn = card.id === visit.me.get()?.id
  const opener: HTMLElement =
    isOwn || card.role !== 'visitor'
      ? h('span', { class: 'row-name' }, name)
      : h(
          'button',
          {
            type: 'button',
            class: 'row-name row-open',
            'aria-haspopup': 'dialog',
            testid: `person-${card.id}`,
            on: { click: () => void open() },
          },
          name,
        )
  const open = opensOnce(
    async () => {
      const { openPersonCard } = await import('./person-card')
      await openPersonCard({ words, visit, card, opener, done: (text) => said({ text }) })
    },
    (failed) => said({ failed }),
  )
  return {
    element: h(
      'li',
      { class: 'row' },
      opener,
      // A recording is called one already.
      card.role !== 'visitor' &&
        card.recorded !== true &&
        h('span', { class: 'chip chip-open' }, words.say(`town-role-${card.role}`)),
      where,
    ),
    isFor: (other) => other.name === card.name && other.role === card.role,
    stands: (text) => write(where, text),
  }
}

/** Hold the list to these rows; while somebody is on one of them, the order stays as it is. */
function keep(list: HTMLElement, rows: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(rows)
  for (const old of [...list.children]) if (!wanted.has(old)) old.remove()
  const isOnIt = list.contains(document.activeElement)
  rows.forEach((row, at) => {
    if (row.parentElement !== list) list.insertBefore(row, list.children[at] ?? null)
    else if (!isOnIt && list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null)
  })
}
