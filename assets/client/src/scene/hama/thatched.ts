/** Thatched houses, some with the U-shaped plan of Saga. */
import type { Thatched } from '../../plan/houses'
import type { Builder } from '../builder'
import { PAINT, paint, shaded, Surface } from '../paint'
import { type Roof, roof } from '../roof'

const WALL = 2.7
const EAVES = 1.1

const THATCH = {
  cover: PAINT.thatch,
  thickness: 0.62,
  soffit: paint(0x7a6440, Surface.thatch),
  edge: paint(0xa98f5e, Surface.thatch),
  soffitRise: 0.7,
  gable: paint(0x7b6440, Surface.thatch),
  barge: paint(0x8a7048),
  curve: -0.1,
  soffitShare: 0.72,
  rows: 6,
  columns: 10,
} as const satisfies Partial<Roof>

const EARTH = paint(0xcdb892, Surface.plaster)
const TIMBER = paint(0x5a4738, Surface.wood)

/** Draws the house with its front towards +z. */
export function thatched(g: Builder, house: Thatched): void {
  const { halfWidth, halfDepth } = house
  wall(g, halfWidth, halfDepth, true)
  for (const [turn, half, z] of [
    [Math.PI, halfWidth, halfDepth],
    [Math.PI / 2, halfDepth, halfWidth],
    [-Math.PI / 2, halfDepth, halfWidth],
  ] as const)
    g.within([0, 0, 0], turn, () => wall(g, half, z, false))
  if (house.tiledEaves) tiledEaves(g, halfWidth + 0.9, halfDepth)
  mainRoof(g, halfWidth + EAVES, halfDepth + EAVES)
  if (house.kudo) for (const side of [-1, 1]) wing(g, side * (halfWidth - 1.9), -halfDepth - 2.4)
}

function wall(g: Builder, half: number, z: number, front: boolean): void {
  g.panel([-half, half], [0, 0.9], z, shaded(paint(0x5f4d3e, Surface.boards), [0.7, 0.7, 1, 1]))
  const plaster = front ? paint(0xf0e8d6, Surface.plaster) : EARTH
  g.panel([-half, half], [0.9, WALL + 0.5], z, shaded(plaster, [1, 1, 0.55, 0.55]))
  const bays = Math.max(2, Math.round(half))
  for (let i = 0; i <= bays; i += 1)
    g.box([-half + (i * 2 * half) / bays, 0, z], [0.18, WALL + 0.3, 0.14], TIMBER, { sides: 'sew' })
  if (!front) return
  const width = half / bays
  for (let i = 0; i < bays; i += 1) {
    const x = -half + ((i + 0.5) * 2 * half) / bays
    if (i === 1) g.panel([x - width * 0.85, x + width * 0.85], [0.05, 2.1], z + 0.03, PAINT.paper)
    else if (i % 2 === 0)
      g.panel([x - width * 0.8, x + width * 0.8], [0.7, 2.1], z + 0.04, PAINT.lattice)
  }
}

function tiledEaves(g: Builder, reach: number, z: number): void {
  const across = (u: number): number => (u * 2 - 1) * reach
  g.sheet(
    8,
    2,
    PAINT.tiles,
    (u, v) => [across(u), 2.75 - v * 0.5, z + v * 1.3 - 0.1, across(u), (1 - v) * 1.4],
    true,
  )
  g.sheet(8, 1, PAINT.tileEdge, (u, v) => [across(u), 2.25 - v * 0.14, z + 1.2, u, v, 0.9], true)
}

function mainRoof(g: Builder, halfWidth: number, halfDepth: number): void {
  const height = halfDepth * 1.02
  const y = WALL + 0.35
  roof(g, {
    ...THATCH,
    halfWidth,
    halfDepth,
    height,
    y,
    inset: halfDepth * 0.86,
    overhang: 0.35,
    lift: 0.25,
  })
  // A ridge of bamboo and tiles, held down by crossed logs.
  const reach = halfWidth - halfDepth * 0.86 + 0.5
  const top = y + height
  g.beam(
    [
      [-reach, top - 0.1, 0],
      [reach, top - 0.1, 0],
    ],
    [1, 0.45],
    paint(0x6f6a5e, Surface.tiles),
    0.5,
  )
  for (let i = 0; i < 6; i += 1)
    g.box(
      [-reach + 0.3 + (i * (2 * reach - 0.6)) / 5, top - 0.05, 0],
      [0.2, 0.42, 1.3],
      paint(0x6d5435, Surface.wood),
    )
}

function wing(g: Builder, x: number, z: number): void {
  g.within([x, 0, z], Math.PI / 2, () =>
    roof(g, {
      ...THATCH,
      halfWidth: 4.2,
      halfDepth: 3,
      height: 3.2,
      y: WALL + 0.35,
      inset: 2.6,
      overhang: 0.3,
      lift: 0.2,
    }),
  )
  g.box([x, 0, z], [3.8, WALL + 0.4, 5.6], EARTH, { sides: 'nsew' })
}
