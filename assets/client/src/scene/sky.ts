/** The dome of the sky, and the mountains and plains beyond the town. */
import {
  BackSide,
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Mesh,
  ShaderMaterial,
  SphereGeometry,
} from 'three'
import { BOUNDS } from '../plan/data'
import { coast, height, PLAIN } from '../plan/height'
import { ramp, valueNoise } from '../plan/noise'
import { FINISH, NOISE, SKY, TONE } from './glsl'
import type { Materials } from './materials'

const DOME_VERTEX = /* glsl */ `
varying vec3 vDirection;
void main() {
  vDirection = position;
  vec4 p = projectionMatrix * mat4(mat3(modelViewMatrix)) * vec4(position, 1.0);
  gl_Position = p.xyww;
}`

const STARS_AND_CLOUDS = /* glsl */ `
if (uNight > 0.02 && d.y > 0.0) {
  vec2 q = d.xz / (d.y + 0.35) * 90.0, i = floor(q);
  vec2 f = fract(q) - 0.5 - (vec2(hash12(i + 3.0), hash12(i + 7.0)) - 0.5) * 0.7;
  float star = step(0.93, hash12(i)) * smoothstep(0.10, 0.0, length(f));
  c += star * (0.4 + 0.8 * hash12(i + 1.0)) * uNight * smoothstep(0.0, 0.25, d.y);
}
if (d.y > 0.015) {
  vec2 p = d.xz / (d.y + 0.12) * 0.9 + uTime * 0.0035;
  vec2 w = p * 0.8 + 0.6 * vec2(noise(p * 1.7), noise(p * 1.7 + 5.0));
  float n = cloudNoise(w) * 0.8 + 0.16 * noise(p * 5.1 + uTime * 0.01) + 0.10 * noise(p * 11.7) + 0.05 * noise(p * 25.0);
  float cover = smoothstep(0.50, 0.86, n) * smoothstep(0.015, 0.22, d.y);
  float lit = cloudNoise(w + uSunDirection.xz * 0.16) * 0.8 + 0.12;
  vec3 cloud = uCloud * mix(0.74, 1.12, smoothstep(0.2, 0.8, n - lit + 0.42)) + uGlow * pow(s, 8.0) * 0.5;
  c = mix(c, cloud, cover * 0.82);
}`

export function skyDome(materials: Materials): Mesh {
  const { quality, atmosphere } = materials
  const material = new ShaderMaterial({
    side: BackSide,
    depthWrite: false,
    defines: materials.defines,
    uniforms: atmosphere.uniforms,
    vertexShader: DOME_VERTEX,
    fragmentShader: /* glsl */ `
      varying vec3 vDirection;
      uniform vec3 uCloud, uSun, uTrueSun;
      uniform float uTime, uNight, uMoon;
      ${SKY}${NOISE}${TONE}
      void main() {
        vec3 d = normalize(vDirection);
        vec3 c = skyColour(d);
        float s = max(dot(d, uSunDirection), 0.0);
        ${quality.low ? '' : STARS_AND_CLOUDS}
        // length(), not dot(): near 1 a dot product has too few digits for a round sun.
        vec3 off = (d - uSunDirection) / mix(0.0172, 0.0215, uMoon);
        float disc = (1.0 - smoothstep(0.93, 1.07, length(off))) * step(-0.01, d.y);
        // The moon is a ball with the sun to one side: new, half or full as it really is.
        vec3 ball = normalize(off - uSunDirection * sqrt(max(0.0, 1.0 - dot(off, off))));
        float bright = mix(5.0, 0.02 + 2.4 * smoothstep(-0.06, 0.12, dot(ball, uTrueSun)), uMoon);
        c += uSun * disc * bright;
        gl_FragColor = vec4(c, 1.0);
        ${FINISH}
      }`,
  })
  const dome = new Mesh(new SphereGeometry(1, 32, 20), material)
  dome.frustumCulled = false
  // After everything opaque, so that only the visible part of the sky is computed.
  dome.renderOrder = 10
  return dome
}

/** The town's middle, and how far from it the two ranges stand: outside the town's corners. */
const MIDDLE = { x: (BOUNDS.minX + BOUNDS.maxX) / 2, z: (BOUNDS.minZ + BOUNDS.maxZ) / 2 }
const NEAR_RANGE = 1500
const FAR_RANGE = 2200

