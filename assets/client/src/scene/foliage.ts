/** Shapes of trees and bushes as geometry: cards of leaves in clumps, or plain blobs. */
import { BufferAttribute, BufferGeometry, Quaternion, Vector3 } from 'three'
import { ramp, seeded } from '../plan/noise'
import type { Species } from '../plan/planting'
import { type Clump, form, LOBES, type Trunk } from './tree-forms'

/** Vertices with the light that reaches them and whether they are leaf or wood. */
class Foliage {
  private readonly points: number[] = []
  private readonly normals: number[] = []
  private readonly uvs: number[] = []
  private readonly shades: number[] = []
  readonly indices: number[] = []

  vertex(
    at: Vector3,
    normal: Vector3,
    uv: readonly [number, number],
    shade: number,
    /** 0 is wood; a leaf is 1 and the share of leaves at which this one has fallen. */
    leaf: number,
  ): number {
    this.points.push(at.x, at.y, at.z)
    this.normals.push(normal.x, normal.y, normal.z)
    this.uvs.push(...uv)
    this.shades.push(shade, leaf)
    return this.points.length / 3 - 1
  }

  trunk({ from, to, thick }: Trunk, segments: number): void {
    const first = this.points.length / 3
    for (let i = 0; i <= segments; i += 1) {
      const angle = (i / segments) * Math.PI * 2
      const out = new Vector3(Math.cos(angle), 0, Math.sin(angle))
      this.vertex(new Vector3(...from).addScaledVector(out, thick[0]), out, [0.5, 0.5], 0.7, 0)
      this.vertex(new Vector3(...to).addScaledVector(out, thick[1]), out, [0.5, 0.5], 0.95, 0)
    }
    for (let i = 0; i < segments; i += 1) {
      const k = first + i * 2
      this.indices.push(k, k + 1, k + 2, k + 2, k + 1, k + 3)
    }
  }

  /** A closed, slightly squashed ball. */
  blob(
    [cx, cy, cz]: Clump['at'],
    radius: number,
    rise: number,
    [columns, rows]: readonly [number, number],
  ): void {
    const first = this.points.length / 3
    for (let j = 0; j <= rows; j += 1)
      for (let i = 0; i <= columns; i += 1) {
        const [a, b] = [(i / columns) * Math.PI * 2, (j / rows - 0.5) * Math.PI]
        const out = new Vector3(Math.cos(a) * Math.cos(b), Math.sin(b), Math.sin(a) * Math.cos(b))
        const at = new Vector3(cx + out.x * radius, cy + out.y * rise, cz + out.z * radius)
        this.vertex(at, out, [0.5, 0.5], 0.62 + 0.38 * ramp(-1, 0.8, out.y), 1)
      }
    for (let j = 0; j < rows; j += 1)
      for (let i = 0; i < columns; i += 1) {
        const k = first + j * (columns + 1) + i
        this.indices.push(k, k + columns + 1, k + 1, k + 1, k + columns + 1, k + columns + 2)
      }
  }

  /** Cards strewn through a ball, lit as if they were its surface. */
  clump({ at, radius, rise, cards, size }: Clump, roll: () => number): void {
    const facing = new Quaternion()
    for (let i = 0; i < cards; i += 1) {
      const [a, b, depth] = [roll() * 2 * Math.PI, Math.acos(1 - 2 * roll()), roll() ** 0.35]
      const out = new Vector3(Math.sin(b) * Math.cos(a), Math.cos(b), Math.sin(b) * Math.sin(a))
      const middle = new Vector3(
        at[0] + out.x * radius * depth,
        at[1] + out.y * rise * depth,
        at[2] + out.z * radius * depth,
      )
      const look = new Vector3(
        out.x + (roll() - 0.5) * 0.9,
        out.y + 0.2 + (roll() - 0.5) * 0.9,
        out.z + (roll() - 0.5) * 0.9,
      )
      facing.setFromUnitVectors(new Vector3(0, 0, 1), look.normalize())
      const half = size * (0.75 + roll() * 0.5)
      const [right, up] = [
        new Vector3(half, 0, 0).applyQuaternion(facing),
        new Vector3(0, half, 0).applyQuaternion(facing),
      ]
      const shade = 0.5 + 0.5 * ramp(-1, 0.9, out.y) * (0.6 + 0.4 * depth) + (roll() - 0.5) * 0.12
      const normal = new Vector3(out.x, out.y * 0.8 + 0.45, out.z)
      const fall = 1 + roll() * 0.99
      const corner = (u: number, v: number): number =>
        this.vertex(
          middle.clone().addScaledVector(right, u).addScaledVector(up, v),
          normal,
          [(u + 1) / 2, (v + 1) / 2],
          shade,
          fall,
        )
      const [p, q, r, s] = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
      this.indices.push(p, q, r, p, r, s)
    }
  }

  build(): BufferGeometry {
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.points), 3))
    geometry.setAttribute('normal', new BufferAttribute(new Float32Array(this.normals), 3))
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array(this.uvs), 2))
    geometry.setAttribute('aShade', new BufferAttribute(new Float32Array(this.shades), 2))
    geometry.setIndex(this.indices)
    return geometry
  }
}

/** The tree as cards of leaves; coarser where nobody comes near. */
export function leafy(species: Species, far: boolean): BufferGeometry {
  const foliage = new Foliage()
  const roll = seeded(species.length * 97 + 5)
  const { trunks, clumps } = form(species)
  for (const [i, trunk] of trunks.entries()) if (i === 0 || !far) foliage.trunk(trunk, far ? 3 : 6)
  for (const clump of clumps)
    foliage.clump(
      far
        ? { ...clump, cards: Math.max(3, Math.round(clump.cards * 0.15)), size: clump.size * 2.15 }
        : clump,
      roll,
    )
  return foliage.build()
}

/** One trunk and a few blobs: some sixty to a hundred triangles. */
export function blobby(species: Species, far: boolean): BufferGeometry {
  const foliage = new Foliage()
  const [trunk] = form(species).trunks
  if (trunk) foliage.trunk(trunk, 3)
  // Where nobody comes near, one lobe a little larger does.
  const lobes = LOBES[species].slice(0, far && species !== 'cedar' ? 1 : 3)
  const swell = far && lobes.length === 1 ? 1.25 : 1
  for (const [y, x, z, radius, rise] of lobes) foliage.blob([x, y, z], radius * swell, rise, [6, 4])
  return foliage.build()
}
