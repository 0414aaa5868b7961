/** The light, the sea's level and the season of a moment, shared by every material as uniforms. */
import { Color, Vector3 } from 'three'
import type { Dress } from '../nature/calendar'
import type { Moment } from '../nature/moment'
import { seaLevel } from '../nature/sea-level'
import type { Season } from '../nature/season'
import type { Bearing } from '../nature/sun'
import { ramp } from '../plan/noise'
import { lightOf } from './light'

export type Uniforms = ReturnType<typeof createUniforms>

function createUniforms() {
  return {
    /** Where the light comes from: the sun, at night the moon. */
    uSunDirection: { value: new Vector3(0, 1, 0) },
    /** Where the sun is, even under the horizon: it lights one side of the moon. */
    uTrueSun: { value: new Vector3(0, 1, 0) },
    /** Whether the disc in the sky is the moon's. */
    uMoon: { value: 0 },
    uZenith: { value: new Color() },
    uHorizon: { value: new Color() },
    uSun: { value: new Color() },
    uGlow: { value: new Color() },
    uCloud: { value: new Color() },
    uNight: { value: 0 },
    uTime: { value: 0 },
    uSea: { value: 0 },
    uFog: { value: 0.00115 },
    /** Dry grass, and fallen petals, as shares. */
    uDry: { value: 0 },
    uPetals: { value: 0 },
    /** The colour of fields beyond the bounds. */
    uField: { value: new Color() },
  }
}

/** What lamps need to know of the moment. */
export interface Lit {
  readonly sun: Color
  sunStrength: number
  readonly sky: Color
  readonly ground: Color
  skyStrength: number
}

/** Altitude of the sun under which the moon takes its place as the source of light. */
const MOON_TAKES_OVER = -7
/** The lowest a lamp stands, as the sine of its altitude: shadows must end somewhere. */
const LOWEST_LAMP = 0.06
/** Where light comes from in a night without a moon: high, from the south. */
const STARLIGHT: Bearing = { altitude: 55, azimuth: 160 }

export class Atmosphere {
  readonly uniforms = createUniforms()
  readonly lit: Lit = {
    sun: new Color(),
    sunStrength: 0,
    sky: new Color(),
    ground: new Color(),
    skyStrength: 0,
  }
  /** Where the lamp stands: never under the horizon. */
  readonly lamp = new Vector3(0, 1, 0)

  constructor(moment: Moment) {
    this.set(moment)
  }

  get season(): Season {
    return this.moment.season
  }

  get dress(): Dress {
    return this.moment.dress
  }

  get hour(): number {
    return this.moment.hour
  }

  private moment!: Moment

  /** Make it that moment from now on. */
  set(moment: Moment): void {
    this.moment = moment
    const { uniforms, lit, lamp } = this
    const light = lightOf(moment.sun)
    const night = moment.sun.altitude < MOON_TAKES_OVER
    const moonUp = moment.moon.altitude > 1
    const source = night ? (moonUp ? moment.moon : STARLIGHT) : moment.sun
    uniforms.uTrueSun.value.copy(toward(moment.sun))
    uniforms.uSunDirection.value.copy(toward(source))
    uniforms.uMoon.value = night && moonUp ? 1 : 0
    uniforms.uZenith.value.copy(light.zenith)
    uniforms.uHorizon.value.copy(light.horizon)
    uniforms.uCloud.value.copy(light.cloud)
    uniforms.uNight.value = light.night
    uniforms.uSea.value = seaLevel(moment.tide)
    const full = (1 - Math.cos((moment.phase * Math.PI) / 180)) / 2
    const moonlight = night ? (moonUp ? 0.4 + 0.75 * full : 0.35) : 1
    // Sun and moon pass the light on to one another in the dark between them.
    const handing = 0.3 + 0.7 * ramp(0, 3, Math.abs(moment.sun.altitude - MOON_TAKES_OVER))
    uniforms.uSun.value.copy(light.sun).multiplyScalar(night && !moonUp ? 0 : 1)
    uniforms.uGlow.value.copy(light.glow).multiplyScalar(night && !moonUp ? 0.25 : 1)
    lamp.copy(uniforms.uSunDirection.value)
    lamp.y = Math.max(LOWEST_LAMP, lamp.y)
    lamp.normalize()
    lit.sun.copy(light.sun)
    lit.sunStrength = light.sunStrength * moonlight * handing
    lit.sky.copy(light.sky)
    lit.ground.copy(light.ground)
    lit.skyStrength = light.skyStrength
    this.grow(moment.season)
  }

  private grow({ dry, petals, fields }: Season): void {
    const { uDry, uPetals, uField } = this.uniforms
    uDry.value = dry
    uPetals.value = petals
    const field = new Color(0, 0, 0)
    const add = (hex: number, share: number): void => {
      field.add(new Color(hex).multiplyScalar(share))
    }
    for (const [kind, share] of Object.entries(fields) as [keyof typeof FIELD_TINTS, number][])
      add(FIELD_TINTS[kind], share)
    uField.value.copy(field)
  }
}

/** What a field looks like from afar. */
export const FIELD_TINTS = {
  barley: 0x84a351,
  ripe: 0xc9a94e,
  water: 0x93a9ad,
  rice: 0x86a84e,
  stubble: 0xb09a6b,
} as const

/** A direction in the town: x east, y up, z south. */
export function toward({ altitude, azimuth }: Bearing): Vector3 {
  const [up, round] = [(altitude * Math.PI) / 180, (azimuth * Math.PI) / 180]
  return new Vector3(
    Math.sin(round) * Math.cos(up),
    Math.sin(up),
    -Math.cos(round) * Math.cos(up),
  )
}

/** The atmosphere of a moment. */
export const createAtmosphere = (moment: Moment): Atmosphere => new Atmosphere(moment)
