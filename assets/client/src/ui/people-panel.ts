/** Who is in the town now, the nearest first. */
import { type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import { peopleAmong } from '../sim/roster'
import type { AvatarCard, Pose } from '../town'
import type { Visit } from '../visit'
import { fill, h, write } from './dom'
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
  const show = (): void => {
    const others = visit.others.get()
    const me = visit.me.get()
    write(
      count,
      peopleAmong(others) === 0
        ? words.say('town-people-alone')
        : words.say('town-people-count', { count: peopleAmong(others) + 1 }),
    )
    const rows =
      me === null ? [] : [row(words, me, words.say('town-people-you', { name: me.name }), '')]
    for (const { card, where } of nearestFirst(words, visit))
      rows.push(row(words, card, card.name, where))
    fill(list, ...rows)
  }
  const timer = setInterval(show, LOOK_MS)
  return {
    element: h('div', {}, count, list),
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

function row(words: Words, { role, recorded }: AvatarCard, name: string, where: string): HTMLElement {
  return h(
    'li',
    { class: 'row' },
    h('span', { class: 'row-name' }, name),
    // A recording is called one already.
    role !== 'visitor' &&
      !recorded &&
      h('span', { class: 'chip chip-open' }, words.say(`town-role-${role}`)),
    h('span', { class: 'small quiet' }, where),
  )
}
