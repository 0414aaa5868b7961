/** The castle site: two red gates, the wall along the moat, a small shrine in the park. */
import { place } from '../plan/data'
import { AKAMON, AKAMON_RAMP, CASTLE_WALLS, OTEMON, PARK_SHRINE, SCHOOL } from '../plan/castle-built'
import { height, HONMARU, KNOLLS } from '../plan/height'
import { smooth } from '../plan/polyline'
import type { Builder, Point3 } from './builder'
import { TILED_ROOF } from './hama/kura'
import { ribbon } from './hama/street'
import { PAINT, paint, shaded, Surface } from './paint'
import { roof } from './roof'
import { torii } from './shrine/torii'

const GATE_RED = paint(0xc23a22)
const GATE_ROOF = {
  ...TILED_ROOF,
  gable: GATE_RED,
  barge: paint(0xa8311d),
  ridgeHeight: 0.5,
  rows: 4,
  columns: 5,
  curve: 0.2,
} as const

export function castle(g: Builder): void {
  // The red gate looks north over the moat; a ramp leads up to it.
  g.within([AKAMON.x, HONMARU.height, AKAMON.z], Math.PI, () => {
    gate(g, { span: 5.2, depth: 2.4, height: 4.4, roofHeight: 2.5 })
    guardHouse(g)
  })
  ramp(g)
  g.within([OTEMON.x, height(OTEMON.x - 3, OTEMON.z), OTEMON.z], Math.PI / 2, () =>
    gate(g, { span: 4.6, depth: 2, height: 3.9, roofHeight: 1.9 }),
  )
  for (const line of CASTLE_WALLS) wall(g, line)
  moatStones(g)
  school(g)
  park(g)
}

interface GatePlan {
  /** Width of the passage. */
  readonly span: number
  readonly depth: number
  readonly height: number
  readonly roofHeight: number
}

/** A gabled gate on strong posts, passed along z. */
function gate(g: Builder, { span, depth, height: top, roofHeight }: GatePlan): void {
  const outer = span / 2 + 1.6
  for (const side of [-1, 1]) {
    g.box([side * (span / 2 + 0.3), -0.2, 0.6], [0.75, top, 0.6], GATE_RED)
    g.box([side * (span / 2 + 0.3), -0.2, -1.1], [0.45, top - 0.4, 0.45], GATE_RED)
    g.box(
      [side * (span / 2 + 1.2), -0.2, 0.5],
      [1.5, top - 0.2, 0.28],
      shaded(paint(0xb53520, Surface.boards), 0.9),
    )
    g.box([side * (span / 2 + 0.3), -0.3, -0.2], [1, 0.35, 2.6], PAINT.paleStone)
    // The leaves stand open.
    g.within([side * (span / 2 - 0.05), 0, 0.2], side * 1.35, () =>
      g.box([-side * 1.1, 0.1, 0], [2.2, top - 0.9, 0.14], paint(0xb53520, Surface.boards), {
        sides: 'nsewt',
      }),
    )
  }
  g.box([0, top - 0.7, 0.6], [outer * 2, 0.7, 0.5], GATE_RED)
  g.box([0, top - 0.4, -1.1], [outer * 2 - 0.6, 0.4, 0.4], GATE_RED)
  for (const x of [-span / 4, 0, span / 4])
    g.box([x, top - 0.1, -0.3], [0.3, 0.3, depth + 1.6], PAINT.darkVermilion)
  g.within([0, 0, -0.25], 0, () =>
    roof(g, {
      ...GATE_ROOF,
      halfWidth: outer + 1,
      halfDepth: depth + 0.7,
      height: roofHeight,
      y: top + 0.1,
      inset: 0,
      thickness: 0.24,
      soffitShare: 0.5,
    }),
  )
}

/** The guards' lean-to at the gate's side. */
function guardHouse(g: Builder): void {
  g.within([6.6, 0, -0.2], 0, () => {
    g.box([0, -0.2, 0], [3.6, 2.8, 2.6], PAINT.plaster)
    g.panel([-1.3, 1.3], [0.7, 1.9], 1.32, PAINT.lattice)
    roof(g, {
      ...GATE_ROOF,
      gable: PAINT.plaster,
      halfWidth: 2.3,
      halfDepth: 1.8,
      height: 1.1,
      y: 2.6,
      inset: 0,
      thickness: 0.18,
      soffitShare: 0.6,
      ridgeHeight: 0.34,
    })
  })
}

function ramp(g: Builder): void {
  const { x, z, halfX, halfZ } = AKAMON_RAMP
  const [low, high] = [2.02, HONMARU.height + 0.02]
  const [west, east, north, south] = [x - halfX, x + halfX, z - halfZ, z + halfZ]
  const stone = paint(0xb4aa96, Surface.paving)
  g.quad(
    [west, high, south + 3.5],
    [east, high, south + 3.5],
    [east, high, south],
    [west, high, south],
    stone,
  )
  g.quad([west, high, south], [east, high, south], [east, low, north], [west, low, north], stone)
  for (const edge of [west, east]) {
    const foot: Point3[] = [
      [edge, low - 1.2, north],
      [edge, high - 1.2, south],
    ]
    g.beam(foot, [0.5, 1.5], PAINT.stone)
  }
}

