/** Where one stands and what is around, in words: the view of somebody who does not see the map. */
import type { Stop } from '../cell'
import type { Words } from '../i18n/words'
import type { Place } from '../plan/data'
import { isWithin, nearby } from '../sim/whereabouts'
import type { Pose } from '../town'
import type { Visit } from '../visit'
import { fill, h, icon, write } from './dom'
import { ICONS } from './icons'
import type { Voice } from './live'
import { whereabouts } from './people-panel'

/** Places told; more would be a list, and that is further down the page. */
const TOLD = 4
/** Milliseconds between two looks around; a list that flickers cannot be read. */
const LOOK_MS = 1500
/** Metres within which somebody counts as being near. */
const NEAR_METRES = 30

export interface AroundParts {
  /** The sentences of the flat town (flat.ftl). */
  readonly own: Words
  readonly words: Words
  readonly visit: Visit
  readonly voice: Voice
  readonly places: readonly Place[]
}

export interface Around {
  readonly element: HTMLElement
  /** Say all of it aloud. */
  tell(): void
  readonly stop: Stop
}

/** The section, kept fresh until stopped; it is only read aloud when somebody asks for it. */
export function aroundMe(parts: AroundParts): Around {
  const { own, words, visit, voice, places } = parts
  const title = h('h2', { id: 'flat-around' }, own.say('flat-here'))
  const here = h('p', { class: 'here', testid: 'here' })
  const about = h('p', { class: 'small' })
  const list = h('ul', { class: 'pills near', testid: 'near', 'aria-label': own.say('flat-near') })
  const tell = (): void => voice.say(told(parts))
  const element = h(
    'section',
    { class: 'around', 'aria-labelledby': 'flat-around' },
    title,
    here,
    about,
    list,
    h(
      'button',
      { type: 'button', class: 'quiet-button small', testid: 'tell', on: { click: tell } },
      icon(ICONS.say),
      own.say('flat-tell'),
    ),
  )
  let shown: readonly Place[] = []
  let ways: readonly HTMLElement[] = []
  const show = (): void => {
    const pose = visit.journey.pose()
    if (pose === null) return
    write(here, standing(parts, pose))
    write(about, aboutHere(parts, pose))
    const near = nearby(places, pose, TOLD)
    const same = near.every(({ place }) => shown.includes(place))
    // Buttons do not change places under somebody's fingers.
    if (!same && !list.contains(document.activeElement)) {
      shown = near.map(({ place }) => place)
      ways = shown.map(() => h('span', { class: 'quiet' }))
      fill(list, ...shown.map((place, at) => h('li', {}, nearButton(parts, place, ways[at]))))
    }
    for (const [at, place] of shown.entries()) {
      const way = ways[at]
      if (way !== undefined) write(way, wayTo(words, pose, place))
    }
  }
  show()
  const stopWatching = visit.journey.where.watch(show)
  const timer = setInterval(show, LOOK_MS)
  return {
    element,
    tell,
    stop() {
      stopWatching()
      clearInterval(timer)
    },
  }
}

function nearButton(
  { words, visit }: AroundParts,
  place: Place,
  way: HTMLElement | undefined,
): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'pill near-place',
      testid: `near-${place.id}`,
      on: { click: () => visit.journey.goToPlace(place) },
    },
    h('span', { class: 'unseen' }, `${words.say('town-go')}: `),
    place.names[words.language],
    ' ',
    way,
  )
}

const wayTo = (words: Words, from: Pose, to: Place): string =>
  whereabouts(words, from, to, Math.hypot(to.x - from.x, to.z - from.z))

/** In which place one stands, or beside which. */
function standing({ own, words, places, visit }: AroundParts, pose: Pose): string {
  const where = visit.journey.where.get()
  const isPlace = where !== null && 'about' in where
  if (isPlace) return own.say('flat-standing', { place: where.names[words.language] })
  const [nearest] = nearby(places, pose, 1)
  if (nearest === undefined) return ''
  const place = nearest.place.names[words.language]
  return own.say('flat-standing-near', { place, where: wayTo(words, pose, nearest.place) })
}

function aboutHere({ words, places }: AroundParts, pose: Pose): string {
  const here = places.find((place) => isWithin(place, pose) && Math.abs(place.y - pose.y) < 3)
  return here?.about[words.language] ?? ''
}

/** Everything around, as one text to be read aloud. */
function told(parts: AroundParts): string {
  const { own, words, visit, places } = parts
  const pose = visit.journey.pose()
  if (pose === null) return ''
  const near = nearby(places, pose, TOLD).map(({ place }) =>
    own.say('flat-told-place', {
      place: place.names[words.language],
      where: wayTo(words, pose, place),
    }),
  )
  const people = visit.roster
    .neighbours(pose, performance.now() / 1000)
    .filter(({ metres }) => metres <= NEAR_METRES)
  const [first] = people
  const company =
    first === undefined
      ? own.say('flat-told-alone', { metres: NEAR_METRES })
      : own.say('flat-told-people', {
          count: people.length,
          name: first.card.name,
          where: whereabouts(words, pose, first.pose, first.metres),
        })
  return [standing(parts, pose), aboutHere(parts, pose), ...near, company].join(' ')
}
