/** The avatar's body: rings of vertices, each knowing its limb, its paint and for which look it is shown. */
import { BufferAttribute, InstancedBufferGeometry } from 'three'

/** Limbs, as the motion shader knows them. */
export const Limb = { body: 0, head: 1, leftArm: 2, rightArm: 3, leftLeg: 4, rightLeg: 5 } as const
type Limb = (typeof Limb)[keyof typeof Limb]

/** Paints: the first five are chosen by the look, the rest are fixed (see `paints.ts`). */
export const Dye = { skin: 0, hair: 1, top: 2, bottom: 3, accent: 4, dark: 5, white: 6, cheek: 7, mouth: 8, straw: 9 } as const
type Dye = (typeof Dye)[keyof typeof Dye]

/** For which look a part is shown; the shader compares them with the look's choices. */
export const Shown = {
  always: 0,
  shortHair: 1,
  bob: 2,
  bun: 3,
  longHair: 4,
  strawHat: 5,
  cap: 6,
  headband: 7,
  trousers: 8,
  bareLegs: 9,
  yukata: 10,
  skirt: 11,
  happi: 12,
  wideSleeves: 13,
  plainSleeves: 14,
} as const
type Shown = (typeof Shown)[keyof typeof Shown]

/** A ring of a turned shape: height, half width, half depth, and how far it is moved forward. */
type Ring = readonly [y: number, rx: number, rz: number, forward?: number]

interface Part {
  readonly limb: Limb
  readonly dye: Dye
  readonly shown?: Shown
  /** Moves the rings sideways. */
  readonly x?: number
  readonly segments: number
  /** Share of a full turn, and where it starts in radians. */
  readonly arc?: readonly [share: number, from: number]
}

class Clay {
  private readonly points: number[] = []
  private readonly normals: number[] = []
  private readonly parts: number[] = []
  private readonly indices: number[] = []

  /** A shape turned about the vertical through the rings, from the lowest up. */
  turn(rings: readonly Ring[], part: Part): void {
    const { x = 0, segments, arc = [1, 0] } = part
    const first = this.points.length / 3
    for (const [j, [y, rx, rz, forward = 0]] of rings.entries()) {
      const [above, below] = [rings[Math.min(rings.length - 1, j + 1)], rings[Math.max(0, j - 1)]]
      const rise = (above?.[0] ?? y) - (below?.[0] ?? y) || 1e-3
      const widening = ((above?.[1] ?? rx) - (below?.[1] ?? rx) + (above?.[2] ?? rz) - (below?.[2] ?? rz)) / 2
      for (let i = 0; i <= segments; i += 1) {
        const angle = arc[1] + (i / segments) * Math.PI * 2 * arc[0]
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        this.vertex([x + c * rx, y, s * rz + forward], [c * rise, -widening, s * rise], part)
      }
    }
    for (let j = 0; j + 1 < rings.length; j += 1)
      for (let i = 0; i < segments; i += 1) {
        const k = first + j * (segments + 1) + i
        this.indices.push(k, k + segments + 1, k + 1, k + 1, k + segments + 1, k + segments + 2)
      }
  }

  /** A flat patch looking forward. */
  patch(corners: readonly (readonly [number, number, number])[], part: Omit<Part, 'segments'>): void {
    const first = this.points.length / 3
    for (const corner of corners) this.vertex(corner, [0, 0.2, 1], part)
    this.indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }

  private vertex(at: readonly [number, number, number], normal: readonly [number, number, number], part: Omit<Part, 'segments'>): void {
    const length = Math.hypot(...normal) || 1
    this.points.push(...at)
    this.normals.push(normal[0] / length, normal[1] / length, normal[2] / length)
    this.parts.push(part.limb, part.dye, part.shown ?? Shown.always)
  }

  build(): InstancedBufferGeometry {
    const geometry = new InstancedBufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.points), 3))
    geometry.setAttribute('normal', new BufferAttribute(new Float32Array(this.normals), 3))
    geometry.setAttribute('aPart', new BufferAttribute(new Float32Array(this.parts), 3))
    geometry.setIndex(this.indices)
    return geometry
  }
}

/** The body seen from near: faces, collars, round limbs. */
export function nearBody(): InstancedBufferGeometry {
  const clay = new Clay()
  const [round, limb] = [10, 7]
  for (const [x, side] of [
    [-0.085, Limb.leftLeg],
    [0.085, Limb.rightLeg],
  ] as const) {
    clay.turn([[0.06, 0.055, 0.06], [0.4, 0.068, 0.075], [0.74, 0.088, 0.095]], { limb: side, dye: Dye.bottom, shown: Shown.trousers, x, segments: limb })
    clay.turn([[0.07, 0.045, 0.045], [0.5, 0.06, 0.06]], { limb: side, dye: Dye.skin, shown: Shown.bareLegs, x, segments: limb })
    clay.turn([[0, 0.06, 0.11, 0.035], [0.06, 0.062, 0.105, 0.03], [0.1, 0.04, 0.05]], { limb: side, dye: Dye.dark, x, segments: limb })
  }
  clothes(clay, round)
  arms(clay, limb)
  head(clay, round)
  face(clay)
  return clay.build()
}

