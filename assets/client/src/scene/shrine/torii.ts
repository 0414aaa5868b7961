/** Torii of wood or stone. */
import type { Builder, Point3 } from '../builder'
import { type Paint, PAINT } from '../paint'

export interface ToriiPlan {
  readonly width: number
  readonly height: number
  readonly paint?: Paint
  /** Stone all over, without the black top and feet of a painted one. */
  readonly stone?: boolean
  /** One of many: fewer corners. */
  readonly coarse?: boolean
}

/** A torii standing on the origin, passed along z. */
export function torii(
  g: Builder,
  { width, height, paint = PAINT.vermilion, stone = false, coarse = false }: ToriiPlan,
): void {
  const thick = height * 0.055
  const dark = stone ? paint : PAINT.black
  for (const side of [-1, 1]) leaningPost(g, side, { width, height, thick, paint, dark, segments: coarse ? 6 : 10 })
  g.box([0, height * 0.68, 0], [width * 1.22, height * 0.07, thick * 1.15], paint)
  for (const side of [-1, 1])
    g.box(
      [side * (width / 2 - height * 0.025), height * 0.66, 0],
      [thick * 3, height * 0.11, thick * 0.6],
      stone ? paint : PAINT.darkVermilion,
    )
  g.box([0, height * 0.75, 0], [height * 0.075, height * 0.12, thick * 0.8], dark)
  const joints = coarse ? 5 : 11
  const lintel = (reach: number, y: number, rise: number): Point3[] =>
    Array.from({ length: joints }, (_, i) => {
      const u = (2 * i) / (joints - 1) - 1
      return [u * width * reach, height * y + Math.abs(u) ** 3 * height * rise, 0]
    })
  g.beam(lintel(0.72, 0.87, 0.06), [thick * 1.9, height * 0.075], paint, thick * 2.1)
  g.beam(lintel(0.78, 0.945, 0.07), [thick * 2.3, height * 0.06], dark, thick * 2.8)
}

interface PostPlan {
  readonly width: number
  readonly height: number
  readonly thick: number
  readonly paint: Paint
  readonly dark: Paint
  readonly segments: number
}

/** The posts lean a little inwards. */
function leaningPost(
  g: Builder,
  side: number,
  { width, height, thick, paint, dark, segments }: PostPlan,
): void {
  const foot = (side * width) / 2
  const head = side * (width / 2 - height * 0.035)
  const first = g.vertices
  for (let k = 0; k <= segments; k += 1) {
    const angle = (k / segments) * Math.PI * 2
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    g.vertex([foot + c * thick, 0, s * thick], [c, 0, s], paint, [angle * thick, 0], 0.7)
    g.vertex(
      [head + c * thick * 0.86, height * 0.9, s * thick * 0.86],
      [c, 0, s],
      paint,
      [angle * thick, height],
      1,
    )
  }
  for (let k = 0; k < segments; k += 1) {
    const i = first + k * 2
    g.triangle(i, i + 1, i + 2)
    g.triangle(i + 2, i + 1, i + 3)
  }
  g.post([foot, 0, 0], [thick * 1.35, thick * 1.2], height * 0.09, dark, {
    segments,
    cap: segments > 6,
  })
}
