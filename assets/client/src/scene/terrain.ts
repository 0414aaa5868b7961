/** The ground: finer where it is steep, painted from above, with wet mud that mirrors the sky. */
import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  ClampToEdgeWrapping,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  type MeshLambertMaterial,
  SRGBColorSpace,
} from 'three'
import { BOUNDS, isStill, WAYS } from '../plan/data'
import { coast, height, KNOLLS } from '../plan/height'
import { MAP_SHAPE, paintGround } from '../plan/map'
import { nearness } from '../plan/polyline'
import { planting } from '../plan/planting'
import { TORII_PATH } from '../plan/shrine'
import { cropColours } from '../nature/crops'
import type { Season } from '../nature/season'
import type { Materials } from './materials'
import { strewPetals } from './petals'
import type { Quality } from './quality'

const SPAN_X = BOUNDS.maxX - BOUNDS.minX
const SPAN_Z = BOUNDS.maxZ - BOUNDS.minZ

/** Side of a chunk, which has one step throughout; chunks to a tile, which is one draw call. */
const CHUNK = 64
const TILE = 5
/** How far the edges of chunks hang down, to hide the cracks between different steps. */
const SKIRT = 1.4

/** Ground where even two metres are coarse: banks, sea wall, and the paths on slopes. */
const steepNear = nearness(
  [
    ...WAYS.filter((one) => one.kind === 'river' || isStill(one)).map(({ line }) => line),
    TORII_PATH,
  ],
  16,
)

/** Which of the tier's three steps a chunk needs: 0 flat, 1 hilly, 2 steep. */
function roughness(x0: number, z0: number): 0 | 1 | 2 {
  let [low, high] = [Infinity, -Infinity]
  let steep = false
  let land = false
  for (let x = x0; x <= x0 + CHUNK; x += 8)
    for (let z = z0; z <= z0 + CHUNK; z += 8) {
      const out = x - coast(z)
      steep ||= Math.abs(out) < 10 || steepNear(x, z) < Infinity
      land ||= out < 90
      const y = height(x, z)
      low = Math.min(low, y)
      high = Math.max(high, y)
    }
  const onKnoll = Object.values(KNOLLS).some(
    (k) => Math.hypot(x0 + CHUNK / 2 - k.x, z0 + CHUNK / 2 - k.z) < k.radius + CHUNK * 0.7,
  )
  if (steep) return 2
  if (!land) return 0
  return onKnoll || high - low > 0.6 ? 1 : 0
}

class Patch {
  readonly points: number[] = []
  readonly normals: number[] = []
  readonly uvs: number[] = []
  readonly shores: number[] = []
  readonly indices: number[] = []

  /** Adds one chunk with its skirt: a grid one cell wider on every side whose rim hangs down. */
  chunk(x0: number, z0: number, step: number): void {
    const [width, depth] = [Math.min(CHUNK, BOUNDS.maxX - x0), Math.min(CHUNK, BOUNDS.maxZ - z0)]
    const [columns, rows] = [Math.ceil(width / step), Math.ceil(depth / step)]
    const at = (i: number, j: number): readonly [number, number] => [
      // The last cell of a chunk at the edge of the town is narrower.
      x0 + (i === columns ? width : i * step),
      z0 + (j === rows ? depth : j * step),
    ]
    const heights = new Float32Array((columns + 3) * (rows + 3))
    const index = (i: number, j: number): number => (j + 1) * (columns + 3) + i + 1
    for (let j = -1; j <= rows + 1; j += 1)
      for (let i = -1; i <= columns + 1; i += 1) heights[index(i, j)] = height(...at(i, j))
    const y = (i: number, j: number): number => heights[index(i, j)] ?? 0
    const first = this.points.length / 3
    for (let j = -1; j <= rows + 1; j += 1)
      for (let i = -1; i <= columns + 1; i += 1) {
        const [ci, cj] = [Math.min(columns, Math.max(0, i)), Math.min(rows, Math.max(0, j))]
        const rim = ci !== i || cj !== j
        const [x, z] = at(ci, cj)
        this.vertex(x, y(ci, cj) - (rim ? SKIRT : 0), z, [
          (y(ci - 1, cj) - y(ci + 1, cj)) / (2 * step),
          (y(ci, cj - 1) - y(ci, cj + 1)) / (2 * step),
        ])
      }
    this.weave(first, columns + 2, rows + 2)
  }

