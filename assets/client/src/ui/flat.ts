/** The flat town: the same visit as a map, lists and words; made for keyboard and screen reader first. */
import { type Stop, stopAll } from '../cell'
import type { Language } from '../i18n/language'
import type { Words } from '../i18n/words'
import type { Island, Place } from '../plan/data'
import type { AvatarCard, Emote } from '../town'
import type { Visit, View } from '../visit'
import { h, icon, write } from './dom'
import { ICONS } from './icons'
import type { Voice } from './live'
import { mapFigure } from './map-figure'
import { FLAT_PEOPLE } from './panels'
import { peopleList, whereabouts } from './people-panel'

export interface FlatParts {
  readonly words: Words
  readonly visit: Visit
  readonly voice: Voice
  readonly islands: readonly Island[]
  readonly places: readonly Place[]
}

export interface FlatTown extends View {
  readonly element: HTMLElement
  readonly title: HTMLElement
  /** The map, where arrow keys walk. */
  readonly canvas: HTMLCanvasElement
}

/** Milliseconds between two drawings of the map, and of the distances in the list. */
const DRAW_MS = 200
const LIST_MS = 1000

/** The flat town as a view of the visit; `element` goes into the page. */
export function makeFlat(parts: FlatParts): FlatTown {
  const { words, visit, voice } = parts
  const people = peopleList(words, visit)
  const places = placeList(parts)
  const map = mapFigure(parts)
  const journey = journeyLine(parts)
  const title = h('h1', { tabindex: '-1' }, words.say('town-flat'))
  const element = h(
    'main',
    { class: 'flat', testid: 'flat' },
    title,
    h('div', { class: 'flat-map' }, map.element, journey.element),
    h(
      'section',
      { 'aria-labelledby': 'flat-places' },
      h('h2', { id: 'flat-places' }, words.say('town-places')),
      places.element,
    ),
    h(
      'section',
      { 'aria-labelledby': FLAT_PEOPLE },
      h('h2', { id: FLAT_PEOPLE, tabindex: '-1' }, words.say('town-people-title')),
      people.element,
    ),
  )
  const stop = stopAll([people.stop, places.stop, map.stop, journey.stop])
  let drawnAt = 0
  return {
    element,
    title,
    canvas: map.canvas,
    own: () => undefined,
    ownCard: () => undefined,
    come: () => undefined,
    leave: () => undefined,
    move: () => undefined,
    emote(id: number, emote: Emote) {
      const name = visit.roster.card(id)?.name
      if (name !== undefined) voice.say(words.say(`town-emoted-${emote}`, { name }))
    },
    frame(now) {
      if (now * 1000 - drawnAt < DRAW_MS) return
      drawnAt = now * 1000
      map.draw(now)
    },
    stop() {
      stop()
      element.remove()
    },
  }
}

/** Where one is going, with a way to stop; spoken when it ends. */
function journeyLine({ words, visit, voice }: FlatParts): { element: HTMLElement; stop: Stop } {
  const language: Language = words.language
  const text = h('p', { testid: 'journey' })
  const halt = h(
    'button',
    {
      type: 'button',
      class: 'quiet-button',
      testid: 'halt',
      on: { click: () => visit.journey.stand() },
    },
    words.say('town-stop'),
  )
  const element = h('div', { class: 'journey' }, text, halt)
  const stop = stopAll([
    visit.journey.goal.watch((goal) => {
      halt.hidden = goal === null
      if (goal?.kind === 'place') {
        const sentence = words.say('town-going', { place: goal.place.names[language] })
        write(text, sentence)
        voice.say(sentence)
      } else write(text, '')
    }),
    visit.journey.end.changes((end) => {
      if (end === null) return
      const place = end.goal.kind === 'place' ? end.goal.place.names[language] : null
      const sentence =
        end.how === 'no-way'
          ? words.say('town-no-way')
          : end.how === 'arrived' && place !== null
            ? words.say('town-arrived', { place })
            : words.say('town-stopped')
      write(text, sentence)
      voice.say(sentence)
    }),
  ])
  return { element, stop }
}

/** Every place by island, with what it is, how far, and a button that walks there. */
function placeList({ words, visit, islands, places }: FlatParts): {
  element: HTMLElement
  stop: Stop
} {
  const { language } = words
  const distances = new Map<Place, HTMLElement>()
  const card = (place: Place): HTMLElement => {
    const distance = h('span', { class: 'small quiet' })
    distances.set(place, distance)
    return h(
      'li',
      { class: 'row place-row' },
      h(
        'div',
        {},
        h('p', { class: 'row-name' }, place.names[language]),
        h('p', { class: 'small' }, place.about[language]),
        distance,
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'quiet-button',
          'aria-label': words.say('town-go-to', { place: place.names[language] }),
          testid: `go-${place.id}`,
          on: { click: () => visit.journey.goToPlace(place) },
        },
        words.say('town-go'),
      ),
    )
  }
  const element = h(
    'div',
    {},
    ...islands.map((island) => {
      const here = places.filter((place) => place.island === island.id)
      return h(
        'div',
        { class: 'island' },
        h('h3', {}, icon(ICONS.place), island.names[language]),
        h('ul', { class: 'rows' }, ...here.map(card)),
      )
    }),
  )
  const show = (): void => {
    const from = visit.journey.pose()
    if (from === null) return
    for (const [place, distance] of distances) {
      const metres = Math.hypot(place.x - from.x, place.z - from.z)
      write(distance, whereabouts(words, from, place, metres))
    }
  }
  show()
  const timer = setInterval(show, LIST_MS)
  return { element, stop: () => clearInterval(timer) }
}

/** Who came and who left, spoken in the flat town where nobody sees them appear. */
export function sayComings({
  words,
  visit,
  voice,
}: Pick<FlatParts, 'words' | 'visit' | 'voice'>): Stop {
  let known: ReadonlyMap<number, AvatarCard> | null = null
  return visit.others.watch((others) => {
    const next = new Map(others.map((card) => [card.id, card]))
    if (known !== null && visit.link.get().kind === 'here') {
      const came = others.filter(({ id }) => !known?.has(id))
      const left = [...known.values()].filter(({ id }) => !next.has(id))
      // A crowd is a number, not a roll call.
      if (came.length === 1)
        voice.say(words.say('town-someone-came', { name: came[0]?.name ?? '' }))
      else if (left.length === 1 && came.length === 0) {
        voice.say(words.say('town-someone-left', { name: left[0]?.name ?? '' }))
      }
    }
    known = next
  })
}
