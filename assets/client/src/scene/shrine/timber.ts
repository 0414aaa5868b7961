/** Vermilion timber work: railings, hall bodies with brackets and lattices, and the small gables on roofs. */
import type { Builder, Point3 } from '../builder'
import { type Paint, PAINT, shaded, Surface } from '../paint'
import type { Roof } from '../roof'

/** What every roof of the shrine has in common. */
export const SHRINE_ROOF = {
  cover: PAINT.copper,
  soffit: PAINT.redSoffit,
  edge: PAINT.darkVermilion,
  ridge: PAINT.copperRidge,
  gable: PAINT.whiteWall,
  barge: PAINT.vermilion,
  gilded: true,
  curve: 0.46,
} as const satisfies Partial<Roof>

const between = (a: Point3, b: Point3, share: number): Point3 => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
]

const lifted = ([x, y, z]: Point3, by: number): Point3 => [x, y + by, z]

/** Posts with golden caps and three rails along a line. */
export function railing(
  g: Builder,
  line: readonly Point3[],
  height = 1.05,
  paint: Paint = PAINT.vermilion,
): void {
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [a, b] = [line[i], line[i + 1]]
    if (!a || !b) continue
    const posts = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[2] - a[2]) / 1.9))
    for (let k = 0; k <= posts; k += 1) {
      const foot = between(a, b, k / posts)
      g.box(foot, [0.16, height + 0.12, 0.16], paint)
      if (paint === PAINT.vermilion && (k === 0 || k === posts))
        g.post(lifted(foot, height + 0.1), [0.13, 0.03], 0.26, PAINT.gold, { segments: 6 })
    }
    for (const [y, size] of [
      [0.12, 0.12],
      [height * 0.55, 0.1],
      [height - 0.1, 0.15],
    ] as const)
      g.beam([lifted(a, y), lifted(b, y)], [size, size], paint)
  }
}

/** A bay between two posts, facing +z: a green lattice window or a pair of doors. */
export function bay(g: Builder, width: number, height: number, kind: 'window' | 'door'): void {
  const half = width / 2
  g.panel([-half, half], [0, height], -0.06, shaded(PAINT.whiteWall, [0.74, 0.74, 0.82, 0.82]))
  if (kind === 'window') {
    g.panel(
      [-width * 0.36, width * 0.36],
      [height * 0.27, height * 0.66],
      0,
      shaded(PAINT.greenLattice, 0.92),
    )
    for (const y of [height * 0.24, height * 0.65])
      g.box([0, y, 0], [width * 0.84, 0.14, 0.16], PAINT.darkVermilion)
    return
  }
  const doors: Paint = { colour: PAINT.wood.colour, surface: Surface.paper, shade: 0.92 }
  g.panel([-width * 0.46, width * 0.46], [0.1, height * 0.67], 0.02, doors)
  g.box([0, 0, 0.04], [0.16, height * 0.67, 0.12], PAINT.darkVermilion)
  for (const side of [-1, 1])
    g.box([side * width * 0.25, height * 0.3, 0.06], [0.3, 0.3, 0.06], PAINT.gold)
}

export interface HallPlan {
  readonly halfWidth: number
  readonly halfDepth: number
  readonly y: number
  readonly height: number
  /** Bays along the front and along the side. */
  readonly bays: readonly [number, number]
  /** How many bays in the middle of the front are doors. */
  readonly doors?: number
  /** No walls: posts only. */
  readonly open?: boolean
}

const POST: readonly [number, number] = [0.26, 0.24]

/** A hall's body: posts, beams, panels, and brackets under the eaves. */
export function hall(g: Builder, plan: HallPlan): void {
  if (!plan.open) walls(g, plan)
  frame(g, plan)
  crown(g, plan)
}

