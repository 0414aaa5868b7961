/** Where one can stand, by one-metre cells, surveyed when first asked: the graph that paths are found in. */
import { BOUNDS, WALKWAYS } from '../plan/data'
import { nearness } from '../plan/polyline'
import { type Colliders, dry, type Floor, HEADROOM, MARGIN, passable } from './colliders'

const WIDTH = BOUNDS.maxX - BOUNDS.minX
const DEPTH = BOUNDS.maxZ - BOUNDS.minZ
const CELLS = WIDTH * DEPTH
/** A stage over a court is two storeys; nothing in the town has more. */
const STOREYS = 2
/** Nodes are numbers: cell * 2 + storey. */
export const NODES = CELLS * STOREYS
/** Walls keep this far from a path, so that a walker following it does not brush them. */
const CLEARANCE = 0.55
/** Off the streets a metre counts for more: people keep to the road where there is one. */
const ROUGH = 1.7
const ROAD_REACH = 3.5
/** A metre up or down a bare slope counts as this many: people take the stairs. */
const CLIMB = 4
/** How many cells a wish for a closed spot may be off. */
const SEARCH = 14
/** A height that is wrong by more than this means another place altogether. */
const TOLERANCE = 3

const UNKNOWN = 0
const ROAD = 1
const WILD = 2

export class Storeys {
  private readonly kind = new Uint8Array(CELLS)
  /** Height of each node; NaN where nobody can stand. */
  private readonly height = new Float32Array(NODES)
  private readonly platform = new Int16Array(NODES)
  private readonly onRoad = nearness(
    WALKWAYS.map(({ line }) => line),
    ROAD_REACH,
  )

  constructor(private readonly colliders: Colliders) {}

  /** The node one comes to from `node`, `dc` columns and `dr` rows on, the highest within a step; or -1. */
  step(node: number, dc: number, dr: number, run: number): number {
    const cell = node >> 1
    const column = (cell % WIDTH) + dc
    const row = Math.floor(cell / WIDTH) + dr
    if (!open(column, row)) return -1
    const next = row * WIDTH + column
    this.survey(next)
    const from = this.floor(node)
    for (let there = next * 2 + 1; there >= next * 2; there -= 1)
      if (passable(from, this.floor(there), run)) return there
    return -1
  }

  /** What the way between two neighbours costs, in metres of level road. */
  cost(from: number, to: number, run: number): number {
    if (this.kind[to >> 1] === ROAD) return run
    return run * ROUGH + CLIMB * Math.abs((this.height[to] ?? 0) - (this.height[from] ?? 0))
  }

  /** The middle of a node's cell. */
  middle(node: number): readonly [x: number, z: number] {
    const cell = node >> 1
    return [BOUNDS.minX + (cell % WIDTH) + 0.5, BOUNDS.minZ + Math.floor(cell / WIDTH) + 0.5]
  }

  /** Metres between two nodes for one who walks straight and diagonally. */
  octile(a: number, b: number): number {
    const dx = Math.abs(((a >> 1) % WIDTH) - ((b >> 1) % WIDTH))
    const dz = Math.abs(Math.floor((a >> 1) / WIDTH) - Math.floor((b >> 1) / WIDTH))
    return Math.max(dx, dz) + (Math.SQRT2 - 1) * Math.min(dx, dz)
  }

  /** The free node nearest to a spot, on the storey nearest to its height, or -1. */
  nearest({ x, z, y }: { x: number; z: number; y?: number | undefined }): number {
    const column = Math.floor(x - BOUNDS.minX)
    const row = Math.floor(z - BOUNDS.minZ)
    let best = -1
    let least = Infinity
    for (let ring = 0; ring <= SEARCH && best < 0; ring += 1)
      for (let dc = -ring; dc <= ring; dc += 1)
        for (let dr = -ring; dr <= ring; dr += 1) {
          if (Math.max(Math.abs(dc), Math.abs(dr)) !== ring) continue
          const node = this.at(column + dc, row + dr, y)
          if (node < 0 || Math.hypot(dc, dr) >= least) continue
          best = node
          least = Math.hypot(dc, dr)
        }
    return best
  }

  private at(column: number, row: number, y: number | undefined): number {
    if (!open(column, row)) return -1
    const cell = row * WIDTH + column
    this.survey(cell)
    let best = -1
    let off = TOLERANCE
    for (const node of [cell * 2, cell * 2 + 1]) {
      const there = this.floor(node).y
      const away = Math.abs(there - (y ?? there))
      if (away < off) [best, off] = [node, away]
    }
    return best
  }

  private floor(node: number): Floor {
    return { y: this.height[node] ?? Number.NaN, on: this.platform[node] ?? -1 }
  }

  private survey(cell: number): void {
    if (this.kind[cell] !== UNKNOWN) return
    const x = BOUNDS.minX + (cell % WIDTH) + 0.5
    const z = BOUNDS.minZ + Math.floor(cell / WIDTH) + 0.5
    const free = this.colliders
      .floors(x, z)
      .filter((floor) => dry(x, z, floor) && !this.colliders.blocked(x, floor.y, z, CLEARANCE))
    const floors = merged(free)
    const made = floors.some(({ on }) => on >= 0) || this.onRoad(x, z) < Infinity
    this.kind[cell] = made ? ROAD : WILD
    for (let storey = 0; storey < STOREYS; storey += 1) {
      this.height[cell * 2 + storey] = floors[storey]?.y ?? Number.NaN
      this.platform[cell * 2 + storey] = floors[storey]?.on ?? -1
    }
  }
}

const open = (column: number, row: number): boolean =>
  column >= MARGIN && row >= MARGIN && column < WIDTH - MARGIN && row < DEPTH - MARGIN

/** Floors from the lowest up, without those that have another just above them. */
function merged(floors: Floor[]): readonly Floor[] {
  if (floors.length < 2) return floors
  floors.sort((a, b) => a.y - b.y)
  return floors.filter((floor, k) => (floors[k + 1]?.y ?? Infinity) - floor.y > HEADROOM)
}
