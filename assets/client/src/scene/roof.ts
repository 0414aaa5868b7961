/** Curved Japanese roofs as one formula: hip-and-gable, plain gable or plain hip, ridge along x. */
import type { Builder, Point3 } from './builder'
import { PAINT, type Paint, shaded } from './paint'

export interface Roof {
  /** Half width and half depth at the eaves. */
  readonly halfWidth: number
  readonly halfDepth: number
  readonly height: number
  /** Height of the eaves. */
  readonly y: number
  /** Distance from the eaves to the gable: 0 is a plain gable, `halfDepth` a plain hip. */
  readonly inset: number
  /** How far the corners curl up. */
  readonly lift?: number
  /** 0 is a flat slope; more hangs it like a rope; less than 0 makes it bulge like thatch. */
  readonly curve?: number
  readonly cover: Paint
  readonly soffit: Paint
  /** Paint of the eaves' edge. */
  readonly edge: Paint
  readonly ridge?: Paint
  readonly gable: Paint
  readonly barge: Paint
  readonly thickness?: number
  /** How far the gable roof reaches past the gable's wall. */
  readonly overhang?: number
  /** Share of the depth under which a soffit is drawn, from the eaves inwards. */
  readonly soffitShare?: number
  readonly soffitRise?: number
  readonly ridgeHeight?: number
  /** A golden fish under the gable. */
  readonly gilded?: boolean
  readonly columns?: number
  readonly rows?: number
}

/** The same expression for all four slopes, so that they meet at the hips. */
class Shape {
  readonly lift: number
  readonly curve: number
  readonly overhang: number
  readonly thickness: number
  readonly soffitRise: number
  /** Share of the depth at which the gable starts. */
  readonly gableAt: number

  constructor(readonly roof: Roof) {
    this.lift = roof.lift ?? 0
    this.curve = roof.curve ?? 0.4
    this.overhang = roof.inset > 0 ? (roof.overhang ?? 0.5) : 0
    this.thickness = roof.thickness ?? 0.22
    this.soffitRise = roof.soffitRise ?? 0.32
    this.gableAt = roof.inset > 0 ? Math.max(0, 1 - roof.inset / roof.halfDepth) : 1
  }

  profile(t: number): number {
    return this.roof.height * ((1 - this.curve) * (1 - t) + this.curve * (1 - t) ** 2)
  }

  private curl(x: number, z: number): number {
    const { halfWidth, halfDepth } = this.roof
    return (
      this.lift *
      Math.min(1, Math.abs(x) / halfWidth) ** 4 *
      Math.min(1, Math.abs(z) / halfDepth) ** 4
    )
  }

  top(x: number, z: number, t: number): number {
    return this.roof.y + this.profile(t) + this.curl(x, z)
  }

  /** The soffit rises less than the roof, or one would see sky between wall and roof. */
  under(x: number, z: number, t: number): number {
    const soffit = this.roof.y + this.curl(x, z) + (1 - t) * this.roof.halfDepth * this.soffitRise
    return Math.min(soffit, this.top(x, z, t)) - this.thickness
  }

  /** Half width of a hip at depth share t. */
  hip(t: number): number {
    return this.roof.halfWidth - (1 - t) * this.roof.halfDepth
  }
}

/** Draws the roof. */
export function roof(g: Builder, plan: Roof): void {
  const shape = new Shape(plan)
  for (const side of [1, -1] as const) {
    slopes(g, shape, side)
    eaves(g, shape, side)
    gable(g, shape, side)
    if (plan.ridge) sideRidges(g, shape, side, plan.ridge)
  }
  if (plan.ridge) mainRidge(g, shape, plan.ridge)
}

function slopes(g: Builder, shape: Shape, side: 1 | -1): void {
  const { roof: plan, gableAt } = shape
  const { halfWidth, halfDepth, cover } = plan
  const columns = plan.columns ?? 14
  const rows = plan.rows ?? 6
  const slant = Math.hypot(halfDepth, plan.height)
  if (gableAt > 0.001) {
    const reach = plan.inset > 0 ? halfWidth - plan.inset + shape.overhang : halfWidth
    g.sheet(
      Math.max(2, plan.inset > 0 ? 6 : columns),
      Math.max(2, Math.round(rows * gableAt)),
      cover,
      (u, v) => {
        const t = v * gableAt
        const [x, z] = [(u * 2 - 1) * reach * side, t * halfDepth * side]
        return [x, shape.top(x, z, t), z, x, (1 - t) * slant]
      },
      true,
    )
  }
  if (gableAt >= 0.999) return
  const below = Math.max(2, Math.round(rows * (1 - gableAt)) + 1)
  g.sheet(
    columns,
    below,
    cover,
    (u, v) => {
      const t = gableAt + v * (1 - gableAt)
      const [x, z] = [(u * 2 - 1) * shape.hip(t) * side, t * halfDepth * side]
      return [x, shape.top(x, z, t), z, x, (1 - t) * slant]
    },
    true,
  )
  g.sheet(
    Math.max(6, Math.round((columns * halfDepth) / halfWidth)),
    below,
    cover,
    (u, v) => {
      const t = gableAt + v * (1 - gableAt)
      const [x, z] = [shape.hip(t) * side, -(u * 2 - 1) * t * halfDepth * side]
      return [x, shape.top(x, z, t), z, z, (1 - t) * slant]
    },
    true,
  )
}

