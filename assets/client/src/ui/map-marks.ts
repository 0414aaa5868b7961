/** What is drawn on the map of the flat town: dots, names, the guide's pennant, one's own drop. */
import type { Pose } from '../town'

type Pen = CanvasRenderingContext2D
type Spot = readonly [x: number, y: number]

const PAPER = '#fff8ec'
export const PLACE_COLOUR = '#7a1f0e'
export const PERSON_COLOUR = '#1d4e89'

export function dot(
  pen: Pen,
  [x, y]: Spot,
  { radius, colour, unit }: { radius: number; colour: string; unit: number },
): void {
  pen.beginPath()
  pen.arc(x, y, radius * unit, 0, 2 * Math.PI)
  pen.fillStyle = colour
  pen.fill()
  pen.lineWidth = 1.5 * unit
  pen.strokeStyle = PAPER
  pen.stroke()
}

/** A ring round the place somebody is reading about. */
export function ring(pen: Pen, [x, y]: Spot, unit: number): void {
  for (const [width, colour] of [
    [7, PAPER],
    [3.5, '#23406b'],
  ] as const) {
    pen.beginPath()
    pen.arc(x, y, 12 * unit, 0, 2 * Math.PI)
    pen.lineWidth = width * unit
    pen.strokeStyle = colour
    pen.stroke()
  }
}

/** The way still to be walked. */
export function trail(pen: Pen, [fromX, fromY]: Spot, [x, y]: Spot, unit: number): void {
  pen.beginPath()
  pen.moveTo(fromX, fromY)
  pen.lineTo(x, y)
  pen.setLineDash([2 * unit, 7 * unit])
  pen.lineCap = 'round'
  pen.lineWidth = 3.5 * unit
  pen.strokeStyle = PLACE_COLOUR
  pen.stroke()
  pen.setLineDash([])
}

export function label(
  pen: Pen,
  [x, y]: Spot,
  { text, size, unit }: { text: string; size: number; unit: number },
): void {
  pen.font = `600 ${size * unit}px system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineWidth = 4 * unit
  pen.lineJoin = 'round'
  pen.strokeStyle = PAPER
  pen.strokeText(text, x, y)
  pen.fillStyle = '#5b1c0e'
  pen.fillText(text, x, y)
}

/** A guide's pennant, a helper's ring, as over their heads in the other town. */
export function heroMark(pen: Pen, [x, y]: Spot, role: 'guide' | 'staff', unit: number): void {
  const colour = role === 'guide' ? '#b02614' : '#144e6e'
  if (role === 'staff') {
    dot(pen, [x, y], { radius: 7, colour, unit })
    dot(pen, [x, y], { radius: 3, colour: PAPER, unit })
    return
  }
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(x, y - 22 * unit)
  pen.lineTo(x + 16 * unit, y - 16 * unit)
  pen.lineTo(x, y - 10 * unit)
  pen.lineJoin = 'round'
  pen.lineWidth = 5 * unit
  pen.strokeStyle = PAPER
  pen.stroke()
  pen.lineWidth = 2 * unit
  pen.strokeStyle = colour
  pen.stroke()
  pen.fillStyle = colour
  pen.fill()
  dot(pen, [x, y], { radius: 4.5, colour, unit })
}

/** The visitor's own mark: a drop that points the way they look. */
export function ownMark(pen: Pen, [x, y]: Spot, { yaw }: Pose, unit: number): void {
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
  pen.strokeStyle = PAPER
  pen.stroke()
  pen.restore()
}
