/** Makes the ways of a tour: the client's own path from stop to stop, with heights, for those without a path finder. */
import { place } from '../plan/data'
import type { Ground } from '../town'
import { BadTour, type Leg, type Tour, type TourWays, type WayPoint } from './tour'

/** Metres between two looks at the ground; stairs rise less than a step in it. */
const LOOK = 0.5
/** Metres a point may lie beside the line of its neighbours before it is needed. */
const SLACK = 0.06

/** The ways of that tour over that ground. Throws BadTour where there is none. */
export function pave(tour: Tour, ground: Ground): TourWays {
  const legs = tour.stops.slice(1).map((stop, k) => {
    const from = tour.stops[k]?.place ?? ''
    const leg = legBetween(from, stop.place, ground)
    if (leg.length < 2) throw new BadTour(`${tour.id}: no way from ${from} to ${stop.place}`)
    return leg
  })
  return { version: 1, tour: tour.id, legs }
}

function legBetween(from: string, to: string, ground: Ground): Leg {
  const [a, b] = [place(from), place(to)]
  const line = ground.path(a.x, a.z, b.x, b.z, a.y, b.y)
  const looked: WayPoint[] = []
  let y = a.y
  for (const [k, [x, z]] of line.entries()) {
    const [fromX, fromZ] = line[k - 1] ?? [x, z]
    const pieces = Math.max(1, Math.ceil(Math.hypot(x - fromX, z - fromZ) / LOOK))
    for (let piece = k === 0 ? pieces : 1; piece <= pieces; piece += 1) {
      const [atX, atZ] = [
        fromX + ((x - fromX) * piece) / pieces,
        fromZ + ((z - fromZ) * piece) / pieces,
      ]
      y = ground.floor(atX, atZ, y)
      looked.push([cm(atX), cm(y), cm(atZ)])
    }
  }
  return straightened(looked)
}

/** The fewest points from which no looked-at one is off by more than the slack (Douglas and Peucker). */
function straightened(points: readonly WayPoint[]): Leg {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return points
  let [worst, farthest] = [SLACK, -1]
  for (const [k, point] of points.entries()) {
    const off = beside(point, first, last)
    if (off > worst) [worst, farthest] = [off, k]
  }
  if (farthest < 0) return [first, last]
  const before = straightened(points.slice(0, farthest + 1))
  return [...before.slice(0, -1), ...straightened(points.slice(farthest))]
}

/** Metres from a point to the stretch between two others. */
function beside(p: WayPoint, a: WayPoint, b: WayPoint): number {
  const along = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const
  const to = [p[0] - a[0], p[1] - a[1], p[2] - a[2]] as const
  const length = along[0] ** 2 + along[1] ** 2 + along[2] ** 2
  const dot = along[0] * to[0] + along[1] * to[1] + along[2] * to[2]
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot / length))
  return Math.hypot(
    to[0] - along[0] * share,
    to[1] - along[1] * share,
    to[2] - along[2] * share,
  )
}

const cm = (metres: number): number => Math.round(metres * 100) / 100