function walls(
  g: Builder,
  { halfWidth, halfDepth, y, height, bays: [front, deep], doors = 0 }: HallPlan,
): void {
  const [wide, narrow] = [(2 * halfWidth) / front, (2 * halfDepth) / deep]
  for (const side of [1, -1]) {
    for (let i = 0; i < front; i += 1) {
      const door = side > 0 && Math.abs(i - (front - 1) / 2) < doors / 2
      const at: Point3 = [-halfWidth + (i + 0.5) * wide, y, side * halfDepth]
      g.within(at, side > 0 ? 0 : Math.PI, () => bay(g, wide, height, door ? 'door' : 'window'))
    }
    for (let i = 0; i < deep; i += 1) {
      const at: Point3 = [side * halfWidth, y, -halfDepth + (i + 0.5) * narrow]
      g.within(at, (side * Math.PI) / 2, () => bay(g, narrow, height, 'window'))
    }
  }
}

/** Draws a beam round the hall at that height. */
function girdle(
  g: Builder,
  { halfWidth, halfDepth }: HallPlan,
  y: number,
  size: readonly [number, number, number],
  paint: Paint,
): void {
  const [reach, height, depth] = size
  for (const side of [1, -1]) {
    g.box([0, y, side * halfDepth], [halfWidth * 2 + reach, height, depth], paint)
    g.box([side * halfWidth, y, 0], [depth, height, halfDepth * 2 + reach], paint)
  }
}

function frame(g: Builder, plan: HallPlan): void {
  const {
    halfWidth,
    halfDepth,
    y,
    height,
    bays: [front, deep],
  } = plan
  for (let i = 0; i <= front; i += 1)
    for (const side of [1, -1])
      g.post(
        [-halfWidth + (i * 2 * halfWidth) / front, y, side * halfDepth],
        POST,
        height,
        PAINT.vermilion,
      )
  for (let i = 1; i < deep; i += 1)
    for (const side of [1, -1])
      g.post(
        [side * halfWidth, y, -halfDepth + (i * 2 * halfDepth) / deep],
        POST,
        height,
        PAINT.vermilion,
      )
  girdle(g, plan, y + 0.05, [0.7, 0.22, 0.34], PAINT.darkVermilion)
  girdle(g, plan, y + height * 0.68, [0.7, 0.26, 0.34], PAINT.vermilion)
  girdle(g, plan, y + height - 0.5, [0.7, 0.5, 0.34], PAINT.vermilion)
}

/** The white frieze under the eaves with a bracket and a gilded nail head on every post. */
function crown(g: Builder, plan: HallPlan): void {
  const {
    halfWidth,
    halfDepth,
    y,
    height,
    bays: [front],
  } = plan
  const frieze = shaded(PAINT.whiteWall, [0.8, 0.8, 0.45, 0.45])
  for (const side of [1, -1]) {
    g.box([0, y + height - 0.05, side * halfDepth], [halfWidth * 2, 1.5, 0.2], frieze, {
      sides: 'ns',
    })
    g.box([side * halfWidth, y + height - 0.05, 0], [0.2, 1.5, halfDepth * 2], frieze, {
      sides: 'ew',
    })
  }
  girdle(g, plan, y + height + 0.95, [0.5, 0.3, 0.4], PAINT.vermilion)
  for (let i = 0; i <= front; i += 1)
    for (const side of [1, -1]) {
      const x = -halfWidth + (i * 2 * halfWidth) / front
      const top = y + height
      g.box([x, top, side * halfDepth], [0.5, 0.22, 0.5], PAINT.green, {
        sides: 'nsewb',
        taper: -0.06,
      })
      g.box([x, top + 0.2, side * (halfDepth + 0.3)], [1.3, 0.2, 0.24], PAINT.lightVermilion)
      g.box([x, top + 0.05, side * (halfDepth + 0.55)], [0.22, 0.2, 0.8], PAINT.white)
      g.box([x, y + height * 0.68 + 0.04, side * (halfDepth + 0.19)], [0.2, 0.18, 0.05], PAINT.gold)
    }
}

