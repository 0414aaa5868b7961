/** Lambert materials with the town's sky, fog, tone and patterns put into them. */
import {
  type MeshLambertMaterialParameters,
  MeshLambertMaterial,
  type WebGLProgramParametersWithUniforms,
} from 'three'
import type { Atmosphere } from './atmosphere'
import { FINISH, FOG, NOISE, SKY, TONE } from './glsl'
import { Surface } from './paint'
import { PATTERNS } from './patterns'
import type { Quality } from './quality'

/** Pieces of shader code a material adds to the shared ones. */
export interface Extra {
  /** Tells programs apart: three compares nothing else of what is patched in. */
  readonly key: string
  readonly parameters?: MeshLambertMaterialParameters
  readonly uniforms?: Readonly<Record<string, { value: unknown }>>
  readonly vertexDeclare?: string
  /** Before the position is projected; may change `transformed`. */
  readonly vertex?: string
  /** Replaces three's chunks of the vertex shader by name. */
  readonly vertexChunks?: Readonly<Record<string, string>>
  readonly fragmentDeclare?: string
  /** Changes `diffuseColor.rgb`; may set `gGlow` and `gRelief`. */
  readonly colour?: string
  readonly normal?: string
  /** After the lights, on `reflectedLight`. */
  readonly light?: string
  /** Replaces three's chunks of the fragment shader by name. */
  readonly fragmentChunks?: Readonly<Record<string, string>>
}

export class Materials {
  constructor(
    readonly atmosphere: Atmosphere,
    readonly quality: Quality,
  ) {}

  /** What GLSL needs to know of the tier. */
  get defines(): Record<string, number> {
    return this.quality.low ? { LOW: 1 } : {}
  }

  /** The one material of everything built: its surface number chooses the pattern. */
  built(): MeshLambertMaterial {
    const { low } = this.quality
    return this.lambert({
      key: 'built',
      vertexDeclare: `attribute vec4 aColour; attribute vec3 aPattern;
        flat varying int vKind; varying vec2 vPattern; varying vec4 vPaint;`,
      vertex:
        'vKind = int(aPattern.z + 0.5); vPattern = aPattern.xy; vPaint = vec4(aColour.rgb * aColour.rgb, aColour.a);',
      fragmentDeclare: `flat varying int vKind; varying vec2 vPattern; varying vec4 vPaint; ${low ? '' : PATTERNS}`,
      colour: low ? LOW_COLOUR : PATTERN_COLOUR,
      normal: low ? '' : RELIEF,
    })
  }

  /** A Lambert material with fog and tone like all others, and `extra` put in. */
  lambert(extra: Extra): MeshLambertMaterial {
    const material = new MeshLambertMaterial(extra.parameters)
    material.defines = { ...material.defines, ...this.defines }
    material.customProgramCacheKey = () => extra.key
    material.onBeforeCompile = (shader) => this.patch(shader, extra)
    return material
  }

  private patch(shader: WebGLProgramParametersWithUniforms, extra: Extra): void {
    Object.assign(shader.uniforms, this.atmosphere.uniforms, extra.uniforms)
    shader.vertexShader = replaceAll(shader.vertexShader, {
      ...extra.vertexChunks,
      common: `#include <common>\nvarying vec3 vWorld; uniform float uTime; ${extra.vertexDeclare ?? ''}`,
      project_vertex: `${extra.vertex ?? ''}
        vec4 inWorld = vec4(transformed, 1.0);
        #ifdef USE_INSTANCING
          inWorld = instanceMatrix * inWorld;
        #endif
        vWorld = (modelMatrix * inWorld).xyz;
        #include <project_vertex>`,
    })
    shader.fragmentShader = replaceAll(shader.fragmentShader, {
      ...extra.fragmentChunks,
      common: `#include <common>
        uniform float uNight, uTime, uFog;
        varying vec3 vWorld; vec3 gGlow = vec3(0.0); float gRelief = 0.0;
        ${SKY}${NOISE}${TONE}${extra.fragmentDeclare ?? ''}`,
      map_fragment: '',
      color_fragment: extra.colour ?? '',
      normal_fragment_maps: extra.normal ?? '',
      emissivemap_fragment: 'totalEmissiveRadiance += gGlow;',
      lights_fragment_end: `#include <lights_fragment_end>\n${extra.light ?? ''}`,
      tonemapping_fragment: FOG + FINISH,
      colorspace_fragment: '',
      fog_fragment: '',
    })
  }
}

/** Replaces each `#include <name>` once. Throws when three no longer has that chunk. */
function replaceAll(source: string, chunks: Readonly<Record<string, string>>): string {
  // All at once: a replacement may itself include chunks, which must stay as they are.
  const missing = new Set(Object.keys(chunks))
  const result = source.replace(/#include <(\w+)>/g, (include, name: string) => {
    const chunk = chunks[name]
    if (chunk === undefined) return include
    missing.delete(name)
    return chunk
  })
  if (missing.size > 0) throw new Error(`three has no shader chunk ${[...missing].join(', ')}`)
  return result
}

const LOW_COLOUR = /* glsl */ `
if (vKind == ${Surface.lit}) gGlow = vPaint.rgb * (0.18 + 1.7 * uNight);
else if (vKind == ${Surface.lattice} || vKind == ${Surface.paper}) gGlow = vec3(1.0, 0.6, 0.25) * uNight * 0.55;
diffuseColor.rgb *= (vKind == ${Surface.tiledWall} ? vec3(0.3) : vPaint.rgb) * vPaint.a;`

const PATTERN_COLOUR = /* glsl */ `
vec3 painted = vPaint.rgb;
pattern(vKind, vPattern, vWorld, painted, gRelief, gGlow);
diffuseColor.rgb *= painted * vPaint.a;`

/** Bump from the pattern's relief, by its slope on the screen. */
const RELIEF = /* glsl */ `{
  vec3 px = dFdx(vWorld), py = dFdy(vWorld);
  float rx = dFdx(gRelief), ry = dFdy(gRelief);
  vec3 N = inverseTransformDirection(normal, viewMatrix);
  vec3 r1 = cross(py, N), r2 = cross(N, px);
  float det = dot(px, r1);
  vec3 slope = sign(det) * (rx * r1 + ry * r2);
  vec3 bumped = normalize(abs(det) * N - slope * 0.9);
  if (abs(det) > 1e-9) normal = normalize((viewMatrix * vec4(bumped, 0.0)).xyz);
}`