function clothes(clay: Clay, segments: number): void {
  const body = { limb: Limb.body, segments } as const
  clay.turn([[0.12, 0.17, 0.15], [0.45, 0.165, 0.145], [0.78, 0.155, 0.12]], { ...body, dye: Dye.top, shown: Shown.yukata })
  clay.turn([[0.42, 0.2, 0.19], [0.62, 0.175, 0.155], [0.8, 0.15, 0.118]], { ...body, dye: Dye.bottom, shown: Shown.skirt })
  clay.turn([[0.56, 0.19, 0.155], [0.7, 0.178, 0.142], [0.84, 0.165, 0.13]], { ...body, dye: Dye.top, shown: Shown.happi })
  clay.turn([[0.56, 0.192, 0.157], [0.63, 0.187, 0.151]], { ...body, dye: Dye.accent, shown: Shown.happi })
  clay.turn([[0.7, 0.15, 0.115], [0.82, 0.148, 0.112], [1, 0.158, 0.118], [1.12, 0.165, 0.112], [1.19, 0.12, 0.09], [1.23, 0.05, 0.05]], { ...body, dye: Dye.top })
  // The obi of a yukata and the sash of a happi.
  clay.turn([[0.8, 0.155, 0.12], [0.92, 0.158, 0.124]], { ...body, dye: Dye.accent, shown: Shown.wideSleeves })
  clay.turn([[1.19, 0.055, 0.05], [1.3, 0.05, 0.05]], { limb: Limb.body, dye: Dye.skin, segments: 6 })
  for (const side of [-1, 1]) {
    const collar = [
      [side * 0.02, 0.92, 0.126],
      [side * 0.055, 0.92, 0.124],
      [side * 0.085, 1.17, 0.095],
      [side * 0.045, 1.2, 0.085],
    ] as const
    clay.patch(side > 0 ? collar : [...collar].reverse(), { limb: Limb.body, dye: Dye.white, shown: Shown.wideSleeves })
  }
}

function arms(clay: Clay, segments: number): void {
  for (const [x, limb] of [
    [-0.2, Limb.leftArm],
    [0.2, Limb.rightArm],
  ] as const) {
    clay.turn([[0.84, 0.078, 0.1], [1, 0.068, 0.074], [1.12, 0.06, 0.06], [1.17, 0.03, 0.03]], { limb, dye: Dye.top, shown: Shown.wideSleeves, x, segments })
    clay.turn([[0.86, 0.044, 0.048], [1, 0.05, 0.054], [1.12, 0.056, 0.056], [1.17, 0.03, 0.03]], { limb, dye: Dye.top, shown: Shown.plainSleeves, x, segments })
    clay.turn([[0.72, 0.02, 0.03], [0.74, 0.038, 0.042], [0.8, 0.036, 0.036], [0.88, 0.036, 0.036]], { limb, dye: Dye.skin, x, segments: 6 })
  }
}

function head(clay: Clay, segments: number): void {
  const part = { limb: Limb.head, segments } as const
  clay.turn([[1.27, 0.03, 0.03], [1.3, 0.095, 0.1], [1.36, 0.138, 0.14], [1.45, 0.152, 0.15], [1.54, 0.135, 0.135], [1.6, 0.085, 0.085], [1.625, 0.01, 0.01]], { ...part, dye: Dye.skin })
  const hair = { ...part, dye: Dye.hair } as const
  clay.turn([[1.43, 0.162, 0.158, -0.012], [1.53, 0.15, 0.148, -0.01], [1.6, 0.105, 0.105, -0.01], [1.65, 0.01, 0.01, -0.01]], { ...hair, shown: Shown.shortHair })
  clay.turn([[1.36, 0.152, 0.15, -0.03], [1.45, 0.16, 0.158, -0.015]], { ...hair, shown: Shown.shortHair, arc: [0.5, Math.PI] })
  clay.turn([[1.47, 0.165, 0.16, -0.005], [1.55, 0.15, 0.148, -0.01], [1.61, 0.105, 0.105, -0.01], [1.66, 0.01, 0.01, -0.01]], { ...hair, shown: Shown.bob })
  clay.turn([[1.24, 0.15, 0.13, -0.02], [1.34, 0.172, 0.165, -0.015], [1.47, 0.166, 0.16, -0.01]], { ...hair, shown: Shown.bob, arc: [0.64, Math.PI * 0.86] })
  clay.turn([[1.42, 0.163, 0.158, -0.012], [1.54, 0.15, 0.148, -0.01], [1.62, 0.09, 0.09, -0.01], [1.66, 0.01, 0.01, -0.01]], { ...hair, shown: Shown.bun })
  clay.turn([[1.6, 0.03, 0.03, -0.05], [1.64, 0.07, 0.07, -0.05], [1.7, 0.07, 0.07, -0.05], [1.75, 0.01, 0.01, -0.05]], { ...hair, shown: Shown.bun, segments: 7 })
  clay.turn([[1.46, 0.165, 0.16, -0.005], [1.55, 0.15, 0.148, -0.01], [1.61, 0.105, 0.105, -0.01], [1.66, 0.01, 0.01, -0.01]], { ...hair, shown: Shown.longHair })
  clay.turn([[0.98, 0.1, 0.06, -0.1], [1.2, 0.14, 0.1, -0.07], [1.36, 0.168, 0.16, -0.02], [1.46, 0.166, 0.16, -0.01]], { ...hair, shown: Shown.longHair, arc: [0.6, Math.PI * 0.9] })
  clay.turn([[1.5, 0.32, 0.32], [1.6, 0.2, 0.2], [1.71, 0.02, 0.02]], { ...part, dye: Dye.straw, shown: Shown.strawHat })
  clay.turn([[1.5, 0.17, 0.165], [1.6, 0.15, 0.15], [1.66, 0.08, 0.08], [1.67, 0.005, 0.005]], { ...part, dye: Dye.accent, shown: Shown.cap })
  clay.turn([[1.5, 0.14, 0.12, 0.12], [1.515, 0.14, 0.12, 0.12]], { ...part, dye: Dye.accent, shown: Shown.cap })
  clay.turn([[1.48, 0.168, 0.164, -0.008], [1.53, 0.16, 0.157, -0.008]], { ...part, dye: Dye.white, shown: Shown.headband })
}

