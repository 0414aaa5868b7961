/** Lines on the ground: smoothing, lengths, and how far a point is from one. */

export type Point = readonly [x: number, z: number]
export type Line = readonly Point[]

/** A position on a line with the heading of the line there (radians, 0 along +x, towards +z). */
export interface Station {
  readonly x: number
  readonly z: number
  readonly heading: number
}

/** A Catmull-Rom curve through the points, with `pieces` short segments for each given one. */
export function smooth(points: Line, pieces = 6): Line {
  const curve: Point[] = []
  for (let i = 0; i + 1 < points.length; i += 1) {
    const b = at(points, i)
    const c = at(points, i + 1)
    const a = at(points, Math.max(0, i - 1))
    const d = at(points, Math.min(points.length - 1, i + 2))
    for (let k = 0; k < pieces; k += 1) {
      const t = k / pieces
      curve.push([bend(a[0], b[0], c[0], d[0], t), bend(a[1], b[1], c[1], d[1], t)])
    }
  }
  curve.push(at(points, points.length - 1))
  return curve
}

function bend(a: number, b: number, c: number, d: number, t: number): number {
  const square = 2 * a - 5 * b + 4 * c - d
  const cube = 3 * b - a - 3 * c + d
  return 0.5 * (2 * b + (c - a) * t + square * t * t + cube * t * t * t)
}

function at(points: Line, index: number): Point {
  const point = points[index]
  if (point === undefined) throw new RangeError('a line needs at least two points')
  return point
}

/** Metres along the line. */
export function lengthOf(line: Line): number {
  let sum = 0
  for (let i = 0; i + 1 < line.length; i += 1) sum += stride(at(line, i), at(line, i + 1))
  return sum
}

const stride = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])

/** The point `distance` metres from the start; beyond the end the last segment goes on. */
export function along(line: Line, distance: number): Station {
  let left = distance
  for (let i = 0; ; i += 1) {
    const a = at(line, i)
    const b = at(line, i + 1)
    const length = stride(a, b)
    if (left <= length || i + 2 === line.length) {
      const share = left / length
      return {
        x: a[0] + (b[0] - a[0]) * share,
        z: a[1] + (b[1] - a[1]) * share,
        heading: Math.atan2(b[1] - a[1], b[0] - a[0]),
      }
    }
    left -= length
  }
}

/** Metres from the start to the point of the line nearest to (x, z). */
export function reachOf(line: Line, x: number, z: number): number {
  let best = Infinity
  let reach = 0
  let run = 0
  for (let i = 0; i + 1 < line.length; i += 1) {
    const a = at(line, i)
    const b = at(line, i + 1)
    const [distance, share] = toSegment(x, z, a, b)
    const length = stride(a, b)
    if (distance < best) {
      best = distance
      reach = run + share * length
    }
    run += length
  }
  return reach
}

function toSegment(x: number, z: number, a: Point, b: Point): [distance: number, share: number] {
  const dx = b[0] - a[0]
  const dz = b[1] - a[1]
  const share = Math.min(1, Math.max(0, ((x - a[0]) * dx + (z - a[1]) * dz) / (dx * dx + dz * dz)))
  return [Math.hypot(x - a[0] - dx * share, z - a[1] - dz * share), share]
}

const CELL = 16

/**
 * A fast distance to the lines for points within `reach` metres of them; Infinity beyond.
 * The ground asks this hundreds of thousands of times, so segments are looked up by cell.
 */
export function nearness(lines: readonly Line[], reach: number): (x: number, z: number) => number {
  const cells = new Map<number, [Point, Point][]>()
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i += 1) enter(cells, at(line, i), at(line, i + 1), reach)
  return (x, z) => {
    let best = Infinity
    for (const [a, b] of cells.get(cellOf(x, z)) ?? []) {
      const [distance] = toSegment(x, z, a, b)
      if (distance < best) best = distance
    }
    return best <= reach ? best : Infinity
  }
}

function enter(cells: Map<number, [Point, Point][]>, a: Point, b: Point, reach: number): void {
  const [x0, x1] = [Math.min(a[0], b[0]) - reach, Math.max(a[0], b[0]) + reach]
  const [z0, z1] = [Math.min(a[1], b[1]) - reach, Math.max(a[1], b[1]) + reach]
  for (let x = Math.floor(x0 / CELL) * CELL; x <= x1; x += CELL)
    for (let z = Math.floor(z0 / CELL) * CELL; z <= z1; z += CELL) {
      const key = cellOf(x, z)
      const list = cells.get(key)
      if (list === undefined) cells.set(key, [[a, b]])
      else list.push([a, b])
    }
}

const cellOf = (x: number, z: number): number => Math.floor(x / CELL) * 65536 + Math.floor(z / CELL)
