/** The shore: sea wall, steps to the mud, nori poles, the road station with its deck. */
import {
  LOOKOUT,
  LOOKOUT_RAILS,
  ROAD_STATION,
  SEA_STEPS,
  SEA_STEPS_FOOT,
  SEA_STEPS_RUN,
  SEA_STEPS_TOP,
  seaWall,
} from '../plan/shore-built'
import { BOUNDS, place } from '../plan/data'
import { coast, height } from '../plan/height'
import type { Builder, Point3 } from './builder'
import { bench } from './castle'
import { ribbon } from './hama/street'
import { PAINT, paint, shaded, Surface } from './paint'
import { roof } from './roof'
import type { Stand } from './shrine/precinct'
import { railing } from './shrine/timber'

export function shore(g: Builder): void {
  wall(g)
  for (const steps of SEA_STEPS) seaSteps(g, steps)
  birdHide(g)
  roadStation(g)
  lookout(g)
}

/** The wall goes on beyond the bounds, where one sees it but cannot go. */
function wall(g: Builder): void {
  for (const stretch of seaWall(BOUNDS.minZ - 40, BOUNDS.maxZ + 40))
    g.beam(
      stretch.map(([x, z]) => [x, 1.55, z]),
      [1.7, 1.55],
      PAINT.concrete,
      0.9,
    )
}

function seaSteps(g: Builder, { x, z, width }: (typeof SEA_STEPS)[number]): void {
  const [count, run] = [15, SEA_STEPS_RUN]
  const stone = paint(0xaaa498, Surface.ashlar)
  for (let i = 0; i < count; i += 1) {
    const top = SEA_STEPS_TOP - ((i + 0.4) * (SEA_STEPS_TOP - SEA_STEPS_FOOT)) / count
    g.box([x + ((i + 0.5) * run) / count, top - 1, z], [run / count + 0.02, 1, width], stone, {
      sides: 'tnse',
    })
  }
  for (const side of [-1, 1])
    g.box([x + 1.4, 0.4, z + side * (width / 2 + 0.4)], [4.6, 2.3, 0.8], PAINT.concrete, {
      taper: 0.08,
    })
}

/** A roofed lookout over the flat, with a bench and a board about birds. */
function birdHide(g: Builder): void {
  const at = place('mudflat')
  const [x, z] = [at.x - 6, at.z + 9]
  g.within([x, height(x, z), z], Math.PI / 2, () => {
    g.box([0, -0.1, 0], [6, 0.25, 3.4], paint(0xb4aea2, Surface.paving))
    for (const px of [-2.6, 2.6])
      for (const pz of [-1.3, 1.3]) g.box([px, 0.1, pz], [0.2, 2.6, 0.2], PAINT.wood)
    g.within([0, 0.15, -0.6], 0, () => bench(g))
    g.box([0, 0.9, 1.35], [3.2, 0.9, 0.08], paint(0x4d6b58), { sides: 'nsewt' })
    roof(g, {
      halfWidth: 3.6,
      halfDepth: 2.3,
      height: 1.1,
      y: 2.7,
      inset: 0,
      curve: 0.05,
      thickness: 0.14,
      cover: paint(0x5d6a66, Surface.boards),
      soffit: PAINT.soffit,
      edge: PAINT.wood,
      gable: PAINT.wood,
      barge: PAINT.wood,
      ridge: paint(0x4a5450),
      ridgeHeight: 0.2,
      rows: 2,
      columns: 3,
    })
  })
}

