/** Shapes that change where one can walk: surfaces to stand on, and boxes to walk round. */
import type { Line } from './polyline'

/** Where a turned box lies; `turn` brings its width from east-west towards north-south. */
export interface Box {
  readonly x: number
  readonly z: number
  readonly halfX: number
  readonly halfZ: number
  readonly turn: number
}

/** A surface to stand on: level, ramped from `y0` (local -z) to `y1` (local +z), or arched by `rise`. */
export interface Platform extends Box {
  readonly y0: number
  readonly y1: number
  readonly rise: number
}

/** Something solid between `low` and `high`. */
export interface Block extends Box {
  readonly low: number
  readonly high: number
  /** A railing: stops feet, but a camera may look through it. */
  readonly open: boolean
}

export const QUARTER = Math.PI / 2

/** Low and high enough for anything that stands on the ground. */
export const GROUND_TO_ROOF = { low: -10, high: 34, open: false } as const

/** Something that stands on the ground and is not turned. */
export const standing = (box: Omit<Box, 'turn'>): Block => ({
  x: box.x,
  z: box.z,
  halfX: box.halfX,
  halfZ: box.halfZ,
  turn: 0,
  ...GROUND_TO_ROOF,
})

interface Wall {
  readonly thickness: number
  readonly low: number
  readonly high: number
  readonly open?: boolean
}

/** One block for each stretch of a line, such as a wall or a railing. */
export function wallAlong(line: Line, { thickness, low, high, open = false }: Wall): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [a, b] = [line[i], line[i + 1]]
    if (a === undefined || b === undefined) continue
    blocks.push({
      x: (a[0] + b[0]) / 2,
      z: (a[1] + b[1]) / 2,
      halfX: thickness / 2,
      halfZ: Math.hypot(b[0] - a[0], b[1] - a[1]) / 2,
      turn: Math.atan2(b[0] - a[0], b[1] - a[1]),
      low,
      high,
      open,
    })
  }
  return blocks
}
