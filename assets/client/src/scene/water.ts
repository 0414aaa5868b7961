/** The sea, the river and the moat: one shader, mirrored sky, foam where it is shallow. */
import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, ShaderMaterial } from 'three'
import { BOUNDS, isStill, way, WAYS } from '../plan/data'
import { coast, height, MOAT_LEVEL, RIVER_LEVEL } from '../plan/height'
import { ramp } from '../plan/noise'
import type { Line, Point } from '../plan/polyline'
import { FINISH, FOG, NOISE, SKY, TONE } from './glsl'
import type { Materials } from './materials'

const VERTEX = /* glsl */ `
attribute float aDepth, aReach;
varying vec3 vWorld;
varying float vDepth;
uniform float uSea;
void main() {
  vec4 w = modelMatrix * vec4(position, 1.0);
#ifdef SEA
  w.y = uSea;
  vDepth = uSea - aDepth;
#else
  // The flood comes up the river; further up it is not felt any more.
  float rise = max(0.0, uSea - w.y) * aReach;
  w.y += rise;
  vDepth = aDepth + rise;
#endif
  vWorld = w.xyz;
  gl_Position = projectionMatrix * viewMatrix * w;
}`

const CALM = /* glsl */ `
vec3 N = normalize(vec3(sin(p.x * 0.9 + t) * 0.03, 1.0, sin(p.y * 1.1 + t * 1.2) * 0.03) * vec3(calm, 1.0, calm));`

const RIPPLES = /* glsl */ `
vec2 a = p * 0.55 + vec2(t * 0.35, t * 0.22);
vec2 g = vec2(noise(a) - noise(a + vec2(0.35, 0.0)), noise(a) - noise(a + vec2(0.0, 0.35)));
vec2 g2 = vec2(noise(p * 2.1 - vec2(t * 0.6, -t * 0.5)), noise(p.yx * 2.3 + vec2(t * 0.55, t * 0.7))) - 0.5;
vec2 g3 = vec2(noise(p * 6.7 + vec2(t * 0.9, -t * 0.7)), noise(p.yx * 7.1 - vec2(t * 0.8, t * 0.95))) - 0.5;
vec2 tilt = (g * 0.30 + g2 * 0.085 + g3 * 0.05) * calm;
vec3 N = normalize(vec3(tilt.x, 1.0, tilt.y));`

const fragment = (low: boolean): string => /* glsl */ `
varying vec3 vWorld;
varying float vDepth;
uniform float uTime, uNight, uFog, uPetals;
uniform vec3 uSun;
${SKY}${NOISE}${TONE}
void main() {
  if (vDepth < -0.02) discard;
  vec3 V = vWorld - cameraPosition;
  float distance = length(V);
  V /= distance;
  vec2 p = vWorld.xz;
  float t = uTime, calm = 1.0 / (1.0 + distance * 0.012);
  ${low ? CALM : RIPPLES}
  vec3 R = reflect(V, N);
  R.y = abs(R.y);
  float fresnel = 0.025 + 0.975 * pow(1.0 - max(dot(-V, N), 0.0), 5.0);
  vec3 deep = mix(vec3(0.045, 0.12, 0.125), vec3(0.15, 0.20, 0.16), exp(-max(vDepth, 0.0) * 0.9));
  deep *= (uHorizon * 0.55 + uZenith * 0.45 + 0.05) * 1.25;
  float sun = max(dot(R, uSunDirection), 0.0);
  vec3 c = mix(deep, skyColour(R), fresnel) + uSun * (pow(sun, 420.0) * 5.0 + pow(sun, 40.0) * 0.12);
  c = mix(c, uHorizon * 0.95, smoothstep(0.16, 0.0, vDepth) * 0.21);
#if !defined(LOW) && !defined(SEA)
  // Rafts of fallen petals.
  float raft = softNoise(p * vec2(0.5, 0.8) + t * 0.05) * step(0.55, noise(p * 9.0 + t * 0.05));
  c = mix(c, vec3(0.92, 0.70, 0.76) * (uHorizon + 0.15), smoothstep(0.52, 0.6, raft) * uPetals * 0.85 * calm);
#endif
  float alpha = max(mix(0.55, 0.97, smoothstep(0.0, 0.8, vDepth)), fresnel);
  gl_FragColor = vec4(c, alpha * smoothstep(-0.02, 0.05, vDepth));
  ${FOG}${FINISH}
}`

function material(materials: Materials, sea: boolean): ShaderMaterial {
  const { quality, atmosphere } = materials
  return new ShaderMaterial({
    uniforms: atmosphere.uniforms,
    defines: sea ? { ...materials.defines, SEA: 1 } : materials.defines,
    vertexShader: VERTEX,
    fragmentShader: fragment(quality.low),
    transparent: !quality.low,
    side: DoubleSide,
  })
}