/** The house of the mud flat with its deck on the upper floor. */
function lookout(g: Builder): void {
  const { house, deck, stair, floor } = LOOKOUT
  const white = paint(0xf1ece0, Surface.plaster)
  const boards = paint(0x8a6a4a, Surface.boards)
  g.within([house.x, 1.9, house.z], Math.PI, () => {
    const [wide, deep] = [house.halfX * 2, house.halfZ * 2]
    g.box([0, 0, 0], [wide, 3.5, deep], white, { sides: 'nsew' })
    g.box([0, 3.5, 0], [wide, 3.3, deep], boards, { sides: 'nsew' })
    for (const [low, high] of [
      [0.4, 2.7],
      [3.8, 6],
    ] as const) {
      g.panel([-6.8, 6.8], [low, high], house.halfZ + 0.05, paint(0x8fb0bf, Surface.glass))
      g.within([0, 0, 0], -Math.PI / 2, () =>
        g.panel([-5.6, 5.6], [low + 0.3, high], house.halfX + 0.05, paint(0x8fb0bf, Surface.glass)),
      )
    }
    roof(g, {
      halfWidth: house.halfX + 1,
      halfDepth: house.halfZ + 1,
      height: 2.2,
      y: 6.8,
      inset: 0,
      curve: 0.03,
      thickness: 0.2,
      cover: paint(0x5f7f86, Surface.boards),
      soffit: PAINT.soffit,
      edge: paint(0xe9e4d8),
      gable: boards,
      barge: paint(0xe9e4d8),
      ridge: paint(0x54707a),
      ridgeHeight: 0.2,
      rows: 2,
      columns: 4,
    })
  })
  g.box([deck.x, floor - 0.35, deck.z], [deck.halfX * 2, 0.36, deck.halfZ * 2], PAINT.wood, {
    sides: 'tnsewb',
  })
  for (const dx of [-7.5, -2.5, 2.5, 7.5])
    g.box([deck.x + dx, 1.8, deck.z - 3.6], [0.3, floor - 2.1, 0.3], PAINT.wood)
  const steps = 18
  for (let i = 0; i < steps; i += 1) {
    const top = 2 + ((i + 1) * (floor - 2)) / steps
    const z = stair.z - stair.halfZ + ((i + 0.5) * 2 * stair.halfZ) / steps
    g.box([stair.x, top - 0.3, z], [3, 0.3, 0.54], PAINT.wood, { sides: 'tnews' })
  }
  const rails: Point3[][] = LOOKOUT_RAILS.map((line) => line.map(([x, z]) => [x, floor, z]))
  for (const side of [-1.5, 1.5])
    rails.push([
      [stair.x + side, 2, stair.z - stair.halfZ],
      [stair.x + side, floor, stair.z + stair.halfZ],
    ])
  for (const line of rails) railing(g, line, 1, paint(0xd8d2c4))
  for (const dx of [-3, 2]) g.within([deck.x + dx, floor, deck.z + 2.6], Math.PI, () => bench(g))
}

/** The road station: a long market hall, its canopy, and a deck over the sea wall. */
function roadStation(g: Builder): void {
  const { x, z, halfX, halfZ } = ROAD_STATION
  g.within([x, 2, z], 0, () => {
    const wall = paint(0xefe9dc, Surface.plaster)
    g.box([0, 0, 0], [halfX * 2, 4.4, halfZ * 2], wall, { sides: 'nsew' })
    g.box([-halfX - 0.02, 0.3, 0], [0.1, 2.4, halfZ * 1.7], paint(0x6b4a2f, Surface.paper), {
      sides: 'w',
    })
    g.box([-halfX - 1.6, 3, 0], [3.4, 0.25, halfZ * 2 + 1], paint(0x54778a), { sides: 'tnsewb' })
    for (let k = -3; k <= 3; k += 1)
      g.box([-halfX - 2.9, 0, k * 3.2], [0.18, 3, 0.18], paint(0xd8d2c4))
    for (let k = -2; k <= 2; k += 1) g.box([-halfX - 1.3, 0, k * 3.6], [1.3, 0.85, 2.6], PAINT.wood)
    g.within([0, 0, 0], Math.PI / 2, () =>
      roof(g, {
        halfWidth: halfZ + 0.8,
        halfDepth: halfX + 0.9,
        height: 2.6,
        y: 4.4,
        inset: 0,
        curve: 0.05,
        thickness: 0.2,
        cover: paint(0x6f7f86, Surface.tiles),
        soffit: PAINT.soffit,
        edge: PAINT.tileEdge,
        gable: wall,
        barge: paint(0xe9e4d8),
        ridge: PAINT.tileRidge,
        soffitShare: 0.8,
        rows: 3,
        columns: 6,
      }),
    )
  })
  carPark(g)
  deck(g)
}

