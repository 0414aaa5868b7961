/** The way from one point to another: near ones by A* over one-metre cells with storeys, far ones along the streets. */
import { height } from '../plan/height'
import type { Colliders } from './colliders'
import { Heap } from './heap'
import { LIFT_METRES } from './lift'
import { inPage, PAGE_NODES, pageOf, Storeys } from './storeys'
import { type Leg, WayNet } from './ways'

/** A point to go from or to; without `y` the lowest storey is meant. */
export interface Spot {
  readonly x: number
  readonly z: number
  readonly y?: number | undefined
}

type WayPoint = readonly [x: number, z: number]

/** A little greed makes long ways cheap to find, at the price of a few metres. */
const GREED = 1.15
/** The longest stretch that is tried as one straight walk, in cells. */
const LONGEST_PULL = 40

/** Orthogonal neighbours first: a diagonal step is only looked at when both its corners are free. */
const STRAIGHT = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const
const DIAGONAL = [
  [1, 1, 0, 1],
  [-1, 1, 1, 2],
  [-1, -1, 2, 3],
  [1, -1, 3, 0],
] as const

/** Metres beyond which a way leads along the streets. */
const NEAR = 90
/** Cells one search may look at; what needs more is no near way. */
const PATIENCE = 30_000
/** How many doors of the street net are tried when those nearest prove closed, by a river for example. */
const TRIES = 6
/** Way points nearer to the straight line between their neighbours are left out. */
const STRAIGHT_ENOUGH = 0.08

interface Desk {
  readonly storeys: Storeys
  readonly ledger: Ledger
  readonly net: WayNet
}

/** Finds ways; its maps of the town are made when the first way is asked for, and kept. */
export class Paths {
  private made: Desk | null = null

  constructor(
    private readonly colliders: Colliders,
    private readonly hasLifts = true,
  ) {}

  private get storeys(): Storeys {
    return this.desk.storeys
  }

  private get desk(): Desk {
    this.made ??= {
      storeys: new Storeys(this.colliders),
      ledger: new Ledger(),
      net: new WayNet(),
    }
    return this.made
  }

  /** Way points from one spot to the other, both included; empty when there is no way. */
  find(from: Spot, to: Spot): WayPoint[] {
    if (this.storeys.nearest(from) < 0 || this.storeys.nearest(to) < 0) return []
    if (Math.hypot(to.x - from.x, to.z - from.z) < NEAR) {
      const near = this.overGround(from, to)
      if (near.length > 0) return near
    }
    return this.alongStreets(from, to)
  }

  private alongStreets(from: Spot, to: Spot): WayPoint[] {
    const { net } = this.desk
    const closed = new Set<number>()
    const [start, goal] = [lowest(from), lowest(to)]
    for (let turn = 0; turn < TRIES; turn += 1) {
      const legs = net.legs(start, goal, closed)
      if (legs === null) return []
      const points = this.walked(legs, closed)
      if (points !== null) return thinned(points)
    }
    return []
  }

  /** The points of all legs; null when one is closed, which is then noted. */
  private walked(legs: readonly Leg[], closed: Set<number>): WayPoint[] | null {
    const points: WayPoint[] = []
    for (const leg of legs) {
      const stretch: readonly WayPoint[] = leg.wild
        ? this.overGround(leg.from, leg.to)
        : [
            [leg.from.x, leg.from.z],
            [leg.to.x, leg.to.z],
          ]
      if (stretch.length === 0) {
        for (const end of [leg.from, leg.to]) {
          const number = this.desk.net.numberOf(end)
          if (number >= 0) closed.add(number)
        }
        return null
      }
      points.push(...stretch.slice(points.length === 0 ? 0 : 1))
    }
    return points
  }

  /** The way over the ground, cell by cell; empty when there is none within the patience. */
  private overGround(from: Spot, to: Spot): WayPoint[] {
    const [start, goal] = [this.storeys.nearest(from), this.storeys.nearest(to)]
    if (start < 0 || goal < 0) return []
    const nodes = this.search(start, goal)
    return nodes.length === 0 ? [] : this.straighten(nodes, from, to)
  }

  private search(start: number, goal: number): number[] {
    const { storeys, ledger } = this.desk
    const open = new Heap()
    const corners = [-1, -1, -1, -1]
    ledger.open()
    ledger.better(start, 0, -1)
    open.push(start, 0)
    let looked = 0
    for (let node = open.pop(); node >= 0 && looked < PATIENCE; node = open.pop()) {
      if (node === goal) return ledger.trace(goal)
      if (!ledger.close(node)) continue
      looked += 1
      const soFar = ledger.cost(node)
      const visit = (next: number, run: number): void => {
        if (next < 0) return
        const total = soFar + storeys.cost(node, next, run)
        if (ledger.better(next, total, node))
          open.push(next, total + storeys.octile(next, goal) * GREED)
      }
      for (const [k, [dc, dr]] of STRAIGHT.entries()) {
        corners[k] = storeys.step(node, dc, dr, 1)
        visit(corners[k], 1)
      }
      for (const [dc, dr, a, b] of DIAGONAL)
        if ((corners[a] ?? -1) >= 0 && (corners[b] ?? -1) >= 0)
          visit(storeys.step(node, dc, dr, Math.SQRT2), Math.SQRT2)
      if (this.hasLifts) visit(storeys.ride(node), LIFT_METRES)
    }
    return []
  }