function surface(materials: Materials, sheet: Sheet, sea: boolean): Mesh {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(sheet.points), 3))
  geometry.setAttribute('aDepth', new BufferAttribute(new Float32Array(sheet.depths), 1))
  geometry.setAttribute('aReach', new BufferAttribute(new Float32Array(sheet.reach), 1))
  geometry.setIndex(sheet.indices)
  const mesh = new Mesh(geometry, material(materials, sea))
  mesh.renderOrder = 2
  mesh.frustumCulled = !sea
  return mesh
}

interface Sheet {
  readonly points: number[]
  readonly depths: number[]
  /** How much of the tide is felt at each point. */
  readonly reach: number[]
  readonly indices: number[]
}

/** Metres up the river in which the tide dies out. */
const TIDAL_REACH = 240

/** A band of water, `half` to each side of a line. */
function band(sheet: Sheet, line: Line, half: number, level: number, tidal = false): void {
  const { points, depths, reach, indices } = sheet
  for (const [i, [x, z]] of line.entries()) {
    const [a, b] = [line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]]
    if (!a || !b) continue
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const [nx, nz] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
    const first = points.length / 3
    for (const side of [-1, 0, 1]) {
      points.push(x + nx * side * half, level, z + nz * side * half)
      depths.push(side === 0 ? 1.1 : 0.12)
      reach.push(tidal ? ramp(TIDAL_REACH, 0, coast(z) - x) : 0)
    }
    if (i > 0)
      for (const k of [first - 3, first - 2]) indices.push(k, k + 1, k + 3, k + 1, k + 4, k + 3)
  }
}

/** River and moat in one draw call. */
export function inlandWater(materials: Materials): Mesh {
  const sheet: Sheet = { points: [], depths: [], reach: [], indices: [] }
  const river = way('hama-gawa')
  // Near the mouth the river's level falls to the mud's; there the sea takes over.
  band(
    sheet,
    river.line.filter(([x, z]) => x < coast(z) + 4),
    river.width / 2,
    RIVER_LEVEL,
    true,
  )
  for (const { line, width } of WAYS.filter(isStill))
    band(sheet, rounded(lengthened(line, width / 2)), width / 2, MOAT_LEVEL)
  return surface(materials, sheet, false)
}

/** The line going on at both ends: the bed of still water ends in half a circle there. */
function lengthened(line: Line, by: number): Line {
  const [a, b, y, z] = [line[0], line[1], line.at(-2), line.at(-1)]
  if (!a || !b || !y || !z) return line
  return [beyond(b, a, by), ...line.slice(1, -1), beyond(y, z, by)]
}

function beyond(from: Point, end: Point, by: number): Point {
  const share = 1 + by / Math.hypot(end[0] - from[0], end[1] - from[1])
  return [from[0] + (end[0] - from[0]) * share, from[1] + (end[1] - from[1]) * share]
}

/** More points on a line with corners, so that its band turns them gently. */
function rounded(line: Line): Line {
  const points: (readonly [number, number])[] = []
  for (const [i, [x, z]] of line.entries()) {
    const next = line[i + 1]
    if (!next) {
      points.push([x, z])
      break
    }
    const pieces = Math.max(1, Math.round(Math.hypot(next[0] - x, next[1] - z) / 3))
    for (let k = 0; k < pieces; k += 1)
      points.push([x + ((next[0] - x) * k) / pieces, z + ((next[1] - z) * k) / pieces])
  }
  return points
}

const SEA_WIDTH = 1600

/** The sea: dense by the shore, where it meets the mud, coarse beyond. */
export function sea(materials: Materials): Mesh {
  const [columns, rows] = materials.quality.low ? [44, 60] : [72, 110]
  const sheet: Sheet = { points: [], depths: [], reach: [], indices: [] }
  const middle = (BOUNDS.minZ + BOUNDS.maxZ) / 2
  for (let j = 0; j <= rows; j += 1)
    for (let i = 0; i <= columns; i += 1) {
      const share = i / columns
      const across = (j / rows) * 2 - 1
      const z =
        middle + Math.sign(across) * (across * across * 0.62 + Math.abs(across) * 0.38) * 1500
      const x = coast(z) - 24 + (share * share * 0.86 + share * 0.14) * SEA_WIDTH
      sheet.points.push(x, 0, z)
      sheet.reach.push(1)
      const inside = z > BOUNDS.minZ && z < BOUNDS.maxZ && x < BOUNDS.maxX
      sheet.depths.push(inside ? height(x, z) : x < coast(z) + 4 ? 2 : -3.4)
      if (i < columns && j < rows) {
        const k = j * (columns + 1) + i
        const below = k + columns + 1
        sheet.indices.push(k, below, k + 1, k + 1, below, below + 1)
      }
    }
  return surface(materials, sheet, true)
}
