/** Smaller things of the shrine and its roads: lanterns, foxes, banners, barrels, bridges. */
import type { Builder, Point3 } from '../builder'
import { PAINT, paint, Surface } from '../paint'
import { roof } from '../roof'
import { railing } from './timber'

/** A hexagonal stone lantern. */
export function stoneLantern(g: Builder): void {
  const stone = PAINT.plainStone
  g.post([0, 0, 0], [0.42, 0.34], 0.25, stone, { segments: 6, cap: true })
  g.post([0, 0.25, 0], [0.14, 0.13], 1, stone)
  g.post([0, 1.25, 0], [0.16, 0.36], 0.2, stone, { segments: 6 })
  g.post([0, 1.45, 0], [0.24, 0.24], 0.42, paint(0xffd28a, Surface.lit), { segments: 6 })
  for (let i = 0; i < 6; i += 1) {
    const angle = (i / 6) * Math.PI * 2
    g.box([Math.cos(angle) * 0.25, 1.43, Math.sin(angle) * 0.25], [0.09, 0.46, 0.09], stone, {
      sides: 'nsew',
    })
  }
  g.post([0, 1.86, 0], [0.58, 0.12], 0.34, stone, { segments: 6, cap: true })
  g.post([0, 1.84, 0], [0.3, 0.58], 0.03, stone, { segments: 6 })
  g.post([0, 2.2, 0], [0.13, 0.02], 0.3, stone, { segments: 6 })
}

/** A standing vermilion lantern. */
export function redLantern(g: Builder): void {
  g.box([0, 0, 0], [0.5, 0.18, 0.5], PAINT.paleStone)
  g.box([0, 0.18, 0], [0.18, 1.55, 0.18], PAINT.vermilion)
  g.box([0, 1.7, 0], [0.6, 0.1, 0.6], PAINT.vermilion)
  g.box([0, 1.8, 0], [0.42, 0.55, 0.42], paint(0xffe2ae, Surface.lit), { sides: 'nsew' })
  for (const x of [-0.23, 0.23])
    for (const z of [-0.23, 0.23]) g.box([x, 1.8, z], [0.07, 0.55, 0.07], PAINT.vermilion)
  roof(g, {
    halfWidth: 0.52,
    halfDepth: 0.52,
    height: 0.34,
    y: 2.4,
    inset: 0.52,
    lift: 0.1,
    thickness: 0.06,
    cover: PAINT.black,
    soffit: PAINT.vermilion,
    edge: PAINT.black,
    gable: PAINT.black,
    barge: PAINT.black,
    soffitShare: 0.3,
    rows: 2,
    columns: 4,
  })
}

/** A red arched bridge along z, `rise` high in the middle. */
export function archBridge(
  g: Builder,
  { length, width, rise }: { length: number; width: number; rise: number },
): void {
  const spans = 14
  const at = (t: number, x: number, lift: number): Point3 => [
    x,
    rise * Math.sin(t * Math.PI) + lift,
    (t - 0.5) * length,
  ]
  g.sheet(
    1,
    spans,
    paint(0xb98b64, Surface.boards),
    (u, v) => {
      const [x, y, z] = at(v, (u - 0.5) * width, 0)
      return [x, y, z, v * length, u * width]
    },
    true,
  )
  const line = (x: number, lift: number): Point3[] =>
    Array.from({ length: spans + 1 }, (_, i) => at(i / spans, x, lift))
  for (const side of [-1, 1]) {
    g.beam(line((side * width) / 2, -0.5), [0.3, 0.55], PAINT.vermilion)
    const x = side * (width / 2 - 0.1)
    g.beam(line(x, 0.95), [0.16, 0.14], PAINT.vermilion)
    g.beam(line(x, 0.5), [0.1, 0.1], PAINT.vermilion)
    for (const [i, foot] of line(x, 0).entries()) {
      g.box(foot, [0.2, 1.15, 0.2], PAINT.vermilion)
      if (i % 7 === 0)
        g.post([foot[0], foot[1] + 1.15, foot[2]], [0.16, 0.03], 0.34, PAINT.gold, { segments: 6 })
    }
  }
  for (const t of [0.3, 0.7])
    for (const side of [-1, 1])
      g.post(at(t, side * width * 0.36, -4), [0.26, 0.26], 3.9, PAINT.darkVermilion)
}

/** A road bridge of concrete along z. */
export function roadBridge(
  g: Builder,
  { length, width, rise }: { length: number; width: number; rise: number },
): void {
  const at = (t: number, x: number, lift: number): Point3 => [
    x,
    rise * Math.sin(t * Math.PI) + lift,
    (t - 0.5) * length,
  ]
  g.sheet(
    1,
    8,
    paint(0x8f8a80, Surface.plain),
    (u, v) => {
      const [x, y, z] = at(v, (u - 0.5) * width, 0.02)
      return [x, y, z, u * width, v * length]
    },
    true,
  )
  for (const side of [-1, 1]) {
    const line = Array.from({ length: 9 }, (_, i) => at(i / 8, (side * width) / 2, -0.6))
    g.beam(line, [0.35, 1.5], PAINT.concrete)
  }
  for (const t of [0.33, 0.67]) g.box(at(t, 0, -4), [width - 1, 3.6, 0.8], PAINT.concrete)
}