/** The undulating gable over an entrance, from z0 (behind) to z1 (in front). */
export function karahafu(
  g: Builder,
  halfWidth: number,
  y: number,
  [z0, z1]: readonly [number, number],
  height: number,
): void {
  const profile = (u: number): number => {
    const a = Math.abs(u)
    return a < 0.62
      ? height * (0.5 + 0.5 * Math.cos((a / 0.62) * Math.PI)) * 0.94 + height * 0.06
      : height * 0.06 + height * 0.22 * ((a - 0.62) / 0.38) ** 2
  }
  const depth = z1 - z0
  const face = (z: number, drop: number, paint: Paint): void =>
    g.sheet(22, 1, paint, (u, v) => {
      const k = u * 2 - 1
      return [k * halfWidth, y + profile(k) - drop * (1 - v), z, k * halfWidth, v]
    })
  g.sheet(22, 2, PAINT.copper, (u, v) => {
    const k = u * 2 - 1
    return [k * halfWidth, y + profile(k), z0 + depth * (1 - v), v * depth, k * halfWidth]
  })
  face(z1 + 0.01, 0.42, PAINT.vermilion)
  face(z1 + 0.04, 0.12, PAINT.gold)
  g.sheet(
    22,
    2,
    PAINT.redSoffit,
    (u, v) => {
      const k = u * 2 - 1
      return [k * halfWidth, y + profile(k) - 0.4, z0 + depth * (1 - v), k * halfWidth, v, 0.6]
    },
    true,
  )
  g.box([0, y + height - 1.3, z1 - 0.02], [1.5, 0.9, 0.12], PAINT.gold, {
    sides: 'snewb',
    taper: 0.3,
  })
  g.beam(
    [
      [0, y + height - 0.05, z0],
      [0, y + height + 0.02, z1 + 0.2],
    ],
    [0.5, 0.4],
    PAINT.copperRidge,
  )
  g.box([0, y + height - 0.1, z1 + 0.2], [0.75, 0.95, 0.22], PAINT.copperRidge, {
    sides: 'tnsewb',
    taper: 0.12,
  })
}

/** The triangular dormer on a roof's front slope. */
export function dormer(g: Builder, halfWidth: number, height: number, depth: number): void {
  const profile = (k: number): number => height * ((1 - k) * 0.62 + (1 - k) ** 2 * 0.38)
  for (const side of [1, -1]) {
    const flip = side < 0
    g.sheet(
      5,
      3,
      PAINT.copper,
      (u, v) => [side * halfWidth * u, profile(u), 0.4 - v * depth, v * depth, u * halfWidth * 1.3],
      flip,
    )
    g.sheet(
      5,
      1,
      PAINT.vermilion,
      (u, v) => [side * halfWidth * u, profile(u) - (v > 0 ? 0 : 0.4), 0.42, u, v],
      flip,
    )
    g.sheet(
      5,
      1,
      PAINT.whiteWall,
      (u, v) => [side * halfWidth * u * 0.96, v > 0 ? profile(u) - 0.3 : -0.2, 0.1, u, v, 0.9],
      flip,
    )
  }
  g.box([0, 0.3, 0.16], [0.3, height * 0.6, 0.12], PAINT.vermilion)
  g.box([0, 0.55, 0.16], [halfWidth * 0.9, 0.26, 0.12], PAINT.vermilion)
  g.box([0, height - 1.15, 0.46], [0.8, 0.7, 0.08], PAINT.gold, { sides: 'snewb', taper: 0.16 })
  g.beam(
    [
      [0, height - 0.02, -depth],
      [0, height + 0.03, 0.55],
    ],
    [0.4, 0.36],
    PAINT.copperRidge,
  )
  g.box([0, height - 0.1, 0.55], [0.55, 0.8, 0.2], PAINT.copperRidge, {
    sides: 'tnsewb',
    taper: 0.08,
  })
}
