/** The shader chunks we replace exist in this version of three, and ours end up in the programs. */
import { ShaderLib, type WebGLProgramParametersWithUniforms, type WebGLRenderer } from 'three'
import { describe, expect, it } from 'vitest'
import { createAtmosphere } from './atmosphere'
import { Materials } from './materials'
import { QUALITY } from './quality'

const compiled = (tier: 'low' | 'high') => {
  const materials = new Materials(createAtmosphere(12), QUALITY[tier])
  const material = materials.built()
  const shader = {
    uniforms: {} as Record<string, unknown>,
    vertexShader: ShaderLib.lambert.vertexShader,
    fragmentShader: ShaderLib.lambert.fragmentShader,
  }
  material.onBeforeCompile(
    shader as unknown as WebGLProgramParametersWithUniforms,
    {} as unknown as WebGLRenderer,
  )
  return { material, shader, materials }
}

describe('the built material', () => {
  it('draws patterns on the high tier and none on the low one', () => {
    expect(compiled('high').shader.fragmentShader).toContain('void pattern(')
    expect(compiled('low').shader.fragmentShader).not.toContain('void pattern(')
    expect(compiled('low').material.defines).toMatchObject({ LOW: 1 })
  })

  it('puts the fog before the tone curve, and the tone curve before the colour space', () => {
    const { fragmentShader } = compiled('high').shader
    const order = ['float veil', 'toned(gl_FragColor.rgb)', '#include <colorspace_fragment>'].map(
      (part) => fragmentShader.indexOf(part),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
    expect(fragmentShader).not.toContain('#include <fog_fragment>')
  })

  it('shares the light of the hour with every material', () => {
    const { shader, materials } = compiled('high')
    expect(shader.uniforms['uSunDirection']).toBe(materials.atmosphere.uniforms.uSunDirection)
  })

  it('says so when three has no such chunk any more', () => {
    const { materials } = compiled('high')
    const material = materials.lambert({ key: 'x', fragmentChunks: { no_such_chunk: '' } })
    const shader = { uniforms: {}, vertexShader: '', fragmentShader: '' }
    expect(() =>
      material.onBeforeCompile(
        shader as unknown as WebGLProgramParametersWithUniforms,
        {} as unknown as WebGLRenderer,
      ),
    ).toThrow(/no shader chunk/)
  })
})

describe('the light of an hour', () => {
  it('is there for every hour, with the sun over the horizon', () => {
    for (let hour = -2; hour < 26; hour += 0.25) {
      const { uniforms, lamps } = createAtmosphere(hour)
      expect(uniforms.uSunDirection.value.y).toBeGreaterThan(0)
      expect(lamps.sunStrength).toBeGreaterThan(0)
      expect(uniforms.uNight.value).toBeGreaterThanOrEqual(0)
    }
  })

  it('rises in the east, over the sea, and sets in the west', () => {
    expect(createAtmosphere(6).uniforms.uSunDirection.value.x).toBeGreaterThan(0.5)
    expect(createAtmosphere(12.2).uniforms.uSunDirection.value.z).toBeGreaterThan(0.4)
    expect(createAtmosphere(18).uniforms.uSunDirection.value.x).toBeLessThan(-0.5)
  })
})
