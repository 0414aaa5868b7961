/** White-plastered houses of the brewing street: lattice fronts, deep windows, tiled roofs. */
import { seeded } from '../../plan/noise'
import type { Kura } from '../../plan/houses'
import type { Builder, Point3 } from '../builder'
import { type Paint, PAINT, paint, shaded, Surface } from '../paint'
import { roof } from '../roof'

/** What tiled roofs of the town have in common. */
export const TILED_ROOF = {
  cover: PAINT.tiles,
  soffit: PAINT.soffit,
  edge: PAINT.tileEdge,
  ridge: PAINT.tileRidge,
  gable: PAINT.plaster,
  barge: paint(0xe9e4d8),
  soffitRise: 0.42,
} as const

const GROUND_FLOOR = 3.1
const FOOTING = paint(0x97938a, Surface.ashlar)
const FRAME = paint(0x5c4838, Surface.wood)
const DARK_BOARDS = paint(0x54443a, Surface.boards)
const TILED_WALL = paint(0xffffff, Surface.tiledWall)

interface Wall {
  /** Half the wall's width, and its distance from the middle of the house. */
  readonly half: number
  readonly z: number
  readonly top: number
}

/** Draws the house with its front towards +z; returns where its lanterns hang. */
export function kura(g: Builder, house: Kura): Point3[] {
  const upper = house.floors === 1 ? 1 : 2.5
  const top = GROUND_FLOOR + upper
  const { halfWidth, halfDepth, gableFront } = house
  const lanterns: Point3[] = []
  front(g, house, { half: halfWidth, z: halfDepth, top }, lanterns)
  for (const [turn, half, z] of [
    [Math.PI, halfWidth, halfDepth],
    [Math.PI / 2, halfDepth, halfWidth],
    [-Math.PI / 2, halfDepth, halfWidth],
  ] as const)
    g.within([0, 0, 0], turn, () => sideWall(g, house, { half, z, top }))
  const [along, across] = gableFront ? [halfDepth, halfWidth] : [halfWidth, halfDepth]
  g.within([0, 0, 0], gableFront ? Math.PI / 2 : 0, () =>
    roof(g, {
      ...TILED_ROOF,
      halfWidth: along + 0.75,
      halfDepth: across + 0.85,
      height: (across + 0.85) * 0.56,
      y: top,
      inset: 0,
      curve: 0.14,
      thickness: 0.2,
      soffitShare: 0.7,
      ridgeHeight: 0.42,
      rows: 4,
      columns: 4,
    }),
  )
  return lanterns
}

/** Footing and upper plaster that every wall has; `low` is where the plaster starts. */
function shell(g: Builder, { half, z, top }: Wall, low: number, lower: Paint): void {
  g.box([0, 0, z - 0.02], [half * 2 + 0.12, 0.42, 0.2], FOOTING, { sides: 'sewt' })
  g.panel([-half, half], [0.4, low], z + 0.02, lower)
  g.panel([-half, half], [low, top + 0.3], z, shaded(PAINT.plaster, [1, 1, 0.72, 0.72]))
}

function lowerWall(house: Kura, front: boolean): Paint {
  if (house.tiledWalls && !front) return shaded(TILED_WALL, [0.8, 0.8, 1, 1])
  if (house.boards) return shaded(DARK_BOARDS, [0.72, 0.72, 1, 1])
  return shaded(PAINT.plaster, [0.75, 0.75, 1, 1])
}

function sideWall(g: Builder, house: Kura, wall: Wall): void {
  const low = house.tiledWalls ? 1.6 : 2
  shell(g, wall, low, lowerWall(house, false))
  g.box([0, low - 0.06, wall.z + 0.06], [wall.half * 2 + 0.1, 0.14, 0.22], paint(0x6a6f76), {
    sides: 'sbewt',
  })
  if (house.floors === 2)
    windows(g, wall, Math.max(1, Math.round(wall.half / 2.4)), GROUND_FLOOR + 0.55, [0.85, 1])
}

function windows(
  g: Builder,
  { half, z }: Wall,
  count: number,
  y: number,
  size: readonly [number, number],
): void {
  for (let i = 0; i < count; i += 1)
    deepWindow(g, [-half + ((i + 0.5) * 2 * half) / count, y, z], size)
}

/** A lattice window in a thick plaster frame. */
export function deepWindow(g: Builder, [x, y, z]: Point3, [w, h]: readonly [number, number]): void {
  g.box([x, y - 0.1, z + 0.06], [w + 0.34, h + 0.24, 0.14], paint(0xe9e3d6, Surface.plaster), {
    sides: 'stbew',
  })
  g.panel([x - w / 2, x + w / 2], [y, y + h], z + 0.14, PAINT.darkLattice)
}