  private vertex(
    x: number,
    y: number,
    z: number,
    [slopeX, slopeZ]: readonly [number, number],
  ): void {
    const length = Math.hypot(slopeX, 1, slopeZ)
    this.points.push(x, y, z)
    this.normals.push((slopeX / length) * 127, 127 / length, (slopeZ / length) * 127, 0)
    this.uvs.push((x - BOUNDS.minX) / SPAN_X, 1 - (z - BOUNDS.minZ) / SPAN_Z)
    this.shores.push(x - coast(z))
  }

  private weave(first: number, columns: number, rows: number): void {
    for (let j = 0; j < rows; j += 1)
      for (let i = 0; i < columns; i += 1) {
        const k = first + j * (columns + 1) + i
        const below = k + columns + 1
        this.indices.push(k, below, k + 1, k + 1, below, below + 1)
      }
  }

  build(): BufferGeometry {
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.points), 3))
    geometry.setAttribute('normal', new BufferAttribute(new Int8Array(this.normals), 4, true))
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array(this.uvs), 2))
    geometry.setAttribute('aShore', new BufferAttribute(new Float32Array(this.shores), 1))
    geometry.setIndex(this.indices)
    geometry.computeBoundingSphere()
    return geometry
  }
}

/** One function for each tile of the ground; each takes some tens of milliseconds. */
export function groundTiles(quality: Quality): ((material: MeshLambertMaterial) => Mesh)[] {
  const side = CHUNK * TILE
  const tiles: ((material: MeshLambertMaterial) => Mesh)[] = []
  for (let z = BOUNDS.minZ; z < BOUNDS.maxZ; z += side)
    for (let x = BOUNDS.minX; x < BOUNDS.maxX; x += side)
      tiles.push((material) => {
        const patch = new Patch()
        for (let cz = z; cz < Math.min(z + side, BOUNDS.maxZ); cz += CHUNK)
          for (let cx = x; cx < Math.min(x + side, BOUNDS.maxX); cx += CHUNK)
            patch.chunk(cx, cz, quality.ground[roughness(cx, cz)])
        const mesh = new Mesh(patch.build(), material)
        mesh.receiveShadow = true
        mesh.matrixAutoUpdate = false
        return mesh
      })
  return tiles
}

/** Paints the ground's colours once, from above. */
export function groundTexture(width: number, { petals, fields }: Season): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.round(width * MAP_SHAPE)
  const pencil = canvas.getContext('2d')
  if (pencil === null) throw new Error('no two-dimensional canvas')
  paintGround(pencil, width, cropColours(fields))
  if (petals > 0.02) strewPetals(pencil, width, planting(), petals)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 4
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.wrapS = texture.wrapT = ClampToEdgeWrapping
  return texture
}

const LOW_GROUND = /* glsl */ `
vec3 ground = texture2D(map, vMapUv).rgb;
float green = smoothstep(0.02, 0.12, ground.g - max(ground.r * 0.92, ground.b * 1.2));
diffuseColor.rgb *= mix(ground, dot(ground, vec3(0.4)) * STRAW, green * uDry * 0.7);
if (vWorld.y < 0.0 && vShore > -3.0) {
  vec3 V = normalize(vWorld - cameraPosition);
  V.y = abs(V.y);
  diffuseColor.rgb *= 0.35;
  gGlow = skyColour(V) * 0.5;
}`

