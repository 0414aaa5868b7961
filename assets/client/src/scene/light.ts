/** The light of a moment by where the sun really stands: hand-mixed palettes between deep night and noon. */
import { Color } from 'three'
import { ramp } from '../plan/noise'
import type { Bearing } from '../nature/sun'

/** Colours and strengths of one moment. */
export interface Light {
  readonly zenith: Color
  readonly horizon: Color
  readonly sun: Color
  readonly glow: Color
  readonly sky: Color
  readonly ground: Color
  readonly cloud: Color
  readonly sunStrength: number
  readonly skyStrength: number
  /** How lit windows and lanterns are. */
  readonly night: number
}

/** Altitude of the sun, then zenith, horizon, sun, glow, sky, ground, cloud; then three strengths. */
type Key = readonly [
  altitude: number,
  colours: readonly [number, number, number, number, number, number, number],
  strengths: readonly [sun: number, sky: number, night: number],
]

const NIGHT: Key = [
  -18,
  [0x0a1230, 0x1b2747, 0x9fb4e8, 0x223058, 0x50629a, 0x1c2030, 0x2a3656],
  [0.6, 0.95, 1],
]
const NOON: Key = [
  58,
  [0x2f7bd4, 0xc4e0f2, 0xfff4e2, 0xfff0cc, 0xb4cfee, 0x8e8470, 0xffffff],
  [2.9, 1.15, 0],
]

/** While the sun climbs: cool nights, a peach-coloured horizon, clear forenoons. Found by eye. */
const MORNING: readonly Key[] = [
  NIGHT,
  [-10, [0x101a3e, 0x2c3559, 0x9fb4e8, 0x3a3a5e, 0x56648f, 0x22242f, 0x38426a], [0.5, 0.9, 1]],
  [-4, [0x2c4580, 0x9d7f8c, 0xe8a892, 0xd0705c, 0x7383b0, 0x453d40, 0xb09aa4], [0.7, 0.85, 0.8]],
  [3, [0x4a6fb0, 0xf0c3a4, 0xffb98a, 0xff9a62, 0x8fa0c8, 0x6b5b50, 0xffd9c4], [1.5, 0.95, 0.3]],
  [20, [0x3f86d6, 0xcfe4f2, 0xffe6c4, 0xffd9a0, 0xa8c4e6, 0x877b66, 0xffffff], [2.5, 1.1, 0]],
  NOON,
]

/** While it sinks: warm long afternoons, an orange horizon, a violet dusk. */
const EVENING: readonly Key[] = [
  NIGHT,
  [-10, [0x141f4a, 0x3d4470, 0x9fb4e8, 0x50426c, 0x5a6796, 0x262838, 0x454a74], [0.55, 0.9, 1]],
  [-3, [0x2e427f, 0xc07a78, 0xf08a60, 0xe05a3c, 0x6c76a6, 0x453c44, 0xb27c86], [0.8, 0.8, 0.9]],
  [2, [0x38508f, 0xee9a78, 0xff8a52, 0xff6a38, 0x7c82b0, 0x5c4a48, 0xe99a8c], [1.2, 0.88, 0.6]],
  [10, [0x4d74b4, 0xf7c795, 0xffb970, 0xff9a4a, 0x9aa4c6, 0x7d6450, 0xffd0a8], [2.1, 0.95, 0.15]],
  [26, [0x3a80d0, 0xd6e2ea, 0xffe7bf, 0xffdc9c, 0xadc2e0, 0x8d7d66, 0xfff8ee], [2.6, 1.1, 0]],
  NOON,
]

function along(keys: readonly Key[], altitude: number): Light {
  const above = keys.findIndex(([at]) => at > altitude)
  const [a, b] =
    above < 0
      ? [keys[keys.length - 1], keys[keys.length - 1]]
      : [keys[Math.max(0, above - 1)], keys[above]]
  if (!a || !b) throw new RangeError(`no light for ${altitude}`)
  const share = a[0] === b[0] ? 0 : Math.min(1, Math.max(0, (altitude - a[0]) / (b[0] - a[0])))
  const colour = (i: 0 | 1 | 2 | 3 | 4 | 5 | 6): Color =>
    new Color(a[1][i]).lerp(new Color(b[1][i]), share)
  const strength = (i: 0 | 1 | 2): number => a[2][i] + (b[2][i] - a[2][i]) * share
  return {
    zenith: colour(0),
    horizon: colour(1),
    sun: colour(2),
    glow: colour(3),
    sky: colour(4),
    ground: colour(5),
    cloud: colour(6),
    sunStrength: strength(0),
    skyStrength: strength(1),
    night: strength(2),
  }
}

/** The light when the sun stands there. */
export function lightOf({ altitude, azimuth }: Bearing): Light {
  const [morning, evening] = [along(MORNING, altitude), along(EVENING, altitude)]
  // In winter the sun never reaches the palette of noon: forenoon passes into afternoon in the south.
  const late = ramp(150, 210, azimuth)
  const mixed = (key: 'sunStrength' | 'skyStrength' | 'night'): number =>
    morning[key] + (evening[key] - morning[key]) * late
  const blend = (
    key: 'zenith' | 'horizon' | 'sun' | 'glow' | 'sky' | 'ground' | 'cloud',
  ): Color => morning[key].lerp(evening[key], late)
  return {
    zenith: blend('zenith'),
    horizon: blend('horizon'),
    sun: blend('sun'),
    glow: blend('glow'),
    sky: blend('sky'),
    ground: blend('ground'),
    cloud: blend('cloud'),
    sunStrength: mixed('sunStrength'),
    skyStrength: mixed('skyStrength'),
    night: mixed('night'),
  }
}