function face(clay: Clay): void {
  const oval = (x: number, y: number, w: number, h: number, z: number, dye: Dye): void =>
    clay.patch(
      ([[-w, -h], [w, -h], [w, h], [-w, h]] as const).map(([dx, dy]) => [x + dx, y + dy, z - Math.abs(x + dx) * 0.16] as const),
      { limb: Limb.head, dye },
    )
  for (const side of [-1, 1]) {
    oval(side * 0.052, 1.445, 0.014, 0.024, 0.155, Dye.dark)
    oval(side * 0.049, 1.455, 0.005, 0.007, 0.158, Dye.white)
    oval(side * 0.085, 1.405, 0.019, 0.011, 0.152, Dye.cheek)
  }
  oval(0, 1.38, 0.018, 0.005, 0.151, Dye.mouth)
}

/** The body seen from afar: the same figure in some hundred and fifty triangles. */
export function farBody(): InstancedBufferGeometry {
  const clay = new Clay()
  const [round, limb] = [5, 4]
  for (const [x, side] of [
    [-0.085, Limb.leftLeg],
    [0.085, Limb.rightLeg],
  ] as const) {
    clay.turn([[0, 0.06, 0.08], [0.74, 0.088, 0.095]], { limb: side, dye: Dye.bottom, shown: Shown.trousers, x, segments: limb })
    clay.turn([[0, 0.055, 0.07], [0.5, 0.06, 0.06]], { limb: side, dye: Dye.skin, shown: Shown.bareLegs, x, segments: limb })
  }
  const body = { limb: Limb.body, segments: round } as const
  clay.turn([[0.12, 0.17, 0.15], [0.78, 0.155, 0.12]], { ...body, dye: Dye.top, shown: Shown.yukata })
  clay.turn([[0.42, 0.2, 0.19], [0.8, 0.15, 0.118]], { ...body, dye: Dye.bottom, shown: Shown.skirt })
  clay.turn([[0.56, 0.19, 0.155], [0.84, 0.165, 0.13]], { ...body, dye: Dye.top, shown: Shown.happi })
  clay.turn([[0.7, 0.15, 0.115], [1.1, 0.165, 0.115], [1.23, 0.05, 0.05]], { ...body, dye: Dye.top })
  for (const [x, side] of [
    [-0.2, Limb.leftArm],
    [0.2, Limb.rightArm],
  ] as const)
    clay.turn([[0.74, 0.05, 0.055], [1.16, 0.05, 0.05]], { limb: side, dye: Dye.top, x, segments: 3 })
  const part = { limb: Limb.head, segments: round } as const
  clay.turn([[1.25, 0.05, 0.05], [1.42, 0.15, 0.148], [1.6, 0.06, 0.06]], { ...part, dye: Dye.skin })
  for (const [shown, foot] of [[Shown.shortHair, 1.44], [Shown.bob, 1.34], [Shown.bun, 1.44], [Shown.longHair, 1.2]] as const)
    clay.turn([[foot, 0.166, 0.16, -0.03], [1.66, 0.04, 0.04, -0.01]], { ...part, dye: Dye.hair, shown })
  clay.turn([[1.5, 0.32, 0.32], [1.71, 0.02, 0.02]], { ...part, dye: Dye.straw, shown: Shown.strawHat })
  clay.turn([[1.5, 0.17, 0.165], [1.67, 0.02, 0.02]], { ...part, dye: Dye.accent, shown: Shown.cap })
  return clay.build()
}
