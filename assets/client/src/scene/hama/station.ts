/** Hizen-Hama Station: the pink wooden station house, its platform, rails and a standing train. */
import { STATION, STATION_PLATFORM, STATION_RAMP, TRAIN } from '../../plan/built'
import { way } from '../../plan/data'
import { height } from '../../plan/height'
import { type Line, lengthOf, along } from '../../plan/polyline'
import type { Builder } from '../builder'
import { type Paint, PAINT, paint, shaded, Surface } from '../paint'
import { roof } from '../roof'
import { TILED_ROOF } from './kura'

const TRIM = paint(0x6b4c38)
const PINK = paint(0xe9b9ac, Surface.boards)
const ROOF = {
  ...TILED_ROOF,
  cover: paint(0x5b4a45, Surface.tiles),
  ridge: paint(0x6a5850),
  gable: PINK,
} as const

/** The station with everything along the railway near it. */
export function station(g: Builder): void {
  g.within([STATION.x, 2, STATION.z], 0, () => stationHouse(g))
  platform(g)
  g.within([TRAIN.x, 2.1, TRAIN.z], 0, () => train(g))
}

/** One storey, weatherboards of pale pink over brown, a porch towards the town (+z). */
function stationHouse(g: Builder): void {
  const [halfWidth, halfDepth, top] = [STATION.halfX - 0.2, STATION.halfZ - 0.2, 3.3]
  g.box(
    [0, 0, 0.6],
    [halfWidth * 2 + 3, 0.25, halfDepth * 2 + 4.4],
    paint(0xb9b4a8, Surface.paving),
  )
  for (const [turn, half, z] of [
    [0, halfWidth, halfDepth],
    [Math.PI, halfWidth, halfDepth],
    [Math.PI / 2, halfDepth, halfWidth],
    [-Math.PI / 2, halfDepth, halfWidth],
  ] as const)
    g.within([0, 0.25, 0], turn, () => stationWall(g, half, z, top))
  roof(g, {
    ...ROOF,
    halfWidth: halfWidth + 1,
    halfDepth: halfDepth + 1.2,
    height: 2.9,
    y: top + 0.25,
    inset: 1.3,
    overhang: 0.3,
    curve: 0.06,
    thickness: 0.18,
    soffitShare: 0.75,
    rows: 5,
    columns: 8,
  })
  porch(g, halfDepth, top)
  sign(g, halfDepth)
}

function stationWall(g: Builder, half: number, z: number, top: number): void {
  g.panel([-half, half], [0, 1], z, shaded(paint(0x6b4c38, Surface.boards), [0.75, 0.75, 1, 1]))
  g.panel([-half, half], [1, top], z, shaded(PINK, [1, 1, 0.7, 0.7]))
  const bays = Math.round(half)
  for (let i = 0; i < bays; i += 1) {
    const x = -half + ((i + 0.5) * 2 * half) / bays
    g.box([x, 0.95, z + 0.02], [1.3, 1.45, 0.1], paint(0xf3ece0), { sides: 'stbew' })
    g.panel([x - 0.55, x + 0.55], [1.08, 2.3], z + 0.09, paint(0xb9c8cc, Surface.paper))
  }
  for (let i = 0; i <= bays; i += 1)
    g.box([-half + (i * 2 * half) / bays, 0, z + 0.03], [0.14, top, 0.1], TRIM, { sides: 'sew' })
}

function porch(g: Builder, halfDepth: number, top: number): void {
  g.within([0, 0, halfDepth + 1.6], Math.PI / 2, () =>
    roof(g, {
      ...ROOF,
      halfWidth: 2.2,
      halfDepth: 2.8,
      height: 1.6,
      y: top - 0.1,
      inset: 0,
      curve: 0.06,
      thickness: 0.16,
      soffitShare: 0.6,
      rows: 3,
      columns: 4,
    }),
  )
  for (const x of [-2.2, 2.2])
    g.box([x, 0.2, halfDepth + 3], [0.22, top - 0.3, 0.22], paint(0x5c4231, Surface.wood))
}

/** The name board over the porch and the bar's lantern-lit corner. */
function sign(g: Builder, halfDepth: number): void {
  g.box([0, 3.1, halfDepth + 3.5], [3.4, 0.6, 0.1], paint(0xf7f2e4), { sides: 'snewtb' })
  for (let i = 0; i < 4; i += 1)
    g.box([-1.05 + i * 0.7, 3.22, halfDepth + 3.56], [0.46, 0.36, 0.02], paint(0x3a2c24), {
      sides: 's',
    })
  g.box([6.6, 2.3, -halfDepth - 0.1], [2.6, 0.5, 0.1], paint(0x2b2724), { sides: 'nsewtb' })
  for (const x of [5.4, 7.8])
    g.post([x, 1.7, -halfDepth - 0.35], [0.16, 0.16], 0.4, PAINT.lamp, { segments: 8 })
}