function eaves(g: Builder, shape: Shape, side: 1 | -1): void {
  const { roof: plan, thickness, gableAt } = shape
  const { halfWidth, halfDepth, edge, soffit } = plan
  const columns = plan.columns ?? 14
  const share = plan.soffitShare ?? 0.6
  g.sheet(
    columns,
    1,
    edge,
    (u, v) => {
      const [x, z] = [(u * 2 - 1) * halfWidth * side, halfDepth * side]
      return [x, shape.top(x, z, 1) - v * thickness, z, x, v * thickness, 0.85]
    },
    true,
  )
  g.sheet(
    columns,
    2,
    soffit,
    (u, v) => {
      const t = 1 - v * (1 - share)
      const reach = plan.inset > 0 ? Math.max(0, shape.hip(t)) : halfWidth
      const [x, z] = [(u * 2 - 1) * reach * side, t * halfDepth * side]
      return [x, shape.under(x, z, t), z, x, (1 - t) * halfDepth, 0.66 - 0.22 * v]
    },
    true,
  )
  if (gableAt >= 0.999) return
  g.sheet(
    8,
    1,
    edge,
    (u, v) => {
      const [x, z] = [halfWidth * side, -(u * 2 - 1) * halfDepth * side]
      return [x, shape.top(x, z, 1) - v * thickness, z, z, v * thickness, 0.85]
    },
    true,
  )
  g.sheet(
    8,
    2,
    soffit,
    (u, v) => {
      const t = 1 - v * (1 - share)
      const [x, z] = [shape.hip(t) * side, -(u * 2 - 1) * t * halfDepth * side]
      return [x, shape.under(x, z, t), z, z, (1 - t) * halfDepth, 0.66 - 0.22 * v]
    },
    true,
  )
}

function gable(g: Builder, shape: Shape, side: 1 | -1): void {
  const { roof: plan, gableAt } = shape
  const { halfWidth, halfDepth, inset, y } = plan
  const wall = inset > 0 ? halfWidth - inset - 0.15 : halfWidth - Math.min(0.9, halfWidth * 0.12)
  const edge = inset > 0 ? halfWidth - inset + shape.overhang : halfWidth
  const foot = y + shape.profile(gableAt) - 0.1
  for (const half of [1, -1] as const) {
    const outward = half * side > 0
    const along = (u: number): readonly [t: number, z: number] => [
      u * gableAt,
      u * gableAt * halfDepth * half,
    ]
    g.sheet(
      6,
      1,
      plan.gable,
      (u, v) => {
        const [t, z] = along(u)
        const top = shape.top(wall, z, t) - 0.02
        return [wall * side, v > 0 ? top : Math.min(top, foot), z, z, v > 0 ? top - foot : 0, 0.8]
      },
      outward,
    )
    g.sheet(
      6,
      1,
      plan.barge,
      (u, v) => {
        const [t, z] = along(u)
        return [edge * side, shape.top(edge, z, t) - (v > 0 ? 0 : 0.34), z, z, v, 0.95]
      },
      outward,
    )
    g.sheet(
      6,
      1,
      shaded({ colour: plan.soffit.colour }, 1),
      (u, v) => {
        const [t, z] = along(u)
        const x = v > 0 ? edge : wall
        return [x * side, shape.top(edge, z, t) - 0.3, z, x, z, 0.5]
      },
      !outward,
    )
  }
  if (plan.gilded) g.box([edge * side, y + plan.height - 0.85, 0], [0.1, 0.6, 0.5], PAINT.gold)
}

/** Ridges down the gable's edges and along the hips. */
function sideRidges(g: Builder, shape: Shape, side: 1 | -1, ridge: Paint): void {
  const { roof: plan, gableAt } = shape
  const { halfWidth, halfDepth, inset } = plan
  const edge = inset > 0 ? halfWidth - inset + shape.overhang : halfWidth
  for (const half of [1, -1]) {
    const down: Point3[] = []
    for (let i = 0; i <= 5; i += 1) {
      const t = 0.02 + (i / 5) * gableAt * 0.97
      const z = t * halfDepth * half
      down.push([(edge - 0.28) * side, shape.top(edge, z, t), z])
    }
    g.beam(down, [0.3, 0.22], ridge)
    if (gableAt >= 0.999) continue
    const hip: Point3[] = []
    for (let i = 0; i <= 6; i += 1) {
      const t = gableAt + (i / 6) * (1 - gableAt)
      const [x, z] = [shape.hip(t) * side, t * halfDepth * half]
      hip.push([x, shape.top(x, z, t) - 0.02, z])
    }
    g.beam(hip, [0.34, 0.26], ridge)
  }
}

function mainRidge(g: Builder, shape: Shape, ridge: Paint): void {
  const { halfWidth, height, inset, y, ridgeHeight = 0.5 } = shape.roof
  const reach = (inset > 0 ? halfWidth - inset + shape.overhang : halfWidth) + 0.05
  const top = y + height
  g.beam(
    [
      [-reach, top + 0.12, 0],
      [-reach * 0.6, top, 0],
      [0, top - 0.04, 0],
      [reach * 0.6, top, 0],
      [reach, top + 0.12, 0],
    ],
    [0.5, ridgeHeight],
    ridge,
    0.36,
  )
  for (const side of [1, -1])
    g.box([reach * side, top - 0.15, 0], [0.22, ridgeHeight + 0.55, 0.7], ridge, {
      sides: 'tnsewb',
      taper: 0.06,
    })
}