/** Coloured bands lead from the car park to the sea. */
const WALKWAY = [0x4f8f96, 0xe0a94a, 0xc96f4a] as const

function carPark(g: Builder): void {
  const at = place('michinoeki')
  for (const [k, colour] of WALKWAY.entries()) {
    const z = at.z - 1.6 + k * 1.6
    const line: (readonly [number, number])[] = [
      [at.x - 46, z],
      [coast(at.z) - 7, z],
    ]
    ribbon(g, line, { width: 1.2, lift: 0.07, step: 6 }, paint(colour))
  }
  const [x0, z0] = [ROAD_STATION.x - 24, ROAD_STATION.z - 46]
  const top = (dx: number, dz: number): Point3 => [
    x0 + dx,
    height(x0 + dx, z0 + dz) + 0.06,
    z0 + dz,
  ]
  for (let i = 0; i < 9; i += 1)
    g.quad(
      top(0, i * 2.8 + 0.12),
      top(5, i * 2.8 + 0.12),
      top(5, i * 2.8),
      top(0, i * 2.8),
      paint(0xe9e6dc),
    )
  const colours = [0xd9d9d6, 0x7b8790, 0x9c3b33, 0x35485a, 0xe8e4da] as const
  for (const [i, colour] of colours.entries()) {
    const [cx, cy, cz] = top(2.5, i * 5.6 + 1.4)
    g.within([cx, cy, cz], Math.PI / 2, () => car(g, colour))
  }
}

/** A small parked car, seen from outside only. */
function car(g: Builder, colour: number): void {
  g.box([0, 0.3, 0], [1.6, 0.7, 3.6], paint(colour), { taper: 0.06 })
  g.box([0, 1, -0.2], [1.46, 0.55, 2], paint(0x2a3238), { taper: 0.18 })
  g.box([0, 1.5, -0.2], [1.12, 0.06, 1.62], paint(colour))
  for (const x of [-0.72, 0.72])
    for (const z of [-1.15, 1.15]) g.box([x, 0, z], [0.22, 0.6, 0.62], paint(0x1d1d1f))
}

/** The wooden deck from which one sees the flat, beside the steps. */
function deck(g: Builder): void {
  const z = place('michinoeki').z
  const x = coast(z) - 3.6
  g.box([x, 2, z], [5, 0.12, 13], PAINT.wood)
  for (let k = -3; k <= 3; k += 1)
    g.box([x + 2.4, 2.1, z + k * 2], [0.12, 1.05, 0.12], paint(0xd8d2c4))
  g.box([x + 2.4, 3.1, z], [0.16, 0.1, 13], shaded(paint(0xd8d2c4), 1), { sides: 'tnsewb' })
  for (const k of [-3.5, 3.5]) g.within([x - 0.8, 2.1, z + k], Math.PI / 2, () => bench(g))
}

/** Poles on which nets for nori hang, in rows out in the sea. */
export function noriPoles(): Stand[] {
  const stands: Stand[] = []
  for (const from of [BOUNDS.minZ + 70, 120, place('michinoeki').z - 60])
    for (let row = 0; row < 7; row += 1)
      for (let k = 0; k < 15; k += 1) {
        const z = from + k * 7 + (row % 2) * 2
        const x = coast(z) + 62 + row * 9
        stands.push({ x, y: height(x, z) - 0.5, z, turn: 0, size: 1 })
      }
  return stands
}
