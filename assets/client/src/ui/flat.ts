/** The flat town: the same visit as a map, lists and words; made for keyboard and screen reader first. */
import { type Stop, stopAll, type Watched } from '../cell'
import type { Words } from '../i18n/words'
import type { Island, Place } from '../plan/data'
import type { Preferences } from '../preferences'
import type { AvatarCard, Emote } from '../town'
import type { Visit, View } from '../visit'
import { aroundMe } from './around'
import { h, icon, write } from './dom'
import { ICONS } from './icons'
import { journeyLine } from './journey-line'
import type { Voice } from './live'
import { mapFigure } from './map-figure'
import { FLAT_PEOPLE } from './panels'
import { peopleList, whereabouts } from './people-panel'

export interface FlatParts {
  /** The sentences of the flat town (flat.ftl). */
  readonly own: Words
  readonly words: Words
  readonly visit: Visit
  readonly voice: Voice
  readonly preferences: Watched<Preferences>
  readonly islands: readonly Island[]
  readonly places: readonly Place[]
  /** Open what there is to say about a place. */
  readonly look: (place: string, opener: HTMLElement) => void
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
  const { words, visit, voice, preferences } = parts
  const people = peopleList(words, visit)
  const around = aroundMe(parts)
  const map = mapFigure({ ...parts, tell: around.tell })
  const places = placeList({ ...parts, read: map.point })
  const journey = journeyLine(parts)
  const title = h('h1', { tabindex: '-1' }, words.say('town-flat'))
  const element = h(
    'main',
    { class: 'flat', testid: 'flat' },
    title,
    h('div', { class: 'flat-map' }, map.element, journey.element),
    around.element,
    h(
      'section',
      { class: 'flat-list', 'aria-labelledby': 'flat-places' },
      h('h2', { id: 'flat-places' }, words.say('town-places')),
      places.element,
    ),
    h(
      'section',
      { class: 'flat-list', 'aria-labelledby': FLAT_PEOPLE },
      h('h2', { id: FLAT_PEOPLE, tabindex: '-1' }, words.say('town-people-title')),
      people.element,
    ),
  )
  const stop = stopAll([people.stop, around.stop, places.stop, map.stop, journey.stop])
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
      const isQuiet = preferences.get().quiet === true && visit.roster.card(id)?.role === 'visitor'
      if (name !== undefined && !isQuiet) voice.say(words.say(`town-emoted-${emote}`, { name }))
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

interface PlaceListParts extends FlatParts {
  /** Called with the place whose row somebody came to; with null when they went on. */
  readonly read: (place: Place | null) => void
}

/** Every place by island, with what it is, how far, and a button that walks there. */
function placeList({ words, visit, islands, places, read, look }: PlaceListParts): {
  element: HTMLElement
  stop: Stop
} {
  const { language } = words
  const distances = new Map<Place, HTMLElement>()
  const more = (place: Place): HTMLElement => {
    const button: HTMLButtonElement = h(
      'button',
      {
        type: 'button',
        class: 'plain-button',
        'aria-label': words.say('town-place-more-of', { place: place.names[language] }),
        testid: `more-${place.id}`,
        on: { click: () => look(place.id, button) },
      },
      words.say('town-place-more'),
    )
    return button
  }
  const card = (place: Place): HTMLElement => {
    const distance = h('span', { class: 'small quiet' })
    distances.set(place, distance)
    return h(
      'li',
      {
        class: 'row place-row',
        on: {
          focusin: () => read(place),
          focusout: () => read(null),
          pointerenter: () => read(place),
          pointerleave: () => read(null),
        },
      },
      h(
        'div',
        {},
        h('p', { class: 'row-name' }, place.names[language]),
        h('p', { class: 'small' }, place.about[language]),
        distance,
      ),
      h(
        'div',
        { class: 'place-acts' },
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
        more(place),
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
  preferences,
}: Pick<FlatParts, 'words' | 'visit' | 'voice' | 'preferences'>): Stop {
  let known: ReadonlyMap<number, AvatarCard> | null = null
  return visit.others.watch((others) => {
    const next = new Map(others.map((card) => [card.id, card]))
    const isTold = preferences.get().quiet !== true && visit.link.get().kind === 'here'
    if (known !== null && isTold) {
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