function platform(g: Builder): void {
  const { x, z, halfX, halfZ, y } = STATION_PLATFORM
  g.box([x, 2, z], [halfX * 2, y - 2, halfZ * 2], paint(0xb4aea2, Surface.paving))
  g.box([x, y, z - halfZ + 0.5], [halfX * 2, 0.02, 0.3], paint(0xe3c33a))
  // The ramp at the eastern end.
  g.quad(
    [x + halfX, y, z + halfZ],
    [x + halfX + STATION_RAMP, 2.02, z + halfZ],
    [x + halfX + STATION_RAMP, 2.02, z - halfZ],
    [x + halfX, y, z - halfZ],
    paint(0xb4aea2, Surface.paving),
  )
  for (const dx of [-16, -5, 6, 17]) {
    g.box([x + dx, y, z], [0.2, 3.1, 0.2], paint(0x6f6a60))
    g.box([x + dx, y + 3.1, z], [9.4, 0.14, 4.6], paint(0x77685c, Surface.wood), {
      sides: 'tnsewb',
    })
  }
  for (const dx of [-10, 10]) {
    g.box([x + dx, y, z + 0.9], [0.12, 1.9, 0.12], paint(0x555555))
    g.box([x + dx, y + 1.1, z + 0.9], [2, 0.8, 0.08], paint(0xf5f3ea), { sides: 'nsewtb' })
  }
}

const TRACK_STEP = 3

/** Rails and sleepers along the whole line. */
export function tracks(g: Builder): void {
  const { line } = way('nagasaki-line')
  const points: [number, number, number, number][] = []
  for (let run = 0; run <= lengthOf(line); run += TRACK_STEP) {
    const { x, z, heading } = along(line, run)
    points.push([x, Math.max(height(x, z), 1.9), z, heading])
  }
  for (const gauge of [-0.55, 0.55])
    g.beam(
      points.map(([x, y, z, heading]) => [
        x - Math.sin(heading) * gauge,
        y + 0.12,
        z + Math.cos(heading) * gauge,
      ]),
      [0.1, 0.16],
      paint(0x6e655e),
    )
  const bed: Line = points.map(([x, , z]) => [x, z])
  sleepers(g, bed)
}

function sleepers(g: Builder, line: Line): void {
  const wood: Paint = paint(0x5a5049)
  for (let run = 0; run < lengthOf(line); run += 1.8) {
    const { x, z, heading } = along(line, run)
    g.within([x, Math.max(height(x, z), 1.9), z], -heading, () =>
      g.box([0, 0, 0], [0.28, 0.14, 2], wood, { sides: 't' }),
    )
  }
}

/** A two-car diesel train: a plain body of no particular company. */
function train(g: Builder): void {
  for (const x of [-10.4, 10.4]) {
    g.box([x, 1.15, 0], [20, 2.7, 2.9], paint(0xf3efe6), { sides: 'nsew' })
    g.box([x, 1.25, 0], [20.02, 0.5, 2.94], paint(0x2b5aa0), { sides: 'ns' })
    for (let i = 0; i < 8; i += 1)
      for (const turn of [0, Math.PI])
        g.within([x - 7.6 + i * 2.15, 0, 0], turn, () => {
          const door = i === 1 || i === 6
          g.panel(
            [-0.75, 0.75],
            [door ? 1.25 : 2.2, 3.3],
            1.475,
            door ? paint(0xd8b23a) : paint(0x2a3238, Surface.paper),
          )
        })
    g.sheet(2, 5, paint(0x8c9298), (u, v) => [
      x + (u * 2 - 1) * 10,
      3.85 + 0.35 * Math.sin(v * Math.PI),
      (v - 0.5) * -2.9,
      u,
      v,
    ])
    g.box([x, 0.45, 0], [18.6, 0.75, 2.4], paint(0x2c2d30), { sides: 'nsew' })
  }
  for (const side of [-1, 1])
    g.within([side * 20.42, 0, 0], (side * Math.PI) / 2, () => {
      g.panel([-1.2, 1.2], [2.2, 3.4], 0, paint(0x22292e))
      g.box([0, 1.2, 0], [0.5, 0.3, 0.1], paint(0xffe7ac, Surface.lit), { sides: 's' })
    })
}
