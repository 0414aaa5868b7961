/** The map of the flat town: its ground, its places and everybody on it; a tap walks there. */
import { type Stop, stopAll } from '../cell'
import { startPointer } from '../control/pointer'
import type { Words } from '../i18n/words'
import type { Island, Place } from '../plan/data'
import { fromMap, MAP_SHAPE, toMap } from '../plan/map'
import { poseAt } from '../sim/playback'
import type { Visit } from '../visit'
import { h, icon } from './dom'
import { mapGround } from './map-ground'
import {
  dot,
  heroMark,
  label,
  ownMark,
  PERSON_COLOUR,
  PLACE_COLOUR,
  ring,
  trail,
} from './map-marks'
import {
  around,
  fromWindow,
  type MapWindow,
  NEARBY,
  NEAREST,
  panned,
  shows,
  toWindow,
  WHOLE,
  zoomed,
} from './map-window'

/** Pixels of the map's width: sharp on a phone, small in memory. */
const MAP_WIDTH = 1280
/** How much nearer one press of a button or key brings the map. */
const STEP = 1.6
/** Share of the window that one press of a key moves it. */
const SHIFT = 0.2
/** CSS pixels from a place's mark within which a tap means the place. */
const FINGER = 20
/** How near one must look before places, too, have their names on the map. */
const NAMED_FROM = 2

const ICONS_OF_MAP = {
  nearer: 'M12 5v14M5 12h14',
  further: 'M5 12h14',
  whole: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  own: 'M12 3v3M12 18v3M3 12h3M18 12h3M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
} as const

export interface MapParts {
  /** The sentences of the flat town (flat.ftl). */
  readonly own: Words
  readonly words: Words
  readonly visit: Visit
  readonly islands: readonly Island[]
  readonly places: readonly Place[]
  /** Say where one is. */
  readonly tell: () => void
}

export interface MapFigure {
  readonly element: HTMLElement
  readonly canvas: HTMLCanvasElement
  /** Draw everybody where they are at `now`, in seconds. */
  draw(now: number): void
  /** Ring the place somebody is reading about, and have it in sight; null rings none. */
  point(place: Place | null): void
  readonly stop: Stop
}

