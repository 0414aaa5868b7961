/** The light of an hour: colours of sky, sun and shade, shared by every material as uniforms. */
import { Color, Vector3 } from 'three'
import { SEA_LEVEL } from '../plan/height'

interface Hour {
  readonly at: number
  readonly zenith: number
  readonly horizon: number
  readonly sun: number
  readonly glow: number
  readonly sky: number
  readonly ground: number
  readonly sunStrength: number
  readonly skyStrength: number
  /** How lit windows and lanterns are. */
  readonly night: number
  readonly cloud: number
}

/** Ten moments of the day, found by eye; the hours between are mixed. */
const HOURS: readonly Hour[] = [
  {
    at: 0,
    zenith: 0x0a1230,
    horizon: 0x1b2747,
    sun: 0x9fb4e8,
    glow: 0x223058,
    sky: 0x50629a,
    ground: 0x1c2030,
    sunStrength: 0.55,
    skyStrength: 0.75,
    night: 1,
    cloud: 0x2a3656,
  },
  {
    at: 4.6,
    zenith: 0x101a3e,
    horizon: 0x2c3559,
    sun: 0x9fb4e8,
    glow: 0x3a3a5e,
    sky: 0x56648f,
    ground: 0x22242f,
    sunStrength: 0.45,
    skyStrength: 0.75,
    night: 1,
    cloud: 0x38426a,
  },
  {
    at: 6,
    zenith: 0x4a6fb0,
    horizon: 0xf0c3a4,
    sun: 0xffb98a,
    glow: 0xff9a62,
    sky: 0x8fa0c8,
    ground: 0x6b5b50,
    sunStrength: 1.5,
    skyStrength: 0.95,
    night: 0.35,
    cloud: 0xffd9c4,
  },
  {
    at: 8,
    zenith: 0x3f86d6,
    horizon: 0xcfe4f2,
    sun: 0xffe6c4,
    glow: 0xffd9a0,
    sky: 0xa8c4e6,
    ground: 0x877b66,
    sunStrength: 2.5,
    skyStrength: 1.1,
    night: 0,
    cloud: 0xffffff,
  },
  {
    at: 12,
    zenith: 0x2f7bd4,
    horizon: 0xc4e0f2,
    sun: 0xfff4e2,
    glow: 0xfff0cc,
    sky: 0xb4cfee,
    ground: 0x8e8470,
    sunStrength: 2.9,
    skyStrength: 1.15,
    night: 0,
    cloud: 0xffffff,
  },
  {
    at: 16,
    zenith: 0x3a80d0,
    horizon: 0xd6e2ea,
    sun: 0xffe7bf,
    glow: 0xffdc9c,
    sky: 0xadc2e0,
    ground: 0x8d7d66,
    sunStrength: 2.6,
    skyStrength: 1.1,
    night: 0,
    cloud: 0xfff8ee,
  },
  {
    at: 17.6,
    zenith: 0x4d74b4,
    horizon: 0xf7c795,
    sun: 0xffb970,
    glow: 0xff9a4a,
    sky: 0x9aa4c6,
    ground: 0x7d6450,
    sunStrength: 2.1,
    skyStrength: 0.95,
    night: 0.2,
    cloud: 0xffd0a8,
  },
  {
    at: 18.6,
    zenith: 0x38508f,
    horizon: 0xee9a78,
    sun: 0xff8a52,
    glow: 0xff6a38,
    sky: 0x7c82b0,
    ground: 0x5c4a48,
    sunStrength: 1.1,
    skyStrength: 0.85,
    night: 0.7,
    cloud: 0xe99a8c,
  },
  {
    at: 19.6,
    zenith: 0x141f4a,
    horizon: 0x3d4470,
    sun: 0x9fb4e8,
    glow: 0x50426c,
    sky: 0x5a6796,
    ground: 0x262838,
    sunStrength: 0.5,
    skyStrength: 0.75,
    night: 1,
    cloud: 0x454a74,
  },
  {
    at: 24,
    zenith: 0x0a1230,
    horizon: 0x1b2747,
    sun: 0x9fb4e8,
    glow: 0x223058,
    sky: 0x50629a,
    ground: 0x1c2030,
    sunStrength: 0.55,
    skyStrength: 0.75,
    night: 1,
    cloud: 0x2a3656,
  },
]

const SUNRISE = 5.4
const SUNSET = 19

export type Uniforms = ReturnType<typeof createUniforms>

function createUniforms() {
  return {
    uSunDirection: { value: new Vector3(0, 1, 0) },
    uZenith: { value: new Color() },
    uHorizon: { value: new Color() },
    uSun: { value: new Color() },
    uGlow: { value: new Color() },
    uCloud: { value: new Color() },
    uNight: { value: 0 },
    uTime: { value: 0 },
    uSea: { value: SEA_LEVEL },
    uFog: { value: 0.00115 },
  }
}

/** What lamps need to know of the hour. */
export interface Lamps {
  readonly sun: Color
  readonly sunStrength: number
  readonly sky: Color
  readonly ground: Color
  readonly skyStrength: number
}

export interface Atmosphere {
  readonly uniforms: Uniforms
  readonly lamps: Lamps
}

/** The atmosphere at a decimal hour of the day. */
export function createAtmosphere(hour: number): Atmosphere {
  const uniforms = createUniforms()
  const h = ((hour % 24) + 24) % 24
  const [a, b, share] = between(h)
  const blend = (key: 'zenith' | 'horizon' | 'sun' | 'glow' | 'sky' | 'ground' | 'cloud'): Color =>
    new Color(a[key]).lerp(new Color(b[key]), share)
  const level = (key: 'sunStrength' | 'skyStrength' | 'night'): number =>
    a[key] + (b[key] - a[key]) * share
  uniforms.uZenith.value = blend('zenith')
  uniforms.uHorizon.value = blend('horizon')
  uniforms.uSun.value = blend('sun')
  uniforms.uGlow.value = blend('glow')
  uniforms.uCloud.value = blend('cloud')
  uniforms.uNight.value = level('night')
  uniforms.uSunDirection.value = sunDirection(h)
  return {
    uniforms,
    lamps: {
      sun: blend('sun'),
      sunStrength: level('sunStrength'),
      sky: blend('sky'),
      ground: blend('ground'),
      skyStrength: level('skyStrength'),
    },
  }
}

function between(hour: number): readonly [Hour, Hour, number] {
  const next = HOURS.findIndex(({ at }) => at > hour)
  const [a, b] = [HOURS[next - 1], HOURS[next]]
  if (!a || !b) throw new RangeError(`no such hour: ${hour}`)
  return [a, b, (hour - a.at) / (b.at - a.at)]
}

/** The sun rises over the sea in the east, stands in the south, sets in the west; at night the moon takes its place. */
function sunDirection(hour: number): Vector3 {
  const day = hour > SUNRISE && hour < SUNSET
  const angle = day
    ? ((hour - SUNRISE) / (SUNSET - SUNRISE)) * Math.PI
    : ((hour >= SUNSET ? hour - SUNSET : hour + 24 - SUNSET) / (24 - SUNSET + SUNRISE)) * Math.PI
  const height = Math.max(0.06, Math.sin(angle) * (day ? 1 : 0.8))
  return new Vector3(Math.cos(angle), height, 0.55 + 0.12 * Math.sin(angle)).normalize()
}
