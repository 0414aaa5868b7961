/** The map of the flat town: its ground, its places and everybody on it; a tap walks there. */
import type { Stop } from '../cell'
import { startPointer } from '../control/pointer'
import type { Words } from '../i18n/words'
import { BOUNDS, type Island, type Place, way } from '../plan/data'
import { fromMap, MAP_SHAPE, paintMap, toMap } from '../plan/map'
import { poseAt } from '../sim/playback'
import type { Pose } from '../town'
import type { Visit } from '../visit'
import { h } from './dom'

/** Pixels of the map's width: sharp on a phone, small in memory. */
const MAP_WIDTH = 1280

export interface MapParts {
  readonly words: Words
  readonly visit: Visit
  readonly islands: readonly Island[]
  readonly places: readonly Place[]
}

export interface MapFigure {
  readonly element: HTMLElement
  readonly canvas: HTMLCanvasElement
  /** Draw everybody where they are at `now`, in seconds. */
  draw(now: number): void
  readonly stop: Stop
}

/** The map, and the stop of its listening. */
export function mapFigure({ words, visit, places, islands }: MapParts): MapFigure {
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
      visit.journey.goToGround({ x: townX, z: townZ })
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
  let drawn = ''
  const draw = (now: number): void => {
    const pen = canvas.getContext('2d')
    if (pen === null) return
    const at = ({ x, z }: { x: number; z: number }) => toMap(MAP_WIDTH, x, z)
    // Marks keep their size on the screen, however large the map is shown.
    const unit = canvas.width / (canvas.clientWidth || canvas.width)
    const segments = visit.roster.segments()
    const others = segments.map(([, segment]) => at(poseAt(segment, now)))
    const roles = segments.map(([id]) => visit.roster.card(id)?.role ?? 'visitor')
    const pose = visit.journey.pose()
    // An office PC draws this without a graphics card: a still map must cost nothing.
    const print = [unit, pose?.x, pose?.z, pose?.yaw, ...others.flat()].map(shortly).join() + roles.join()
    if (print === drawn) return
    drawn = print
    pen.drawImage(ground, 0, 0)
    for (const place of places) dot(pen, at(place), 3.5 * unit, '#7a1f0e', unit)
    for (const island of islands) label(pen, at(island), island.names[words.language], unit)
    for (const spot of others) dot(pen, spot, 4.5 * unit, '#1d4e89', unit)
    // Above the crowd: everybody looks for the guide.
    for (const [i, spot] of others.entries()) {
      const role = roles[i]
      if (role === 'guide' || role === 'staff') heroMark(pen, spot, role, unit)
    }
    if (pose !== null) ownMark(pen, at(pose), pose, unit)
  }
  return { element: h('figure', { class: 'map-figure' }, canvas), canvas, draw, stop }
}

const shortly = (value: number | undefined): string => value?.toFixed(1) ?? ''

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

function dot(
  pen: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  radius: number,
  colour: string,
  unit: number,
): void {
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fillStyle = colour
  pen.fill()
  pen.lineWidth = 1.5 * unit
  pen.strokeStyle = '#fff8ec'
  pen.stroke()
}

function label(
  pen: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  text: string,
  unit: number,
): void {
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

/** A guide's pennant, a helper's ring, as over their heads in the other town. */
function heroMark(
  pen: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  role: 'guide' | 'staff',
  unit: number,
): void {
  const colour = role === 'guide' ? '#b02614' : '#144e6e'
  if (role === 'staff') {
    dot(pen, [x, y], 7 * unit, colour, unit)
    dot(pen, [x, y], 3 * unit, '#fff8ec', unit)
    return
  }
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(x, y - 22 * unit)
  pen.lineTo(x + 16 * unit, y - 16 * unit)
  pen.lineTo(x, y - 10 * unit)
  pen.lineJoin = 'round'
  pen.lineWidth = 5 * unit
  pen.strokeStyle = '#fff8ec'
  pen.stroke()
  pen.lineWidth = 2 * unit
  pen.strokeStyle = colour
  pen.stroke()
  pen.fillStyle = colour
  pen.fill()
  dot(pen, [x, y], 4.5 * unit, colour, unit)
}

/** The visitor's own mark: a drop that points the way they look. */
function ownMark(
  pen: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  { yaw }: Pose,
  unit: number,
): void {
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
