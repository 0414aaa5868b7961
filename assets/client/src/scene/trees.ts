/** Trees and bushes: cards of leaves with the normals of their clump, or plain blobs on the low tier. */
import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Color,
  DoubleSide,
  InstancedMesh,
  LinearMipmapLinearFilter,
  Matrix4,
  type MeshLambertMaterial,
  Quaternion,
  Vector3,
} from 'three'
import { height } from '../plan/height'
import { ramp, seeded } from '../plan/noise'
import type { Plant, Species } from '../plan/planting'
import type { Materials } from './materials'

/** Shaded and sunlit colour of each species' leaves. */
const LEAVES: Readonly<Record<Species, readonly [number, number]>> = {
  camphor: [0x4d7a34, 0x93a83f],
  cherry: [0xf3bccb, 0xfbe3e8],
  cedar: [0x33573a, 0x4f7440],
  pine: [0x3a6038, 0x5d8244],
  bush: [0x5a8a3e, 0x86a44a],
  azalea: [0xc8406f, 0xf08fb0],
}

interface Trunk {
  readonly from: readonly [x: number, y: number, z: number]
  readonly to: readonly [x: number, y: number, z: number]
  readonly thick: readonly [number, number]
}

interface Clump {
  readonly at: readonly [x: number, y: number, z: number]
  readonly radius: number
  readonly rise: number
  readonly cards: number
  readonly size: number
}

interface Form {
  readonly trunks: readonly Trunk[]
  readonly clumps: readonly Clump[]
}

