/** The town's ground as a picture: sea, water, ways and rails, drawn from the plan. */
import { BOUNDS, WAYS, type Way } from '../plan/data'
import type { GroundMap } from './flat'

/** Pixels in one metre: sharp on a phone, small in memory. */
const SCALE = 1.25

const LOOKS: Readonly<Record<Way['kind'], readonly [colour: string, widen: number]>> = {
  river: ['#8fb3c4', 1],
  moat: ['#8fb3c4', 1],
  coast: ['#8fb3c4', 0],
  rail: ['#6b6460', 0.5],
  street: ['#fffaf0', 1.3],
  road: ['#f7efdf', 1.3],
  path: ['#efe3c8', 1.2],
}

/** Draw the ground once. */
export function drawGround(): GroundMap {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round((BOUNDS.maxX - BOUNDS.minX) * SCALE)
  canvas.height = Math.round((BOUNDS.maxZ - BOUNDS.minZ) * SCALE)
  const pen = canvas.getContext('2d')
  if (pen !== null) paint(pen, canvas)
  return {
    image: canvas,
    width: canvas.width,
    height: canvas.height,
    scale: SCALE,
    minX: BOUNDS.minX,
    minZ: BOUNDS.minZ,
  }
}

function paint(pen: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): void {
  pen.fillStyle = '#dbe3bd'
  pen.fillRect(0, 0, width, height)
  pen.setTransform(SCALE, 0, 0, SCALE, -BOUNDS.minX * SCALE, -BOUNDS.minZ * SCALE)
  pen.lineJoin = 'round'
  pen.lineCap = 'round'
  const order: readonly Way['kind'][] = ['coast', 'river', 'moat', 'path', 'road', 'street', 'rail']
  for (const kind of order) {
    for (const way of WAYS) {
      if (way.kind !== kind) continue
      if (kind === 'coast') sea(pen, way)
      else stroke(pen, way)
    }
  }
}

function sea(pen: CanvasRenderingContext2D, { line }: Way): void {
  trace(pen, line)
  pen.lineTo(BOUNDS.maxX, BOUNDS.maxZ)
  pen.lineTo(BOUNDS.maxX, BOUNDS.minZ)
  pen.closePath()
  pen.fillStyle = '#8fb3c4'
  pen.fill()
  pen.lineWidth = 9
  pen.strokeStyle = '#b9a98f'
  pen.stroke()
}

function stroke(pen: CanvasRenderingContext2D, { kind, line, width }: Way): void {
  const [colour, widen] = LOOKS[kind]
  trace(pen, line)
  if (widen > 1) {
    pen.lineWidth = width * widen + 3
    pen.strokeStyle = '#b7a98c'
    pen.stroke()
  }
  pen.lineWidth = Math.max(3, width * widen)
  pen.strokeStyle = colour
  pen.stroke()
}

function trace(pen: CanvasRenderingContext2D, line: Way['line']): void {
  pen.beginPath()
  line.forEach(([x, z], at) => (at === 0 ? pen.moveTo(x, z) : pen.lineTo(x, z)))
}
