/** What a walker stands on and bumps into: the ground, decks and stairs, and turned boxes found by cell. */
import { BOUNDS } from '../plan/data'
import { height, underWater } from '../plan/height'
import type { Block, Platform } from '../plan/solid'
import { BLOCKS, PLATFORMS } from '../plan/built'

/** Metres a foot rises or sinks without stairs; the same both ways, so that every step can be undone. */
const STEP = 0.62
/** Rise per metre of bare ground beyond which nobody climbs. */
const STEEPEST = 1.05
/** Metres round a walker that walls keep free. */
const BODY = 0.32
const BODY_HEIGHT = 1.6
/** Metres between a floor and the next one above it, so that one can stand there. */
export const HEADROOM = 1.8
/** Metres that are kept free along the edge of the town. */
export const MARGIN = 3
const CELL = 8

/** A height to stand at, and the platform it belongs to; `on` is -1 for bare ground. */
export interface Floor {
  readonly y: number
  readonly on: number
}

interface Turned {
  readonly cos: number
  readonly sin: number
}

type PlatformAt = Platform & Turned
type BlockAt = Block & Turned

const turned = <T extends { readonly turn: number }>(one: T): T & Turned => ({
  ...one,
  cos: Math.cos(one.turn),
  sin: Math.sin(one.turn),
})

const cellOf = (column: number, row: number): number => column * 4096 + row

/** Puts each box into every cell its surroundings touch. */
function byCell(
  boxes: readonly { x: number; z: number; halfX: number; halfZ: number }[],
): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  for (const [index, { x, z, halfX, halfZ }] of boxes.entries()) {
    const reach = Math.hypot(halfX, halfZ) + 1
    for (let i = Math.floor((x - reach) / CELL); i <= Math.floor((x + reach) / CELL); i += 1)
      for (let j = Math.floor((z - reach) / CELL); j <= Math.floor((z + reach) / CELL); j += 1) {
        const list = cells.get(cellOf(i, j))
        if (list === undefined) cells.set(cellOf(i, j), [index])
        else list.push(index)
      }
  }
  return cells
}

const NONE: readonly number[] = []

export class Colliders {
  readonly platforms: readonly PlatformAt[] = PLATFORMS.map(turned)
  readonly blocks: readonly BlockAt[] = BLOCKS.map(turned)
  private readonly platformCells = byCell(this.platforms)
  private readonly blockCells = byCell(this.blocks)

  /** Every height one could stand at there, the bare ground first. */
  floors(x: number, z: number): Floor[] {
    const floors: Floor[] = [{ y: height(x, z), on: -1 }]
    for (const index of this.near(this.platformCells, x, z)) {
      const y = this.surface(index, x, z)
      if (y !== null) floors.push({ y, on: index })
    }
    return floors
  }

  /** The highest floor that is not above a step up from `y`. */
  floor(x: number, z: number, y: number): Floor {
    let best: Floor = { y: height(x, z), on: -1 }
    for (const index of this.near(this.platformCells, x, z)) {
      const top = this.surface(index, x, z)
      if (top !== null && top > best.y && top <= y + STEP) best = { y: top, on: index }
    }
    return best
  }

  /** Whether a deck or stair hangs too low over a floor at `y` for anyone to stand there. */
  low(x: number, z: number, y: number): boolean {
    for (const index of this.near(this.platformCells, x, z)) {
      const top = this.surface(index, x, z)
      if (top !== null && top > y + 0.01 && top < y + HEADROOM) return true
    }
    return false
  }

  /** Whether a body with its feet at `y` would be inside something solid; `margin` widens the body. */
  blocked(x: number, y: number, z: number, margin: number): boolean {
    for (const index of this.near(this.blockCells, x, z)) {
      const block = this.blocks[index]
      if (block === undefined || y > block.high || y + BODY_HEIGHT < block.low) continue
      const [u, v] = inside(block, x, z)
      if (Math.abs(u) < block.halfX + margin && Math.abs(v) < block.halfZ + margin) return true
    }
    return false
  }

