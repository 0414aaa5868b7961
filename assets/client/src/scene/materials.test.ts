/** The shader chunks we replace exist in this version of three, and ours end up in the programs. */
import { ShaderLib, type WebGLProgramParametersWithUniforms, type WebGLRenderer } from 'three'
import { describe, expect, it } from 'vitest'
import { momentAt } from '../nature/moment'
import { createAtmosphere } from './atmosphere'
import { Materials } from './materials'
import { QUALITY } from './quality'

const compiled = (tier: 'low' | 'high') => {
  const materials = new Materials(createAtmosphere(momentAt(Date.UTC(2026, 3, 1, 3))), QUALITY[tier])
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

describe('the light of a moment', () => {
  const at = (day: string, hour: number) =>
    createAtmosphere(momentAt(Date.parse(`${day}T00:00:00+09:00`) + hour * 3_600_000))

  it('is there for every hour of every season, with the lamp over the horizon', () => {
    for (const day of ['2026-01-05', '2026-04-01', '2026-06-21', '2026-10-20'])
      for (let hour = 0; hour < 24; hour += 0.25) {
        const { uniforms, lit, lamp } = at(day, hour)
        expect(lamp.y).toBeGreaterThan(0)
        expect(lit.sunStrength).toBeGreaterThan(0.02)
        expect(lit.skyStrength).toBeGreaterThan(0.5)
        expect(uniforms.uNight.value).toBeGreaterThanOrEqual(0)
      }
  })

  it('rises in the east, over the sea, and sets in the west', () => {
    expect(at('2026-03-20', 6.6).uniforms.uSunDirection.value.x).toBeGreaterThan(0.9)
    expect(at('2026-03-20', 12.4).uniforms.uSunDirection.value.z).toBeGreaterThan(0.5)
    expect(at('2026-03-20', 18).uniforms.uSunDirection.value.x).toBeLessThan(-0.9)
  })

  it('is the moon by night, when there is one', () => {
    const full = at('2026-08-28', 23).uniforms
    expect(full.uMoon.value).toBe(1)
    expect(full.uSunDirection.value.dot(full.uTrueSun.value)).toBeLessThan(-0.9)
    const none = at('2026-02-17', 23).uniforms
    expect(none.uMoon.value).toBe(0)
    expect(none.uSun.value.getHex()).toBe(0)
  })

  it('never jumps by day', () => {
    for (const day of ['2026-01-05', '2026-06-21'])
      for (let hour = 7.5; hour < 17; hour += 0.05) {
        const [a, b] = [at(day, hour).lit, at(day, hour + 0.05).lit]
        expect(Math.abs(a.sunStrength - b.sunStrength)).toBeLessThan(0.08)
        expect(Math.abs(a.sky.r - b.sky.r)).toBeLessThan(0.03)
      }
  })
})