const star = <T>(count: number, first: number, make: (angle: number, i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(first + (i * 2 * Math.PI) / count, i))

/** Trunks and clumps of each species, in metres for a tree of size 1. */
function form(species: Species): Form {
  switch (species) {
    case 'camphor':
      return {
        trunks: [
          { from: [0, -0.4, 0], to: [0.2, 4, 0.1], thick: [0.75, 0.42] },
          ...star(5, 0.3, (a): Trunk => ({ from: [0.2, 3.4, 0.1], to: [Math.cos(a) * 3, 7, Math.sin(a) * 3], thick: [0.3, 0.1] })),
        ],
        clumps: [
          ...star(5, 0.3, (a, i): Clump => ({ at: [Math.cos(a) * 3.3, 7.2 + ((i * 7) % 5) * 0.25, Math.sin(a) * 3.3], radius: 2.9, rise: 2.1, cards: 34, size: 1 })),
          { at: [0, 9.8, 0], radius: 3.4, rise: 2.3, cards: 44, size: 1.05 },
          { at: [0, 7.2, 0], radius: 3.6, rise: 2, cards: 24, size: 1.05 },
        ],
      }
    case 'cherry':
      return {
        trunks: [
          { from: [0, -0.3, 0], to: [0.15, 2.2, 0], thick: [0.34, 0.22] },
          ...star(5, 0, (a): Trunk => ({ from: [0.15, 2, 0], to: [Math.cos(a) * 2.1, 4.1, Math.sin(a) * 2.1], thick: [0.15, 0.05] })),
        ],
        clumps: [
          ...star(5, 0, (a, i): Clump => ({ at: [Math.cos(a) * 2.2, 4.3 + ((i * 3) % 5) * 0.15, Math.sin(a) * 2.2], radius: 1.7, rise: 1.1, cards: 26, size: 0.62 })),
          { at: [0, 5.5, 0], radius: 1.9, rise: 1.2, cards: 30, size: 0.62 },
        ],
      }
    case 'cedar':
      return {
        trunks: [{ from: [0, -0.5, 0], to: [0, 12, 0], thick: [0.42, 0.08] }],
        clumps: Array.from({ length: 9 }, (_, i) => ({
          at: [0, 3.2 + i * 1.28, 0] as const,
          radius: 2.07 * (1 - i / 9.6),
          rise: 0.9,
          cards: 26 - i * 2,
          size: 1.05 - i * 0.06,
        })),
      }
    case 'pine':
      return {
        trunks: [
          { from: [0, -0.3, 0], to: [0.5, 2.8, 0.1], thick: [0.3, 0.22] },
          { from: [0.5, 2.8, 0.1], to: [0.1, 5.2, 0], thick: [0.22, 0.1] },
        ],
        clumps: (
          [
            [1.5, 3.2, 0.2, 1.5],
            [-1, 3.9, 0.6, 1.4],
            [0.4, 4.6, -0.9, 1.3],
            [0.1, 5.5, 0, 1.4],
          ] as const
        ).map(([x, y, z, radius]) => ({ at: [x, y, z] as const, radius, rise: 0.45, cards: 22, size: 0.55 })),
      }
    default:
      return { trunks: [], clumps: [{ at: [0, 0.45, 0], radius: 0.85, rise: 0.6, cards: 26, size: 0.36 }] }
  }
}

/** Vertices with the light that reaches them and whether they are leaf or wood. */
class Foliage {
  private readonly points: number[] = []
  private readonly normals: number[] = []
  private readonly uvs: number[] = []
  private readonly shades: number[] = []
  readonly indices: number[] = []

  vertex(at: Vector3, normal: Vector3, uv: readonly [number, number], shade: number, leaf: 0 | 1): number {
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
  blob([cx, cy, cz]: Clump['at'], radius: number, rise: number, [columns, rows]: readonly [number, number]): void {
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
      const middle = new Vector3(at[0] + out.x * radius * depth, at[1] + out.y * rise * depth, at[2] + out.z * radius * depth)
      const look = new Vector3(out.x + (roll() - 0.5) * 0.9, out.y + 0.2 + (roll() - 0.5) * 0.9, out.z + (roll() - 0.5) * 0.9)
      facing.setFromUnitVectors(new Vector3(0, 0, 1), look.normalize())
      const half = size * (0.75 + roll() * 0.5)
      const [right, up] = [new Vector3(half, 0, 0).applyQuaternion(facing), new Vector3(0, half, 0).applyQuaternion(facing)]
      const shade = 0.5 + 0.5 * ramp(-1, 0.9, out.y) * (0.6 + 0.4 * depth) + (roll() - 0.5) * 0.12
      const normal = new Vector3(out.x, out.y * 0.8 + 0.45, out.z)
      const corner = (u: number, v: number): number =>
        this.vertex(middle.clone().addScaledVector(right, u).addScaledVector(up, v), normal, [(u + 1) / 2, (v + 1) / 2], shade, 1)
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

function leafy(species: Species, far: boolean): BufferGeometry {
  const foliage = new Foliage()
  const roll = seeded(species.length * 97 + 5)
  const { trunks, clumps } = form(species)
  for (const [i, trunk] of trunks.entries()) if (i === 0 || !far) foliage.trunk(trunk, far ? 3 : 6)
  for (const clump of clumps)
    foliage.clump(
      far ? { ...clump, cards: Math.max(3, Math.round(clump.cards * 0.15)), size: clump.size * 2.15 } : clump,
      roll,
    )
  return foliage.build()
}

/** Lobes of the low tier's crowns: height, offset to the side, radius and rise. */
const LOBES: Readonly<Record<Species, readonly (readonly [y: number, x: number, z: number, radius: number, rise: number])[]>> = {
  camphor: [[8, 0, 0, 3.6, 2.9], [6.4, 2.4, 1, 2.5, 1.9], [6.6, -2.2, -1.2, 2.6, 2]],
  cherry: [[5, 0, 0, 2.1, 1.4], [4.2, 1.6, 0.9, 1.6, 1.1], [4.3, -1.5, -0.7, 1.6, 1.1]],
  cedar: [[5, 0, 0, 2, 2.8], [8.8, 0, 0, 1.4, 3.6]],
  pine: [[3.5, 1.3, 0.1, 1.5, 0.6], [4.2, -0.8, 0.5, 1.4, 0.6], [5.4, 0.1, -0.2, 1.4, 0.6]],
  bush: [[0.45, 0, 0, 0.9, 0.6]],
  azalea: [[0.42, 0, 0, 0.9, 0.55]],
}

/** One trunk and a few blobs: some sixty to a hundred triangles. */
function blobby(species: Species, far: boolean): BufferGeometry {
  const foliage = new Foliage()
  const [trunk] = form(species).trunks
  if (trunk) foliage.trunk(trunk, 3)
  // Where nobody comes near, one lobe a little larger does.
  const lobes = LOBES[species].slice(0, far && species !== 'cedar' ? 1 : 3)
  const swell = far && lobes.length === 1 ? 1.25 : 1
  for (const [y, x, z, radius, rise] of lobes) foliage.blob([x, y, z], radius * swell, rise, [6, 4])
  return foliage.build()
}

/** Leaves drawn on a small canvas: grey, the colour comes from the species. */
export function leafTexture(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 128
  const g = canvas.getContext('2d')
  if (g === null) throw new Error('no two-dimensional canvas')
  const roll = seeded(9)
  for (let i = 0; i < 46; i += 1) {
    const [angle, out] = [roll() * 6.28, Math.sqrt(roll()) * 50]
    g.save()
    g.translate(64 + Math.cos(angle) * out, 64 + Math.sin(angle) * out)
    g.rotate(roll() * 6.28)
    const grey = Math.floor(170 + roll() * 85)
    g.fillStyle = `rgb(${grey} ${grey} ${grey})`
    g.beginPath()
    g.ellipse(0, 0, 11, 5.4, 0, 0, 6.3)
    g.fill()
    g.restore()
  }
  const texture = new CanvasTexture(canvas)
  texture.minFilter = LinearMipmapLinearFilter
  return texture
}

const SWAY = /* glsl */ `
vShade = aShade;
float sway = aShade.y * sin(uTime * 1.3 + position.x * 1.7 + position.y + instanceMatrix[3].x * 0.7) * 0.06;
transformed.x += sway;
transformed.z += sway * 0.6;`

const LEAF = /* glsl */ `
vec4 card = texture2D(map, vMapUv);
float mottle = noise(vWorld.xz * 0.5 + vWorld.y * 0.3);
diffuseColor.a = vShade.y > 0.5 ? card.a : 1.0;
diffuseColor.rgb *= vShade.y > 0.5
  ? mix(uLeafDark, uLeafBright, mottle * 0.7 + card.r * 0.2 * vShade.x) * vShade.x * (0.82 + 0.3 * card.r)
  : vec3(0.13, 0.095, 0.07) * vShade.x;`

const LOW_LEAF = /* glsl */ `
diffuseColor.rgb *= vShade.y > 0.5 ? mix(uLeafDark, uLeafBright, 0.45) * vShade.x : vec3(0.13, 0.095, 0.07) * vShade.x;`

function leafMaterial(materials: Materials, species: Species, texture: CanvasTexture): MeshLambertMaterial {
  const { low } = materials.quality
  const [dark, bright] = LEAVES[species]
  return materials.lambert({
    // Colours are uniforms, so that all species share one program: compiling is start-up time.
    key: 'leaf',
    parameters: low ? {} : { map: texture, alphaTest: 0.42, side: DoubleSide },
    uniforms: { uLeafDark: { value: new Color(dark) }, uLeafBright: { value: new Color(bright) } },
    vertexDeclare: 'attribute vec2 aShade; varying vec2 vShade;',
    vertex: SWAY,
    fragmentDeclare: 'varying vec2 vShade; uniform vec3 uLeafDark, uLeafBright;',
    colour: low ? LOW_LEAF : LEAF,
    light: 'if (vShade.y > 0.5) reflectedLight.indirectDiffuse += diffuseColor.rgb * uGlow * 0.10 * (1.0 - uNight);',
    // A card seen from behind keeps its normal: it belongs to the clump, not to the card.
    fragmentChunks: { normal_fragment_begin: 'vec3 normal = normalize(vNormal); vec3 nonPerturbedNormal = normal;' },
  })
}

/** Trees that are near one another, of one species and detail: one draw call each. */
export function groves(plants: readonly Plant[]): readonly (readonly Plant[])[] {
  const groups = new Map<string, Plant[]>()
  for (const plant of plants) {
    // Small kinds are cheap enough to be drawn wherever they are.
    const everywhere = plant.species === 'pine' || plant.species === 'bush' || plant.species === 'azalea'
    const zone = everywhere ? 'all' : plant.z > 150 ? 'south' : plant.x < -170 ? 'castle' : 'plain'
    const key = `${plant.species} ${plant.far} ${zone}`
    const group = groups.get(key)
    if (group) group.push(plant)
    else groups.set(key, [plant])
  }
  return [...groups.values()]
}

/** Draws a grove; all plants in it are of one species and detail. */
export function plantGrove(materials: Materials, texture: CanvasTexture, grove: readonly Plant[]): InstancedMesh {
  const [one] = grove
  if (!one) throw new RangeError('an empty grove')
  const geometry = materials.quality.low ? blobby(one.species, one.far) : leafy(one.species, one.far)
  const mesh = new InstancedMesh(geometry, leafMaterial(materials, one.species, texture), grove.length)
  const [place, turn, up] = [new Matrix4(), new Quaternion(), new Vector3(0, 1, 0)]
  for (const [i, { x, z, size }] of grove.entries()) {
    turn.setFromAxisAngle(up, i * 2.399)
    const tall = size * (0.9 + (i % 5) * 0.05)
    mesh.setMatrixAt(i, place.compose(new Vector3(x, height(x, z), z), turn, new Vector3(size, tall, size)))
  }
  mesh.castShadow = !one.far
  mesh.receiveShadow = true
  mesh.computeBoundingSphere()
  return mesh
}