/** The map, and the stop of its listening. */
export function mapFigure(parts: MapParts): MapFigure {
  const { own, words, visit, places, islands } = parts
  const canvas = h('canvas', {
    class: 'map',
    width: MAP_WIDTH,
    height: Math.round(MAP_WIDTH * MAP_SHAPE),
    tabindex: '0',
    role: 'application',
    'aria-label': `${own.say('flat-map')}. ${own.say('flat-map-about')}`,
    testid: 'map',
  })
  let seen: MapWindow = WHOLE
  let isFollowing = true
  let pointed: Place | null = null
  let drawn = ''

  const share = ({ x, z }: { x: number; z: number }): readonly [number, number] => {
    const [left, top] = toMap(1, x, z)
    return [left, top / MAP_SHAPE]
  }
  const look = (next: MapWindow, follows = false): void => {
    seen = next
    isFollowing = follows
    canvas.classList.toggle('is-near', seen.zoom > 1)
    nearer.setAttribute('aria-disabled', String(seen.zoom >= NEAREST))
    for (const button of [further, whole]) {
      button.setAttribute('aria-disabled', String(seen.zoom <= 1))
    }
    draw(performance.now() / 1000)
  }
  const lookAtMe = (): void => {
    const pose = visit.journey.pose()
    if (pose !== null) look(around(...share(pose), Math.max(NEARBY, seen.zoom)), true)
  }
  const tool = (
    name: keyof typeof ICONS_OF_MAP,
    sentence: string,
    act: () => void,
  ): HTMLButtonElement =>
    h(
      'button',
      {
        type: 'button',
        class: 'map-tool',
        'aria-label': sentence,
        title: sentence,
        testid: `map-${name}`,
        on: { click: act },
      },
      icon(ICONS_OF_MAP[name]),
    )
  const nearer = tool('nearer', own.say('flat-nearer'), () =>
    look(zoomed(seen, STEP), isFollowing),
  )
  const further = tool('further', own.say('flat-further'), () =>
    look(zoomed(seen, 1 / STEP), isFollowing),
  )
  const whole = tool('whole', own.say('flat-whole'), () => look(WHOLE, true))
  const me = tool('own', own.say('flat-own'), lookAtMe)

  const placeAt = (x: number, y: number): Place | undefined =>
    places.find((place) => {
      const [left, top] = toWindow(seen, ...share(place))
      const dx = left * canvas.clientWidth - x
      return Math.hypot(dx, top * canvas.clientHeight - y) < FINGER
    })
  const stopPointer = startPointer(canvas, {
    look: (dx, dy) => {
      if (seen.zoom > 1) look(panned(seen, -dx / canvas.clientWidth, -dy / canvas.clientHeight))
    },
    zoom: (notches) => look(zoomed(seen, 1.25 ** -notches), isFollowing),
    tap(x, y) {
      const place = placeAt(x, y)
      if (place !== undefined) {
        visit.journey.goToPlace(place)
        return
      }
      const [left, top] = fromWindow(seen, x / canvas.clientWidth, y / canvas.clientHeight)
      const [townX, townZ] = fromMap(1, left, top * MAP_SHAPE)
      visit.journey.goToGround({ x: townX, z: townZ })
    },
  })
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => nearer.click(),
    ';': () => nearer.click(),
    '=': () => nearer.click(),
    '-': () => further.click(),
    '0': () => whole.click(),
    Enter: parts.tell,
    i: () => look(panned(seen, 0, -SHIFT)),
    k: () => look(panned(seen, 0, SHIFT)),
    j: () => look(panned(seen, -SHIFT, 0)),
    l: () => look(panned(seen, SHIFT, 0)),
  }
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[event.key] ?? keys[event.key.toLowerCase()]
    if (act === undefined) return
    act()
    event.preventDefault()
  })
  const element = h(
    'figure',
    { class: 'map-figure' },
    canvas,
    h('div', { class: 'map-tools', role: 'group', 'aria-label': own.say('flat-map') }, nearer, further, whole, me),
  )
  // The wheel scrolls the page over a map nobody has taken hold of.
  element.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && document.activeElement !== canvas) event.stopPropagation()
    },
    { capture: true, passive: true },
  )
  const ground = mapGround(canvas.width, canvas.height, () => {
    drawn = ''
    draw(performance.now() / 1000)
  })

  function draw(now: number): void {
    const pen = canvas.getContext('2d')
    if (pen === null) return
    const pose = visit.journey.pose()
    if (isFollowing && seen.zoom > 1 && pose !== null && !shows(seen, ...share(pose))) {
      seen = around(...share(pose), seen.zoom)
    }
    const at = (spot: { x: number; z: number }): readonly [number, number] => {
      const [left, top] = toWindow(seen, ...share(spot))
      return [left * canvas.width, top * canvas.height]
    }
    // Marks keep their size on the screen, however large the map is shown.
    const unit = canvas.width / (canvas.clientWidth || canvas.width)
    const segments = visit.roster.segments()
    const others = segments.map(([, segment]) => at(poseAt(segment, now)))
    const roles = segments.map(([id]) => visit.roster.card(id)?.role ?? 'visitor')
    const goal = visit.journey.goal.get()
    const to = goal?.kind === 'place' ? goal.place : null
    // An office PC draws this without a graphics card: a still map must cost nothing.
    const numbers = [unit, pose?.x, pose?.z, pose?.yaw, seen.x, seen.y, seen.zoom, ...others.flat()]
    const print = `${numbers.map(shortly).join()} ${roles.join()} ${pointed?.id} ${to?.id}`
    if (print === drawn) return
    drawn = print
    ground.draw(pen, seen)
    if (pose !== null && to !== null) trail(pen, at(pose), at(to), unit)
    for (const place of places) dot(pen, at(place), { radius: 3.5, colour: PLACE_COLOUR, unit })
    if (pointed !== null) ring(pen, at(pointed), unit)
    for (const island of islands) {
      if (seen.zoom < NAMED_FROM) {
        label(pen, at(island), { text: island.names[words.language], size: 13, unit })
      }
    }
    for (const place of places) {
      if (seen.zoom < NAMED_FROM && place !== pointed) continue
      const [x, y] = at(place)
      label(pen, [x, y + 14 * unit], { text: place.names[words.language], size: 12, unit })
    }
    for (const spot of others) dot(pen, spot, { radius: 4.5, colour: PERSON_COLOUR, unit })
    // Above the crowd: everybody looks for the guide.
    for (const [i, spot] of others.entries()) {
      const role = roles[i]
      if (role === 'guide' || role === 'staff') heroMark(pen, spot, role, unit)
    }
    if (pose !== null) ownMark(pen, at(pose), pose, unit)
  }
  look(WHOLE, true)
  return {
    element,
    canvas,
    draw,
    point(place) {
      pointed = place
      if (place !== null && seen.zoom > 1 && !shows(seen, ...share(place))) {
        look(around(...share(place), seen.zoom))
      }
    },
    stop: stopAll([stopPointer, ground.stop]),
  }
}

const shortly = (value: number | undefined): string => value?.toFixed(3) ?? ''
