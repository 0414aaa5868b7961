/** Turned shapes and patches of which bodies are made; each vertex knows its limb, its dye and its look. */
import { BufferAttribute, InstancedBufferGeometry } from 'three'

/** Limbs, as the motion shader knows them. */
export const Limb = { body: 0, head: 1, leftArm: 2, rightArm: 3, leftLeg: 4, rightLeg: 5 } as const
export type Limb = (typeof Limb)[keyof typeof Limb]

/** Paints: the first five are chosen by the look, the rest are fixed (see `paints.ts`). */
export const Dye = {
  skin: 0,
  hair: 1,
  top: 2,
  bottom: 3,
  accent: 4,
  dark: 5,
  white: 6,
  cheek: 7,
  mouth: 8,
  straw: 9,
} as const
export type Dye = (typeof Dye)[keyof typeof Dye]

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
export type Shown = (typeof Shown)[keyof typeof Shown]

/** Numbers of a ring: height, half width, half depth, and how far it is moved forward. */
const RING = 4

export interface Part {
  readonly limb: Limb
  readonly dye: Dye
  readonly shown?: Shown
  /** Moves the rings sideways. */
  readonly x?: number
  readonly segments: number
  /** Share of a full turn, and where it starts in radians. */
  readonly arc?: readonly [share: number, from: number]
}

export class Clay {
  private readonly points: number[] = []
  private readonly normals: number[] = []
  private readonly parts: number[] = []
  private readonly indices: number[] = []

  /** A shape turned about the vertical through rings of four numbers each, from the lowest up. */
  turn(rings: readonly number[], part: Part): void {
    const { x = 0, segments, arc = [1, 0] } = part
    const first = this.points.length / 3
    const count = rings.length / RING
    const at = (ring: number, k: number): number =>
      rings[Math.min(count - 1, Math.max(0, ring)) * RING + k] ?? 0
    for (let j = 0; j < count; j += 1) {
      const rise = at(j + 1, 0) - at(j - 1, 0) || 1e-3
      const widening = (at(j + 1, 1) - at(j - 1, 1) + at(j + 1, 2) - at(j - 1, 2)) / 2
      for (let i = 0; i <= segments; i += 1) {
        const angle = arc[1] + (i / segments) * Math.PI * 2 * arc[0]
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        const point = [x + c * at(j, 1), at(j, 0), s * at(j, 2) + at(j, 3)] as const
        this.vertex(point, [c * rise, -widening, s * rise], part)
      }
    }
    for (let j = 0; j + 1 < count; j += 1)
      for (let i = 0; i < segments; i += 1) {
        const k = first + j * (segments + 1) + i
        this.indices.push(k, k + segments + 1, k + 1, k + 1, k + segments + 1, k + segments + 2)
      }
  }

  /** A flat patch looking forward. */
  patch(
    corners: readonly (readonly [number, number, number])[],
    part: Omit<Part, 'segments'>,
  ): void {
    const first = this.points.length / 3
    for (const corner of corners) this.vertex(corner, [0, 0.2, 1], part)
    this.indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }

  private vertex(
    at: readonly [number, number, number],
    normal: readonly [number, number, number],
    part: Omit<Part, 'segments'>,
  ): void {
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
