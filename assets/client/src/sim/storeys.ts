/** Where one can stand, by one-metre cells, surveyed when first asked: the graph that paths are found in. */
import { BOUNDS, WALKWAYS } from '../plan/data'
import { nearness } from '../plan/polyline'
import { type Colliders, dry, type Floor, HEADROOM, MARGIN, passable } from './colliders'
import { LIFT_METRES, LIFTS } from './lift'

const WIDTH = BOUNDS.maxX - BOUNDS.minX
const DEPTH = BOUNDS.maxZ - BOUNDS.minZ
/** Cells are kept in square pages of 64 by 64, made when somebody asks about one: a way needs few of them. */
const SIDE = 6
const PAGE = 1 << SIDE
const INNER = PAGE - 1
const PAGES_ACROSS = Math.ceil(WIDTH / PAGE)
/** A stage over a court is two storeys; nothing in the town has more. */
const STOREYS = 2
/** Nodes are numbers: cell * 2 + storey. The nodes of one page follow one another. */
export const PAGE_NODES = PAGE * PAGE * STOREYS
export const pageOf = (node: number): number => Math.floor(node / PAGE_NODES)
export const inPage = (node: number): number => node % PAGE_NODES
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

/** What is known of one page: per cell its kind, per node the height (NaN where nobody can stand) and platform. */
class Sheet {
  readonly kind = new Uint8Array(PAGE * PAGE)
  readonly height = new Float32Array(PAGE_NODES)
  readonly platform = new Int16Array(PAGE_NODES)
}

const cellAt = (column: number, row: number): number =>
  (((row >> SIDE) * PAGES_ACROSS + (column >> SIDE)) << (2 * SIDE)) |
  ((row & INNER) << SIDE) |
  (column & INNER)

const columnOf = (cell: number): number =>
  ((cell >> (2 * SIDE)) % PAGES_ACROSS) * PAGE + (cell & INNER)

const rowOf = (cell: number): number =>
  Math.floor((cell >> (2 * SIDE)) / PAGES_ACROSS) * PAGE + ((cell >> SIDE) & INNER)

export class Storeys {
  private readonly sheets: (Sheet | undefined)[] = []
  private readonly onRoad = nearness(
    WALKWAYS.map(({ line }) => line),
    ROAD_REACH,
  )
  private rides: Map<number, number> | null = null

  constructor(private readonly colliders: Colliders) {}

  /** The node one comes to from `node`, `dc` columns and `dr` rows on, the highest within a step; or -1. */
  step(node: number, dc: number, dr: number, run: number): number {
    const cell = node >> 1
    const column = columnOf(cell) + dc
    const row = rowOf(cell) + dr
    if (!open(column, row)) return -1
    const next = cellAt(column, row)
    this.surveyed(next)
    const from = this.floor(node)
    for (let there = next * 2 + 1; there >= next * 2; there -= 1)
      if (passable(from, this.floor(there), run)) return there
    return -1
  }

  /** The node a lift takes one to from there, or -1; what the ride counts for is `LIFT_METRES`. */
  ride(node: number): number {
    this.rides ??= new Map(
      LIFTS.flatMap(({ x, z, low, high }) => {
        const [below, above] = [this.nearest({ x, z, y: low }), this.nearest({ x, z, y: high })]
        return [
          [below, above],
          [above, below],
        ]
      }),
    )
    return this.rides.get(node) ?? -1
  }

  /** What the way between two neighbours costs, in metres of level road. */
  cost(from: number, to: number, run: number): number {
    const sheet = this.surveyed(to >> 1)
    if (sheet.kind[inPage(to) >> 1] === ROAD || run === LIFT_METRES) return run
    return run * ROUGH + CLIMB * Math.abs(this.floor(to).y - this.floor(from).y)
  }

  /** The middle of a node's cell. */
  middle(node: number): readonly [x: number, z: number] {
    const cell = node >> 1
    return [BOUNDS.minX + columnOf(cell) + 0.5, BOUNDS.minZ + rowOf(cell) + 0.5]
  }

  /** Metres between two nodes for one who walks straight and diagonally. */
  octile(a: number, b: number): number {
    const dx = Math.abs(columnOf(a >> 1) - columnOf(b >> 1))
    const dz = Math.abs(rowOf(a >> 1) - rowOf(b >> 1))
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
    const cell = cellAt(column, row)
    this.surveyed(cell)
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
    const sheet = this.sheets[pageOf(node)]
    const at = inPage(node)
    return { y: sheet?.height[at] ?? Number.NaN, on: sheet?.platform[at] ?? -1 }
  }

  /** The sheet of that cell, with the cell surveyed. */
  private surveyed(cell: number): Sheet {
    const sheet = (this.sheets[cell >> (2 * SIDE)] ??= new Sheet())
    const at = cell & (PAGE * PAGE - 1)
    if (sheet.kind[at] === UNKNOWN) this.survey(sheet, at, this.middle(cell * 2))
    return sheet
  }

  private survey(sheet: Sheet, at: number, [x, z]: readonly [number, number]): void {
    const free = this.colliders
      .floors(x, z)
      .filter((floor) => dry(x, z, floor) && !this.colliders.blocked(x, floor.y, z, CLEARANCE))
    const floors = merged(free)
    const made = floors.some(({ on }) => on >= 0) || this.onRoad(x, z) < Infinity
    sheet.kind[at] = made ? ROAD : WILD
    for (let storey = 0; storey < STOREYS; storey += 1) {
      sheet.height[at * 2 + storey] = floors[storey]?.y ?? Number.NaN
      sheet.platform[at * 2 + storey] = floors[storey]?.on ?? -1
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
