/** The tide of one day as a drawing: a filled curve, the hours, and where the sea is now. */
import type { Turn } from '../nature/tide'

const SVG = 'http://www.w3.org/2000/svg'
export const CURVE = { width: 320, height: 128, left: 30, bottom: 20, top: 10 } as const
const HOURS = 24
const STEP = 0.25

export interface CurveParts {
  /** The instant at which the day begins. */
  readonly midnight: number
  readonly now: number
  readonly turns: readonly Turn[]
  readonly heightAt: (ms: number) => number
  /** What the drawing is, in words. */
  readonly label: string
}

/** Where an instant and a height lie on the drawing. */
export function onCurve(
  midnight: number,
  at: number,
  metres: number,
  [low, high]: readonly [number, number],
): readonly [x: number, y: number] {
  const { width, height, left, bottom, top } = CURVE
  return [
    left + ((at - midnight) / (HOURS * 3_600_000)) * (width - left - 6),
    top + ((high - metres) / (high - low)) * (height - top - bottom),
  ]
}

/** The drawing; what it shows stands in the table beside it as well. */
export function tideCurve({ midnight, now, turns, heightAt, label }: CurveParts): SVGSVGElement {
  const times = Array.from(
    { length: HOURS / STEP + 1 },
    (_, i) => midnight + i * STEP * 3_600_000,
  )
  const heights = times.map(heightAt)
  const reach = Math.ceil(Math.max(...heights.map(Math.abs)) * 2) / 2
  const range = [-reach, reach] as const
  const point = (at: number, metres: number): string =>
    onCurve(midnight, at, metres, range)
      .map((value) => value.toFixed(1))
      .join(' ')
  const line = times.map((at, i) => `${i === 0 ? 'M' : 'L'}${point(at, heights[i] ?? 0)}`).join('')
  const [floorLeft, floorRight] = [point(midnight, -reach), point(times.at(-1) ?? 0, -reach)]
  const svg = draw('svg', {
    viewBox: `0 0 ${CURVE.width} ${CURVE.height}`,
    role: 'img',
    'aria-label': label,
    class: 'tide-curve',
  })
  for (const metres of [-reach, 0, reach]) {
    const [x, y] = onCurve(midnight, midnight, metres, range)
    svg.append(
      draw('path', { class: 'tide-grid', d: `M${x} ${y}H${CURVE.width - 6}` }),
      text(x - 5, y + 3.5, signed(metres), 'end'),
    )
  }
  for (let hour = 0; hour <= HOURS; hour += 6) {
    const [x] = onCurve(midnight, midnight + hour * 3_600_000, 0, range)
    svg.append(text(x, CURVE.height - 5, String(hour), 'middle'))
  }
  svg.append(
    draw('path', { class: 'tide-water', d: `${line}L${floorRight}L${floorLeft}Z` }),
    draw('path', { class: 'tide-line', d: line }),
    ...turns.map(({ at, height }) => circle('tide-turn', onCurve(midnight, at, height, range), 3)),
  )
  if (now >= midnight && now <= midnight + HOURS * 3_600_000) {
    const [x, y] = onCurve(midnight, now, heightAt(now), range)
    svg.append(
      draw('path', { class: 'tide-now', d: `M${x} ${CURVE.top}V${CURVE.height - CURVE.bottom}` }),
      circle('tide-here', [x, y], 5),
    )
  }
  return svg
}

/** Metres with a sign, as the panel and the drawing write them. */
export const signed = (metres: number, digits = 1): string => {
  const rounded = Math.abs(metres).toFixed(digits)
  const sign = Number(rounded) === 0 ? '±' : metres > 0 ? '+' : '−'
  return sign + rounded
}

function draw(name: string, attributes: Readonly<Record<string, string>>): SVGSVGElement {
  const element = document.createElementNS(SVG, name) as SVGSVGElement
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

function text(x: number, y: number, words: string, anchor: string): SVGSVGElement {
  const element = draw('text', { x: String(x), y: String(y), 'text-anchor': anchor })
  element.textContent = words
  return element
}

const circle = (name: string, [x, y]: readonly [number, number], r: number): SVGSVGElement =>
  draw('circle', { class: name, cx: String(x), cy: String(y), r: String(r) })