  /** Drops every way point that a straight walk makes needless. */
  private straighten(nodes: readonly number[], from: Spot, to: Spot): WayPoint[] {
    const points: WayPoint[] = [[from.x, from.z]]
    for (let i = 0; i + 1 < nodes.length;) {
      let j = Math.min(nodes.length - 1, i + LONGEST_PULL)
      while (j > i + 1 && !this.straight(nodes[i] ?? 0, nodes[j] ?? 0)) j -= 1
      points.push(this.storeys.middle(nodes[j] ?? 0))
      i = j
    }
    const last = points.at(-1)
    if (last !== undefined && points.length > 1 && Math.hypot(last[0] - to.x, last[1] - to.z) < 1.5)
      points[points.length - 1] = [to.x, to.z]
    return points
  }

  /** Whether a straight walk between two nodes stays on free floors all the way. */
  private straight(from: number, to: number): boolean {
    const { storeys } = this
    const [ax, az] = storeys.middle(from)
    const [bx, bz] = storeys.middle(to)
    const pieces = Math.ceil(Math.hypot(bx - ax, bz - az) * 2)
    let node = from
    for (let k = 1; k <= pieces && node >= 0; k += 1) {
      const x = ax + ((bx - ax) * k) / pieces
      const z = az + ((bz - az) * k) / pieces
      const [hereX, hereZ] = storeys.middle(node)
      const dc = Math.floor(x) - Math.floor(hereX)
      const dr = Math.floor(z) - Math.floor(hereZ)
      if (dc === 0 && dr === 0) continue
      const corner = dc !== 0 && dr !== 0
      if (corner && (storeys.step(node, dc, 0, 1) < 0 || storeys.step(node, 0, dr, 1) < 0))
        return false
      node = storeys.step(node, dc, dr, Math.hypot(dc, dr))
    }
    return node === to
  }
}

/** Heights tell storeys apart; without one the lowest storey is meant. */
const lowest = ({ x, z, y }: Spot): Required<Spot> & { readonly y: number } => ({
  x,
  z,
  y: y ?? height(x, z),
})

/** Leaves out points that lie on the line between their neighbours. */
function thinned(points: readonly WayPoint[]): WayPoint[] {
  const kept: WayPoint[] = []
  for (const [k, point] of points.entries()) {
    const [last, next] = [kept.at(-1), points[k + 1]]
    if (last === undefined || next === undefined || !between(last, point, next)) kept.push(point)
  }
  return kept
}

function between([ax, az]: WayPoint, [bx, bz]: WayPoint, [cx, cz]: WayPoint): boolean {
  const length = Math.hypot(cx - ax, cz - az)
  if (length < 1e-6 || length > 30) return false
  const ahead = ((bx - ax) * (cx - ax) + (bz - az) * (cz - az)) / length
  const aside = Math.abs((cx - ax) * (az - bz) - (ax - bx) * (cz - az)) / length
  return aside < STRAIGHT_ENOUGH && ahead > 0 && ahead < length
}

/** What a search knows of the nodes of one page. */
class Sheet {
  readonly costs = new Float32Array(PAGE_NODES)
  readonly cameFrom = new Int32Array(PAGE_NODES)
  /** The search that last wrote the node; odd once the node is closed. */
  readonly seen = new Uint32Array(PAGE_NODES)
}

/** What a search knows of each node. One ledger serves every search: older entries count as blank. */
class Ledger {
  private readonly sheets: (Sheet | undefined)[] = []
  private search = 0

  open(): void {
    this.search += 2
  }

  cost(node: number): number {
    return this.sheets[pageOf(node)]?.costs[inPage(node)] ?? Infinity
  }

  /** Notes a cheaper way to a node; false when it is not cheaper. */
  better(node: number, cost: number, from: number): boolean {
    const sheet = (this.sheets[pageOf(node)] ??= new Sheet())
    const at = inPage(node)
    const seen = sheet.seen[at] ?? 0
    if (seen > this.search || (seen === this.search && cost >= (sheet.costs[at] ?? 0))) return false
    sheet.seen[at] = this.search
    sheet.costs[at] = cost
    sheet.cameFrom[at] = from
    return true
  }

  /** Closes a node; false when it was closed before. */
  close(node: number): boolean {
    const sheet = this.sheets[pageOf(node)]
    if (sheet?.seen[inPage(node)] !== this.search) return false
    sheet.seen[inPage(node)] = this.search + 1
    return true
  }

  trace(goal: number): number[] {
    const nodes: number[] = []
    for (let node = goal; node >= 0; node = this.sheets[pageOf(node)]?.cameFrom[inPage(node)] ?? -1)
      nodes.push(node)
    return nodes.reverse()
  }
}
