/** Hizen-Hama Station: the pink wooden station house, its platform, rails and a standing train. */
import { HAMA_BAR, STATION, STATION_PLATFORM, STATION_RAMP, TRAIN } from '../../plan/built'
import { way } from '../../plan/data'
import { height } from '../../plan/height'
import { type Line, lengthOf, along } from '../../plan/polyline'
import type { Builder } from '../builder'
import { type Paint, PAINT, paint, shaded, Surface } from '../paint'
import { roof } from '../roof'
import { TILED_ROOF } from './kura'

const TRIM = paint(0xf1e2d6)
const PINK = paint(0xf2c4b8, Surface.boards)
const FOOT = paint(0xd9a596, Surface.boards)
const ROOF = {
  ...TILED_ROOF,
  cover: paint(0x535a63, Surface.tiles),
  ridge: paint(0x616872),
  gable: PINK,
} as const

/** The station with everything along the railway near it. */
export function station(g: Builder): void {
  g.within([STATION.x, 2, STATION.z], 0, () => stationHouse(g))
  g.within([HAMA_BAR.x, 2, HAMA_BAR.z], 0, () => hamaBar(g))
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
  g.panel([-half, half], [0, 1], z, shaded(FOOT, [0.75, 0.75, 1, 1]))
  g.panel([-half, half], [1, top], z, shaded(PINK, [1, 1, 0.78, 0.78]))
  const bays = Math.round(half)
  for (let i = 0; i < bays; i += 1) {
    const x = -half + ((i + 0.5) * 2 * half) / bays
    g.box([x, 0.95, z + 0.02], [1.3, 1.45, 0.1], paint(0xf3ece0), { sides: 'stbew' })
    g.panel([x - 0.55, x + 0.55], [1.08, 2.3], z + 0.09, paint(0xb9c8cc, Surface.paper))
  }
  for (let i = 0; i <= bays; i += 1)
    g.box([-half + (i * 2 * half) / bays, 0, z + 0.03], [0.1, top, 0.08], TRIM, { sides: 'sew' })
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

/** The name board over the porch. */
function sign(g: Builder, halfDepth: number): void {
  g.box([0, 3.1, halfDepth + 3.5], [3.4, 0.6, 0.1], paint(0xf7f2e4), { sides: 'snewtb' })
  for (let i = 0; i < 4; i += 1)
    g.box([-1.05 + i * 0.7, 3.22, halfDepth + 3.56], [0.46, 0.36, 0.02], paint(0x3a2c24), {
      sides: 's',
    })
}

/** The letters of the bar's sign, five rows of three or five dots each, as binary numbers. */
const LETTERS = {
  H: [3, 0b101, 0b101, 0b111, 0b101, 0b101],
  A: [3, 0b010, 0b101, 0b111, 0b101, 0b101],
  M: [5, 0b10001, 0b11011, 0b10101, 0b10001, 0b10001],
  B: [3, 0b110, 0b101, 0b110, 0b101, 0b110],
  R: [3, 0b110, 0b101, 0b110, 0b101, 0b101],
  ' ': [1, 0, 0, 0, 0, 0],
} as const
const DOT = 0.11

function lettering(g: Builder, text: readonly (keyof typeof LETTERS)[], y: number, z: number): void {
  const width = text.reduce((sum, letter) => sum + LETTERS[letter][0] + 1, -1)
  let x = (-width / 2) * DOT
  for (const letter of text) {
    const [columns, ...rows] = LETTERS[letter]
    for (const [j, bits] of rows.entries())
      for (let i = 0; i < columns; i += 1)
        if ((bits >> (columns - 1 - i)) & 1)
          g.panel(
            [x + i * DOT, x + (i + 1) * DOT],
            [y - (j + 1) * DOT, y - j * DOT],
            z,
            paint(0xf7e3b5, Surface.lit),
          )
    x += (columns + 1) * DOT
  }
}

/** The sake bar: dark boards, a wide lit front to the town and to the platform, lanterns and a cedar ball. */
function hamaBar(g: Builder): void {
  const { halfX, halfZ } = HAMA_BAR
  g.box([0, 0, 0], [halfX * 2, 3, halfZ * 2], paint(0x4a3a30, Surface.boards), { sides: 'nsew' })
  for (const turn of [0, Math.PI])
    g.within([0, 0, 0], turn, () => {
      g.panel([-2, 2], [0.9, 2.1], halfZ + 0.04, paint(0xffdf9e, Surface.paper))
      g.box([0, 0.8, halfZ + 0.35], [4.4, 0.1, 0.6], PAINT.wood, { sides: 'tnsewb' })
      g.box([0, 2.25, halfZ + 0.1], [4.9, 0.72, 0.12], paint(0x26221f), { sides: 'nsewtb' })
      lettering(g, ['H', 'A', 'M', 'A', ' ', 'B', 'A', 'R'], 2.88, halfZ + 0.18)
      for (const x of [-1.4, 0, 1.4])
        g.post([x, 0, halfZ + 0.9], [0.2, 0.2], 0.55, PAINT.darkWood, { segments: 8, cap: true })
      for (const x of [-2.35, 2.35])
        g.post([x, 1.5, halfZ + 0.3], [0.18, 0.18], 0.46, PAINT.lamp, { segments: 8 })
    })
  g.ball([halfX + 0.3, 2.1, halfZ - 0.4], 0.34, paint(0x6b5a30, Surface.thatch))
  roof(g, {
    ...ROOF,
    halfWidth: halfX + 0.6,
    halfDepth: halfZ + 0.7,
    height: 1.5,
    y: 3,
    inset: 0,
    curve: 0.06,
    thickness: 0.16,
    soffitShare: 0.6,
    rows: 3,
    columns: 4,
  })
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