function front(g: Builder, house: Kura, wall: Wall, lanterns: Point3[]): void {
  const roll = seeded(house.seed)
  roll()
  const { half, z } = wall
  shell(g, wall, house.plain ? 1.15 : 2.55, lowerWall(house, true))
  const bays = Math.max(3, Math.round((half * 2) / 1.9))
  const width = (half * 2) / bays
  const door = Math.floor(bays / 2) + (roll() < 0.4 ? 1 : 0)
  const middle = (bay: number): number => -half + (bay + 0.5) * width
  for (let bay = 0; bay < bays; bay += 1)
    if (bay === door) entrance(g, house, middle(bay), width, z)
    else frontBay(g, house, { bay, x: middle(bay), width, z, odd: (bay + door) % 2 === 1 })
  if (!house.plain)
    for (let i = 0; i <= bays; i += 1)
      g.box([-half + i * width, 0.3, z + 0.06], [0.17, 2.3, 0.16], FRAME, { sides: 'sew' })
  g.box([0, 2.35, z + 0.06], [half * 2, 0.22, 0.18], FRAME, { sides: 'sb' })
  if (house.floors === 2)
    windows(g, wall, Math.max(1, Math.round(half / 1.9)), GROUND_FLOOR + 0.75, [1.35, 1.05])
  pentRoof(g, half + 0.35, z)
  if (house.cedarBall)
    g.ball([middle(door) + width, 2.15, z + 0.75], 0.42, paint(0x6f5a34, Surface.thatch))
  if (house.lanterns)
    for (const side of [-1, 1])
      lanterns.push(paperLantern(g, [middle(door) + side * width * 0.75, 1.75, z + 0.7]))
}

function entrance(g: Builder, house: Kura, x: number, width: number, z: number): void {
  const [left, right] = [x - width * 0.46, x + width * 0.46]
  g.panel([left, right], [0.05, 2.3], z + 0.03, paint(0x6b4a2f, Surface.paper))
  if (house.curtain === null) return
  const cloth: Paint = { colour: house.curtain, surface: Surface.cloth, shade: [0.8, 0.8, 1, 1] }
  for (let k = 0; k < 4; k += 1)
    g.panel(
      [left + k * width * 0.23, left + (k + 0.94) * width * 0.23],
      [1.5, 2.3],
      z + 0.24,
      cloth,
    )
}

function frontBay(
  g: Builder,
  house: Kura,
  { bay, x, width, z, odd }: { bay: number; x: number; width: number; z: number; odd: boolean },
): void {
  if (!house.plain)
    g.panel(
      [x - width * 0.45, x + width * 0.45],
      [0.75, 2.3],
      z + 0.05,
      bay % 3 === 1 ? PAINT.darkLattice : PAINT.lattice,
    )
  else if (odd) deepWindow(g, [x, 1.25, z], [width * 0.72, 0.95])
}

/** The narrow tiled roof over the ground floor. */
function pentRoof(g: Builder, reach: number, z: number): void {
  const across = (u: number): number => (u * 2 - 1) * reach
  g.sheet(
    8,
    3,
    PAINT.tiles,
    (u, v) => [
      across(u),
      3.35 - v * 0.62 - 0.06 * Math.sin(v * 3.1),
      z + v * 1.25,
      across(u),
      (1 - v) * 1.45,
    ],
    true,
  )
  g.sheet(8, 1, PAINT.tileEdge, (u, v) => [across(u), 2.73 - v * 0.14, z + 1.25, u, v, 0.9], true)
  g.sheet(
    8,
    1,
    PAINT.soffit,
    (u, v) => [across(u), 2.59 + v * 0.5, z + 1.25 - v * 1.2, across(u), v, 0.6],
    true,
  )
  const cheek = paint(0x74685c)
  for (const x of [-reach, reach]) {
    const corners: readonly [Point3, Point3, Point3, Point3] = [
      [x, 2.6, z + 1.25],
      [x, 2.73, z + 1.25],
      [x, 3.35, z],
      [x, 2.9, z],
    ]
    const [a, b, c, d] = corners
    g.quad(a, b, c, d, cheek)
    g.quad(d, c, b, a, cheek)
  }
}

function paperLantern(g: Builder, [x, y, z]: Point3): Point3 {
  const shade = paint(0xf6d8a8, Surface.lit)
  g.post([x, y, z], [0.13, 0.2], 0.12, shade)
  g.post([x, y + 0.12, z], [0.2, 0.2], 0.3, PAINT.lamp)
  g.post([x, y + 0.42, z], [0.2, 0.12], 0.12, shade, { cap: true })
  return g.place([x, 0.12, z])
}

/** A brewery's square brick chimney with its iron bands and a white field for a name. */
export function chimney(g: Builder, height: number): void {
  g.box([0, 0, 0], [1.9, height, 1.9], PAINT.brick, { sides: 'nsew', taper: 0.3 })
  g.box([0, height - 0.5, 0], [1.55, 0.5, 1.55], paint(0x8c4630, Surface.brick))
  for (const share of [0.35, 0.65])
    g.box([0, height * share, 0], [1.74, 0.14, 1.74], paint(0x2c2c2e))
  g.quad(
    [-0.42, height * 0.66, 0.81],
    [0.42, height * 0.66, 0.81],
    [0.42, height * 0.9, 0.76],
    [-0.42, height * 0.9, 0.76],
    paint(0xf2ede0),
  )
}