  /** Pushes a body out of what it stands in, by the shortest way. */
  push(x: number, y: number, z: number): { x: number; z: number } {
    let at = { x, z }
    for (let round = 0; round < 2; round += 1)
      for (const index of this.near(this.blockCells, at.x, at.z)) {
        const block = this.blocks[index]
        if (block === undefined || y > block.high || y + BODY_HEIGHT < block.low) continue
        at = pushOut(block, at.x, at.z)
      }
    return at
  }

  /** How far one sees from a point along a unit direction before ground, deck or wall, at most `far` metres. */
  sight(
    from: readonly [number, number, number],
    to: readonly [number, number, number],
    far: number,
  ): number {
    const stride = 0.25
    for (let run = stride; run <= far; run += stride) {
      const x = from[0] + to[0] * run
      const y = from[1] + to[1] * run
      const z = from[2] + to[2] * run
      const before = y - to[1] * stride
      if (y < height(x, z) + 0.2 || this.hides(x, y, z) || this.parts(x, z, before, y))
        return Math.max(0, run - stride - 0.1)
    }
    return far
  }

  /** Whether a deck or stair lies between two heights. */
  private parts(x: number, z: number, from: number, to: number): boolean {
    return this.near(this.platformCells, x, z).some((index) => {
      const top = this.surface(index, x, z)
      return top !== null && (from - top) * (to - top) < 0
    })
  }

  private hides(x: number, y: number, z: number): boolean {
    for (const index of this.near(this.blockCells, x, z)) {
      const block = this.blocks[index]
      if (block === undefined || block.open || y > block.high || y < block.low) continue
      const [u, v] = inside(block, x, z)
      if (Math.abs(u) < block.halfX + 0.2 && Math.abs(v) < block.halfZ + 0.2) return true
    }
    return false
  }

  /** The height of a platform there, or null beside it. */
  private surface(index: number, x: number, z: number): number | null {
    const platform = this.platforms[index]
    if (platform === undefined) return null
    const [u, v] = inside(platform, x, z)
    if (Math.abs(u) > platform.halfX || Math.abs(v) > platform.halfZ) return null
    const share = (v + platform.halfZ) / (2 * platform.halfZ)
    return (
      platform.y0 + (platform.y1 - platform.y0) * share + platform.rise * Math.sin(share * Math.PI)
    )
  }

  private near(cells: Map<number, number[]>, x: number, z: number): readonly number[] {
    return cells.get(cellOf(Math.floor(x / CELL), Math.floor(z / CELL))) ?? NONE
  }
}

type Box = { readonly x: number; readonly z: number } & Turned

/** The point in the box's own axes. */
function inside(box: Box, x: number, z: number): readonly [number, number] {
  const dx = x - box.x
  const dz = z - box.z
  return [dx * box.cos - dz * box.sin, dx * box.sin + dz * box.cos]
}

function pushOut(block: BlockAt, x: number, z: number): { x: number; z: number } {
  const [u, v] = inside(block, x, z)
  const overX = block.halfX + BODY - Math.abs(u)
  const overZ = block.halfZ + BODY - Math.abs(v)
  if (overX <= 0 || overZ <= 0) return { x, z }
  const du = overX < overZ ? Math.sign(u || 1) * overX : 0
  const dv = overX < overZ ? 0 : Math.sign(v || 1) * overZ
  return { x: x + du * block.cos + dv * block.sin, z: z - du * block.sin + dv * block.cos }
}

/** Keeps a point inside the town. */
export const withinBounds = (x: number, z: number): { x: number; z: number } => ({
  x: Math.min(BOUNDS.maxX - MARGIN, Math.max(BOUNDS.minX + MARGIN, x)),
  z: Math.min(BOUNDS.maxZ - MARGIN, Math.max(BOUNDS.minZ + MARGIN, z)),
})

/** Whether one can go from one floor to the next, `run` metres on; the same both ways, so no step is a trap. */
export function passable(from: Floor, to: Floor, run: number): boolean {
  const rise = Math.abs(to.y - from.y)
  return from.on === to.on ? rise <= run * STEEPEST + 0.02 : rise <= STEP
}

/** Whether one can stand there without wading too deep. */
export const dry = (x: number, z: number, floor: Floor): boolean =>
  floor.on >= 0 || !underWater(x, z, floor.y)