/** Silhouettes of the Tara range in the west and south, low hills elsewhere, none over the sea. */
export function mountains(materials: Materials): Mesh {
  const points: number[] = []
  const indices: number[] = []
  const count = 240
  for (const near of [true, false]) {
    const radius = near ? NEAR_RANGE : FAR_RANGE
    const first = points.length / 3
    for (let i = 0; i <= count; i += 1) {
      const angle = (i / count) * Math.PI * 2
      const [c, s] = [Math.cos(angle), Math.sin(angle)]
      // North-west plain is open, the range stands in the south-west, the sea lies in the east.
      const inland = ramp(-0.1, 0.55, Math.cos(angle - Math.PI * 0.72))
      const rough = near
        ? 30 +
          110 * valueNoise(angle * 7, 5) +
          46 * valueNoise(angle * 19, 7) +
          16 * valueNoise(angle * 53, 3)
        : 110 +
          260 * valueNoise(angle * 5 + 3, 1) +
          110 * valueNoise(angle * 15, 2) +
          36 * valueNoise(angle * 43, 4)
      const height = rough * (0.1 + 0.95 * inland) * (1 - 0.8 * ramp(0.3, 0.7, c))
      const [x, z] = [MIDDLE.x + c * radius, MIDDLE.z + s * radius]
      points.push(x, -20, z, x, height, z)
      const k = first + i * 2 - 2
      if (i > 0) indices.push(k, k + 1, k + 2, k + 2, k + 1, k + 3)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(points), 3))
  geometry.setIndex(indices)
  const material = new ShaderMaterial({
    side: DoubleSide,
    defines: materials.defines,
    uniforms: materials.atmosphere.uniforms,
    vertexShader: /* glsl */ `
      varying vec3 vWorld;
      void main() { vWorld = position; gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0); }`,
    fragmentShader: /* glsl */ `
      varying vec3 vWorld;
      ${SKY}${TONE}
      void main() {
        vec3 d = normalize(vWorld - cameraPosition);
        float far = smoothstep(${NEAR_RANGE - 100}.0, ${FAR_RANGE}.0, length(vWorld.xz - vec2(${MIDDLE.x.toFixed(1)}, ${MIDDLE.z.toFixed(1)})));
        vec3 sky = skyColour(vec3(d.x, 0.03, d.z));
        vec3 c = mix(sky * vec3(0.34, 0.46, 0.56), sky * vec3(0.62, 0.74, 0.86), far);
        c = mix(c, sky, smoothstep(110.0, -15.0, vWorld.y) * 0.7);
        gl_FragColor = vec4(c, 1.0);
        ${FINISH}
      }`,
  })
  return new Mesh(geometry, material)
}

const OUTSIDE = 2100

/** How far the hills go on beyond the bounds before they end, and how coarsely. */
const OUTSKIRTS = 420
const OUTSKIRTS_STEP = 28

/** Fields and hills beyond the bounds on the three sides that are land. */
export function outskirts(materials: Materials): Mesh {
  const points: number[] = []
  const indices: number[] = []
  const west = BOUNDS.minX - OUTSKIRTS
  const south = BOUNDS.maxZ + OUTSKIRTS
  const rectangle = (x0: number, z0: number, x1: number, z1: number): void => {
    const k = points.length / 3
    for (const [x, z] of [
      [x0, z0],
      [x1, z0],
      [x1, z1],
      [x0, z1],
    ] as const)
      points.push(x, PLAIN - 0.3, z)
    indices.push(k, k + 2, k + 1, k, k + 3, k + 2)
  }
  rectangle(-OUTSIDE, -OUTSIDE, coast(BOUNDS.minZ) - 2, BOUNDS.minZ + 2)
  rectangle(-OUTSIDE, south, coast(BOUNDS.maxZ) - 2, OUTSIDE)
  rectangle(-OUTSIDE, BOUNDS.minZ, west, south)
  const sheet = (x0: number, z0: number, x1: number, z1: number): void => {
    const [columns, rows] = [
      Math.ceil((x1 - x0) / OUTSKIRTS_STEP),
      Math.ceil((z1 - z0) / OUTSKIRTS_STEP),
    ]
    const first = points.length / 3
    for (let j = 0; j <= rows; j += 1)
      for (let i = 0; i <= columns; i += 1) {
        const [x, z] = [x0 + ((x1 - x0) * i) / columns, z0 + ((z1 - z0) * j) / rows]
        points.push(x, hill(x, z), z)
        const k = first + j * (columns + 1) + i
        const below = k + columns + 1
        if (i < columns && j < rows) indices.push(k, below, k + 1, k + 1, below, below + 1)
      }
  }
  sheet(west, BOUNDS.minZ, BOUNDS.minX + 3, south)
  sheet(BOUNDS.minX + 3, BOUNDS.maxZ - 3, coast(BOUNDS.maxZ) - 2, south)
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(points), 3))
  geometry.setIndex(indices)
  geometry.computeVertexNormals()
  const material = materials.lambert({
    key: 'outskirts',
    fragmentDeclare: 'uniform vec3 uField;',
    colour: `float wooded = smoothstep(3.0, 9.0, vWorld.y);
      vec3 field = uField * (0.8 + 0.4 * hash12(floor(vWorld.xz / vec2(26.0, 17.0))));
      vec3 forest = vec3(0.052, 0.098, 0.028) * (0.55 + 0.9 * noise(vWorld.xz * 0.13 + vWorld.y * 0.1));
      diffuseColor.rgb = mix(field, forest, wooded);`,
  })
  const mesh = new Mesh(geometry, material)
  mesh.receiveShadow = false
  return mesh
}

/** The town's hills going on, with treetops, until they end in the plain. */
function hill(x: number, z: number): number {
  const out = Math.max(BOUNDS.minX - x, z - BOUNDS.maxZ, 0)
  const rise = height(x, z) - PLAIN
  const wooded = ramp(2, 9, rise)
  const tops = wooded * (6 + 9 * valueNoise(x * 0.06, z * 0.06)) * ramp(0, 40, out)
  return PLAIN - 0.1 + (rise + tops) * ramp(OUTSKIRTS, OUTSKIRTS * 0.25, out)
}