/** The map is sampled with wobbling coordinates: half-metre pixels become organic edges. */
const GROUND = /* glsl */ `
vec2 wobble = (vec2(noise(vWorld.xz * 0.7), noise(vWorld.zx * 0.7 + 9.0)) - 0.5) * 2.0
  + (vec2(noise(vWorld.xz * 2.9), noise(vWorld.zx * 2.9 + 9.0)) - 0.5) * 0.6;
vec3 ground = texture2D(map, vMapUv + wobble * vec2(${(1 / SPAN_X).toFixed(7)}, ${(1 / SPAN_Z).toFixed(7)})).rgb;
float broad = noise(vWorld.xz * 0.23), fine = noise(vWorld.xz * 3.1), grit = noise(vWorld.xz * vec2(11.0, 9.0));
float green = smoothstep(0.02, 0.12, ground.g - max(ground.r * 0.92, ground.b * 1.2));
ground *= 0.84 + 0.2 * broad + 0.12 * fine + 0.10 * grit;
ground = mix(ground, ground * mix(vec3(0.82, 0.95, 0.7), vec3(1.14, 1.06, 0.8), fine), green * 0.8);
ground = mix(ground, dot(ground, vec3(0.4)) * STRAW, green * uDry * (0.45 + 0.4 * broad));
// Near the eye grass has blades and earth has grains.
float close = smoothstep(26.0, 4.0, distance(vWorld, cameraPosition));
if (close > 0.0) {
  float blades = noise(vWorld.xz * vec2(31.0, 27.0) + broad * 9.0), grains = hash12(floor(vWorld.xz * 38.0));
  ground *= 1.0 + close * mix((grains - 0.5) * 0.10, (blades - 0.5) * 0.42, green);
}
float slope = 1.0 - normalize(vUp).y;
ground = mix(ground, vec3(0.19, 0.17, 0.145) * (0.7 + 0.6 * fine), smoothstep(0.28, 0.5, slope) * (1.0 - 0.6 * green));
float mud = smoothstep(0.3, -0.3, vWorld.y) * step(-3.0, vShore);
if (mud > 0.001) {
  float ripple = sin(vWorld.x * 2.1 + 4.0 * noise(vWorld.xz * 0.16) + sin(vWorld.z * 0.35) * 1.4) * 0.5 + 0.5;
  float pools = softNoise(vWorld.xz * vec2(0.045, 0.10) + 3.0), near = smoothstep(1.3, 0.0, vWorld.y - uSea);
  float wet = smoothstep(0.60 - 0.26 * near, 0.70 - 0.26 * near, pools + ripple * 0.05);
  vec3 silt = mix(vec3(0.20, 0.172, 0.14), vec3(0.12, 0.104, 0.088), near);
  silt *= (0.82 + 0.3 * fine + 0.16 * ripple * (1.0 - wet)) * (0.9 + 0.2 * grit);
  vec3 V = normalize(vWorld - cameraPosition);
  vec3 N = normalize(vec3((ripple - 0.5) * 0.10 * (1.0 - wet) + (fine - 0.5) * 0.05, 1.0, (fine - 0.5) * 0.06 * (1.0 - wet)));
  vec3 R = reflect(V, N);
  R.y = abs(R.y);
  float fresnel = 0.03 + 0.97 * pow(1.0 - max(dot(-V, N), 0.0), 5.0);
  gGlow = skyColour(R) * mix(0.03 + 0.34 * fresnel, 0.20 + 0.78 * fresnel, wet) * mud;
  float glint = pow(max(dot(R, uSunDirection), 0.0), mix(60.0, 500.0, wet));
  gGlow += uGlow * glint * mix(0.5, 3.0, wet) * mud * (1.0 - uNight * 0.6);
  ground = mix(ground, silt * mix(1.0, 0.45, wet), mud);
}
diffuseColor.rgb *= ground;`

export function groundMaterial(materials: Materials, texture: CanvasTexture): MeshLambertMaterial {
  return materials.lambert({
    key: 'ground',
    parameters: { map: texture },
    vertexDeclare: 'attribute float aShore; varying float vShore; varying vec3 vUp;',
    vertex: 'vShore = aShore; vUp = objectNormal;',
    fragmentDeclare: 'const vec3 STRAW = vec3(1.3, 1.08, 0.62); uniform float uSea, uDry; varying float vShore; varying vec3 vUp;',
    colour: materials.quality.low ? LOW_GROUND : GROUND,
  })
}
