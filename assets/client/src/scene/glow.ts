/** Light of lanterns at night: a halo and a pool on the ground for each, all in one additive draw call. */
import {
  AdditiveBlending,
  BufferAttribute,
  BufferGeometry,
  InstancedMesh,
  Matrix4,
  ShaderMaterial,
} from 'three'
import type { Point3 } from './builder'
import type { Materials } from './materials'

/** A vertex with y = 9 belongs to the halo, which faces the camera. */
const QUADS = [-1, 0, -1, 1, 0, -1, 1, 0, 1, -1, 0, 1, -1, 9, -1, 1, 9, -1, 1, 9, 1, -1, 9, 1]

const VERTEX = /* glsl */ `
varying vec2 vAt;
varying float vStrength;
uniform float uNight;
void main() {
  vec3 foot = instanceMatrix[3].xyz;
  bool halo = position.y > 5.0;
  vAt = position.xz;
  vStrength = halo ? 0.55 : 0.42;
  vec4 v;
  if (halo) {
    v = viewMatrix * vec4(foot + vec3(0.0, 1.95, 0.0), 1.0);
    v.xy += position.xz * 1.1;
    v.z += 0.3;
  } else v = viewMatrix * vec4(foot + vec3(position.x * 3.6, 0.13, position.z * 3.6), 1.0);
  gl_Position = uNight < 0.05 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * v;
}`

const FRAGMENT = /* glsl */ `
varying vec2 vAt;
varying float vStrength;
uniform float uNight;
void main() {
  float d = max(0.0, 1.0 - length(vAt));
  gl_FragColor = vec4(vec3(1.0, 0.62, 0.28) * d * d * vStrength * uNight, 1.0);
}`

/** `feet` are the points on the ground under each light. */
export function lanternGlow(materials: Materials, feet: readonly Point3[]): InstancedMesh {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(QUADS), 3))
  geometry.setIndex([0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7])
  const material = new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
    uniforms: materials.atmosphere.uniforms,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  })
  const mesh = new InstancedMesh(geometry, material, feet.length)
  for (const [i, foot] of feet.entries()) mesh.setMatrixAt(i, new Matrix4().setPosition(...foot))
  mesh.frustumCulled = false
  mesh.renderOrder = 3
  return mesh
}