/** A tall banner on a pole. */
export function banner(g: Builder): void {
  const pole = paint(0xeeeae0)
  g.post([0, 0, 0], [0.035, 0.03], 3.6, pole, { segments: 5 })
  g.box([0.32, 3.5, 0], [0.7, 0.04, 0.04], pole)
  for (const side of [1, -1])
    g.within([0.36, 0.7, 0], side > 0 ? 0 : Math.PI, () => {
      g.panel([-0.3, 0.3], [0, 2.78], 0, {
        colour: 0xd83a24,
        surface: Surface.cloth,
        shade: [0.85, 0.85, 1, 1],
      })
      for (let i = 0; i < 6; i += 1)
        g.box([0, 0.32 + i * 0.38, 0.005], [0.22 - (i % 2) * 0.05, 0.24, 0.005], paint(0xfaf6ea), {
          sides: 's',
        })
    })
}

/** Straw-wrapped sake barrels, given to the shrine, stacked on a stand. */
export function sakeBarrels(g: Builder, columns: number, rows: number): void {
  const straw = [0xf4efe2, 0xe9e2cf, 0xf8f4ea] as const
  const crests = [0xb8331f, 0x24496e, 0x222222] as const
  for (let row = 0; row < rows; row += 1) {
    const top = row === rows - 1
    for (let i = 0; i < columns - (top ? 1 : 0); i += 1) {
      const x = (i - (columns - 1) / 2) * 0.72 + (top ? 0.36 : 0)
      const tint = straw[(i + row) % 3] ?? straw[0]
      g.post([x, row * 0.68, 0], [0.32, 0.32], 0.62, paint(tint, Surface.thatch), {
        segments: 10,
        cap: true,
      })
      g.box(
        [x, row * 0.68 + 0.14, 0.325],
        [0.3, 0.36, 0.03],
        paint(crests[(i * 2 + row) % 3] ?? crests[0]),
        { sides: 's' },
      )
    }
  }
  g.box([0, 0, -0.45], [columns * 0.75, rows * 0.7 + 0.3, 0.1], PAINT.wood)
}

/** A sitting stone fox with a red bib, looking along +z. */
export function stoneFox(g: Builder): void {
  const stone = PAINT.plainStone
  g.box([0, 0, 0], [1, 0.9, 1.3], PAINT.paleStone, { taper: 0.06 })
  g.post([0, 0.9, -0.16], [0.32, 0.17], 0.75, stone, { segments: 8 })
  for (const x of [-0.15, 0.15]) g.post([x, 0.9, 0.28], [0.08, 0.09], 0.62, stone, { segments: 6 })
  g.box([0, 1.38, 0.14], [0.4, 0.26, 0.26], paint(0xc8321f, Surface.cloth), {
    sides: 'snew',
    taper: 0.04,
  })
  g.box([0, 1.62, 0.1], [0.3, 0.28, 0.34], stone, { sides: 'tnsewb', taper: 0.05 })
  g.box([0, 1.64, 0.34], [0.15, 0.14, 0.26], stone, { sides: 'tnsewb', taper: 0.03 })
  for (const x of [-0.11, 0.11]) g.post([x, 1.86, 0.02], [0.08, 0.01], 0.26, stone, { segments: 5 })
  g.post([0, 0.9, -0.55], [0.12, 0.16], 0.7, stone, { segments: 6 })
  g.post([0, 1.6, -0.55], [0.16, 0.02], 0.34, stone, { segments: 6 })
}

/** A little shrine of wood on a stone base, looking along +z. */
export function smallShrine(g: Builder): void {
  g.box([0, 0, 0], [3.4, 0.9, 3], PAINT.stone)
  g.box([0, 0.9, -0.2], [2, 1.9, 1.6], PAINT.whiteWall)
  g.panel([-0.7, 0.7], [1, 2.5], 0.62, { colour: PAINT.wood.colour, surface: Surface.paper })
  for (const x of [-1, 1]) g.box([x, 0.9, 0.62], [0.18, 2, 0.18], PAINT.vermilion)
  roof(g, {
    halfWidth: 1.9,
    halfDepth: 1.7,
    height: 1.3,
    y: 2.9,
    inset: 0.9,
    lift: 0.25,
    curve: 0.46,
    thickness: 0.14,
    cover: PAINT.copper,
    soffit: PAINT.redSoffit,
    edge: PAINT.darkVermilion,
    ridge: PAINT.copperRidge,
    gable: PAINT.whiteWall,
    barge: PAINT.vermilion,
    ridgeHeight: 0.26,
    rows: 3,
    columns: 6,
  })
  railing(
    g,
    [
      [-1.5, 0.9, 1.35],
      [-0.6, 0.9, 1.35],
    ],
    0.6,
  )
  railing(
    g,
    [
      [0.6, 0.9, 1.35],
      [1.5, 0.9, 1.35],
    ],
    0.6,
  )
}
