/** The way from one point to another: A* over one-metre cells with storeys, then pulled straight. */
import type { Colliders } from './colliders'
import { NODES, Storeys } from './storeys'

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

/** Finds ways; its maps of the town are made when the first way is asked for, and kept. */
export class Paths {
  private made: { storeys: Storeys; ledger: Ledger } | null = null

  constructor(private readonly colliders: Colliders) {}

  private get storeys(): Storeys {
    return this.desk.storeys
  }

  private get desk(): { storeys: Storeys; ledger: Ledger } {
    this.made ??= { storeys: new Storeys(this.colliders), ledger: new Ledger() }
    return this.made
  }

  /** Way points from one spot to the other, both included; empty when there is no way. */
  find(from: Spot, to: Spot): WayPoint[] {
    const start = this.storeys.nearest(from)
    const goal = this.storeys.nearest(to)
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
    for (let node = open.pop(); node >= 0; node = open.pop()) {
      if (node === goal) return ledger.trace(goal)
      if (!ledger.close(node)) continue
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

/** What a search knows of each node. One sheet serves every search: older entries count as blank. */
class Ledger {
  private readonly costs = new Float32Array(NODES)
  private readonly cameFrom = new Int32Array(NODES)
  /** The search that last wrote the node; odd once the node is closed. */
  private readonly seen = new Uint32Array(NODES)
  private search = 0

  open(): void {
    this.search += 2
  }

  cost(node: number): number {
    return this.costs[node] ?? Infinity
  }

  /** Notes a cheaper way to a node; false when it is not cheaper. */
  better(node: number, cost: number, from: number): boolean {
    const seen = this.seen[node] ?? 0
    if (seen > this.search || (seen === this.search && cost >= this.cost(node))) return false
    this.seen[node] = this.search
    this.costs[node] = cost
    this.cameFrom[node] = from
    return true
  }

  /** Closes a node; false when it was closed before. */
  close(node: number): boolean {
    if (this.seen[node] !== this.search) return false
    this.seen[node] = this.search + 1
    return true
  }

  trace(goal: number): number[] {
    const nodes: number[] = []
    for (let node = goal; node >= 0; node = this.cameFrom[node] ?? -1) nodes.push(node)
    return nodes.reverse()
  }
}

/** The node with the least cost first. */
class Heap {
  private readonly nodes: number[] = []
  private readonly costs: number[] = []

  push(node: number, cost: number): void {
    let i = this.nodes.push(node) - 1
    this.costs.push(cost)
    while (i > 0) {
      const parent = (i - 1) >> 1
      if ((this.costs[parent] ?? 0) <= (this.costs[i] ?? 0)) break
      this.swap(i, parent)
      i = parent
    }
  }

  /** The cheapest node, or -1 when none is left. */
  pop(): number {
    const first = this.nodes[0] ?? -1
    this.swap(0, this.nodes.length - 1)
    this.nodes.pop()
    this.costs.pop()
    this.sink()
    return first
  }

  private sink(): void {
    for (let i = 0; ;) {
      let child = 2 * i + 1
      if (child >= this.costs.length) return
      if ((this.costs[child + 1] ?? Infinity) < (this.costs[child] ?? Infinity)) child += 1
      if ((this.costs[i] ?? 0) <= (this.costs[child] ?? 0)) return
      this.swap(i, child)
      i = child
    }
  }

  private swap(i: number, j: number): void {
    const [node, cost] = [this.nodes[i] ?? -1, this.costs[i] ?? 0]
    if (node < 0) return
    this.nodes[i] = this.nodes[j] ?? 0
    this.costs[i] = this.costs[j] ?? 0
    this.nodes[j] = node
    this.costs[j] = cost
  }
}