/** A low plastered wall with a tiled cap that follows the ground. */
function wall(g: Builder, line: readonly (readonly [number, number])[]): void {
  const points: Point3[] = []
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [a, b] = [line[i], line[i + 1]]
    if (!a || !b) continue
    const pieces = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 6)
    for (let k = 0; k < pieces + (i + 2 === line.length ? 1 : 0); k += 1) {
      const [x, z] = [a[0] + ((b[0] - a[0]) * k) / pieces, a[1] + ((b[1] - a[1]) * k) / pieces]
      points.push([x, height(x, z), z])
    }
  }
  const raised = (by: number): Point3[] => points.map(([x, y, z]) => [x, y + by, z])
  g.beam(raised(-1), [0.7, 1.5], PAINT.stone)
  g.beam(raised(0.5), [0.5, 1.15], PAINT.plaster)
  g.beam(raised(1.6), [1.15, 0.34], paint(PAINT.tiles.colour), 0.2)
}

/** Stone facing at the water's edge on the castle's side. */
function moatStones(g: Builder): void {
  for (const side of [-1, 1]) {
    const [near, far] = [AKAMON.x + side * 9, HONMARU.x + side * (HONMARU.halfX + 8)]
    const z = AKAMON.z - 11.2
    const line: Point3[] = [
      [Math.min(near, far), -0.6, z],
      [Math.max(near, far), -0.6, z],
    ]
    g.beam(line, [1.6, 2.7], PAINT.stone, 0.7)
  }
  const { x, z } = place('akamon')
  ribbon(
    g,
    [
      [x, z],
      [x, AKAMON.z - 3],
    ],
    { width: 6.4, lift: 0.05, step: 3 },
    paint(0xb9ab8c),
  )
}

function school(g: Builder): void {
  const { x, z, halfX, halfZ } = SCHOOL
  const cream = paint(0xe9e0cb, Surface.plaster)
  g.within([x, HONMARU.height, z], Math.PI, () => {
    g.box([0, -0.4, 0], [halfX * 2, 11, halfZ * 2], cream)
    g.box([0, 10.6, 0], [halfX * 2 + 0.6, 0.5, halfZ * 2 + 0.6], PAINT.concrete)
    for (const turn of [0, Math.PI])
      g.within([0, 0, 0], turn, () => {
        for (let floor = 0; floor < 3; floor += 1)
          for (let i = 0; i < 8; i += 1) {
            const middle = -halfX + (i + 0.5) * (halfX / 4)
            const low = 1 + floor * 3.5
            g.panel([middle - 2.5, middle + 2.5], [low, low + 1.7], halfZ + 0.04, WINDOW)
          }
      })
    g.box([0, 0, halfZ + 1.4], [7, 0.25, 3], PAINT.concrete)
    g.box([0, 3.1, halfZ + 1.4], [7.4, 0.35, 3.2], PAINT.concrete, { sides: 'tnsewb' })
  })
}

const WINDOW = paint(0x8ea6b4, Surface.glass)

function park(g: Builder): void {
  const { x, z } = KNOLLS.asahigaoka
  const ground = (dx: number, dz: number): Point3 => [x + dx, height(x + dx, z + dz), z + dz]
  g.within(ground(0, 8), 0, () =>
    torii(g, { width: 3.4, height: 4.2, paint: PAINT.plainStone, stone: true }),
  )
  g.within(ground(PARK_SHRINE.x - x, PARK_SHRINE.z - z), 0, () => {
    g.box([0, -0.3, 0], [5, 0.8, 4], PAINT.stone)
    g.box([0, 0.5, -0.4], [3.4, 2.2, 2.4], PAINT.wood)
    g.panel([-1, 1], [0.6, 2.4], 0.82, PAINT.paper)
    roof(g, {
      ...GATE_ROOF,
      gable: PAINT.wood,
      halfWidth: 2.8,
      halfDepth: 2.4,
      height: 1.7,
      y: 2.7,
      inset: 0,
      thickness: 0.18,
      soffitShare: 0.5,
    })
  })
  for (const [dx, dz, turn] of [
    [-8, 2, 0.6],
    [8, 4, -0.8],
    [-5, -8, 2.4],
  ] as const)
    g.within(ground(dx, dz), turn, () => bench(g))
  ribbon(
    g,
    smooth([
      [x + 22, z - 12],
      [x + 12, z - 4],
      [x, z + 2],
    ]),
    { width: 3, lift: 0.05, step: 2 },
    paint(0xc4b58f),
  )
}

/** A plain wooden bench. */
export function bench(g: Builder): void {
  g.box([0, 0.38, 0], [1.9, 0.09, 0.5], PAINT.wood, { sides: 'tnsewb' })
  for (const side of [-0.75, 0.75]) g.box([side, 0, 0], [0.12, 0.38, 0.42], PAINT.plainStone)
}
