/** The flat town: the same visit as a map, lists and words; made for keyboard and screen reader first. */
import { type Stop, stopAll } from '../cell'
import type { Language } from '../i18n/language'
import type { Words } from '../i18n/words'
import { BOUNDS, type Island, type Place, way } from '../plan/data'
import { fromMap, MAP_SHAPE, paintMap, toMap } from '../plan/map'
import { startPointer } from '../control/pointer'
import type { AvatarCard, Emote, Pose } from '../town'
import { poseAt } from '../sim/playback'
import type { Visit, View } from '../visit'
import { h, icon, write } from './dom'
import { ICONS } from './icons'
import type { Voice } from './live'
import { FLAT_PEOPLE, peopleList, whereabouts } from './people-panel'

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

/** Pixels of the map's width: sharp on a phone, small in memory. */
const MAP_WIDTH = 1280
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
    h('section', { 'aria-labelledby': 'flat-places' }, h('h2', { id: 'flat-places' }, words.say('town-places')), places.element),
    h('section', { 'aria-labelledby': FLAT_PEOPLE }, h('h2', { id: FLAT_PEOPLE, tabindex: '-1' }, words.say('town-people-title')), people.element),
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
    { type: 'button', class: 'quiet-button', testid: 'halt', on: { click: () => visit.stand() } },
    words.say('town-stop'),
  )
  const element = h('div', { class: 'journey' }, text, halt)
  const stop = stopAll([
    visit.goal.watch((goal) => {
      halt.hidden = goal === null
      if (goal?.kind === 'place') {
        const sentence = words.say('town-going', { place: goal.place.names[language] })
        write(text, sentence)
        voice.say(sentence)
      } else write(text, '')
    }),
    visit.walkEnd.changes((end) => {
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
function placeList({ words, visit, islands, places }: FlatParts): { element: HTMLElement; stop: Stop } {
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
          on: { click: () => visit.goToPlace(place) },
        },
        words.say('town-go'),
      ),
    )
  }
  const element = h('div', {}, ...islands.map((island) => {
    const here = places.filter((place) => place.island === island.id)
    return h(
      'div',
      { class: 'island' },
      h('h3', {}, icon(ICONS.place), island.names[language]),
      h('ul', { class: 'rows' }, ...here.map(card)),
    )
  }))
  const show = (): void => {
    const from = visit.pose()
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

/** The map with everybody on it; a tap walks there. */
function mapFigure({ words, visit, places, islands }: FlatParts): {
  element: HTMLElement
  canvas: HTMLCanvasElement
  draw: (now: number) => void
  stop: Stop
} {
  const canvas = h('canvas', {
    class: 'map',
    width: MAP_WIDTH,
    height: Math.round(MAP_WIDTH * MAP_SHAPE),
    tabindex: '0',
    role: 'application',
    'aria-label': `${words.say('town-map')}. ${words.say('town-map-about')}`,
  })
  const stop = startPointer(canvas, {
    look: () => undefined,
    zoom: () => undefined,
    tap(x, y) {
      const [townX, townZ] = fromMap(canvas.clientWidth, x, y)
      visit.goToGround({ x: townX, z: townZ })
    },
  })
  // The ground is painted once; everybody on it five times a second.
  const ground = document.createElement('canvas')
  ground.width = canvas.width
  ground.height = canvas.height
  const brush = ground.getContext('2d')
  if (brush !== null) {
    paintMap(brush, MAP_WIDTH)
    floodSea(brush)
  }
  const draw = (now: number): void => {
    const pen = canvas.getContext('2d')
    if (pen === null) return
    const at = ({ x, z }: { x: number; z: number }) => toMap(MAP_WIDTH, x, z)
    // Marks keep their size on the screen, however large the map is shown.
    const unit = canvas.width / (canvas.clientWidth || canvas.width)
    pen.drawImage(ground, 0, 0)
    for (const place of places) dot(pen, at(place), 3.5 * unit, '#7a1f0e', unit)
    for (const island of islands) label(pen, at(island), island.names[words.language], unit)
    for (const [, segment] of visit.roster.segments()) {
      dot(pen, at(poseAt(segment, now)), 4.5 * unit, '#1d4e89', unit)
    }
    const pose = visit.pose()
    if (pose !== null) ownMark(pen, at(pose), pose, unit)
  }
  return { element: h('figure', { class: 'map-figure' }, canvas), canvas, draw, stop }
}

/** The mud flat is the sea's ground; on a map the sea is known by its blue. */
function floodSea(pen: CanvasRenderingContext2D): void {
  pen.beginPath()
  for (const [x, z] of way('coast').line) pen.lineTo(...toMap(MAP_WIDTH, x, z))
  pen.lineTo(...toMap(MAP_WIDTH, BOUNDS.maxX, BOUNDS.maxZ))
  pen.lineTo(...toMap(MAP_WIDTH, BOUNDS.maxX, BOUNDS.minZ))
  pen.closePath()
  pen.fillStyle = 'rgb(128 168 190 / 82%)'
  pen.fill()
}

function dot(pen: CanvasRenderingContext2D, [x, y]: readonly [number, number], radius: number, colour: string, unit: number): void {
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fillStyle = colour
  pen.fill()
  pen.lineWidth = 1.5 * unit
  pen.strokeStyle = '#fff8ec'
  pen.stroke()
}

function label(pen: CanvasRenderingContext2D, [x, y]: readonly [number, number], text: string, unit: number): void {
  pen.font = `600 ${13 * unit}px system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineWidth = 4 * unit
  pen.lineJoin = 'round'
  pen.strokeStyle = '#fff8ec'
  pen.strokeText(text, x, y)
  pen.fillStyle = '#5b1c0e'
  pen.fillText(text, x, y)
}

/** The visitor's own mark: a drop that points the way they look. */
function ownMark(pen: CanvasRenderingContext2D, [x, y]: readonly [number, number], { yaw }: Pose, unit: number): void {
  pen.save()
  pen.translate(x, y)
  pen.rotate(Math.PI - yaw)
  pen.beginPath()
  pen.moveTo(0, -14 * unit)
  pen.arc(0, 0, 7 * unit, -0.6, Math.PI + 0.6)
  pen.closePath()
  pen.fillStyle = '#b8321a'
  pen.fill()
  pen.lineWidth = 2 * unit
  pen.strokeStyle = '#fff8ec'
  pen.stroke()
  pen.restore()
}

/** Who came and who left, spoken in the flat town where nobody sees them appear. */
export function sayComings({ words, visit, voice }: Pick<FlatParts, 'words' | 'visit' | 'voice'>): Stop {
  let known: ReadonlyMap<number, AvatarCard> | null = null
  return visit.others.watch((others) => {
    const next = new Map(others.map((card) => [card.id, card]))
    if (known !== null && visit.link.get().kind === 'here') {
      const came = others.filter(({ id }) => !known?.has(id))
      const left = [...known.values()].filter(({ id }) => !next.has(id))
      // A crowd is a number, not a roll call.
      if (came.length === 1) voice.say(words.say('town-someone-came', { name: came[0]?.name ?? '' }))
      else if (left.length === 1 && came.length === 0) {
        voice.say(words.say('town-someone-left', { name: left[0]?.name ?? '' }))
      }
    }
    known = next
  })
}

