/** What can be heard where one stands at a moment, and how loud: distances, season and tide, no audio. */
import { hourOf } from '../nature/kashima-time'
import type { Moment } from '../nature/moment'
import { seaLevel } from '../nature/sea-level'
import { waterEdge } from '../nature/water-edge'
import { place, way } from '../plan/data'
import { coast, height } from '../plan/height'
import { ramp } from '../plan/noise'
import { nearness } from '../plan/polyline'

export const SOUNDS = [
  'river',
  'sea',
  'mud',
  'cicadas',
  'crickets',
  'frogs',
  'wind',
  'bell',
] as const
export type Sound = (typeof SOUNDS)[number]

/** Loudness from 0 to 1 of each sound, and where it comes from as the ear turns: -1 left, 1 right. */
export interface Heard {
  readonly loud: Readonly<Record<Sound, number>>
  readonly side: Readonly<Record<Sound, number>>
}

interface Ear {
  readonly x: number
  readonly z: number
  /** Radians; 0 looks along +z, growing towards +x. */
  readonly yaw: number
}

const RIVER_REACH = 60
const river = nearness([way('hama-gawa').line], RIVER_REACH)

/** Fades with distance: 1 within `near`, nothing from `far` on. */
const fading = (near: number, far: number, distance: number): number => ramp(far, near, distance)

/** How far to the right of where one looks a point lies. */
function sideOf({ x, z, yaw }: Ear, to: { readonly x: number; readonly z: number }): number {
  const [dx, dz] = [to.x - x, to.z - z]
  const away = Math.hypot(dx, dz)
  // Looking along +z, what lies along -x is at the right hand.
  return away < 1 ? 0 : (-dx * Math.cos(yaw) + dz * Math.sin(yaw)) / away
}

/** What is heard at a place of the town. */
export function heardAt(ear: Ear, moment: Moment): Heard {
  const { season, sun } = moment
  const hour = hourOf(moment.at)
  const day = ramp(-4, 6, sun.altitude)
  const out = ear.x - coast(ear.z)
  // Where the waves break: by the wall at high water, far out at low water.
  const edge = waterEdge(ear.z, seaLevel(moment.tide))
  const toSea = Math.abs(out - edge)
  const onShore = fading(0, 90, Math.max(0, -out))
  const bare = onShore * ramp(0.2, -1.2, seaLevel(moment.tide))
  const shrine = place('kaguraden')
  const toShrine = Math.hypot(ear.x - shrine.x, ear.z - shrine.z)
  const wooded = ramp(4, 16, height(ear.x, ear.z))
  const { summer, late } = insects(season, hour, day)
  const paddies = ramp(60, 20, Math.abs(height(ear.x, ear.z) - 2) * 40)
  const loud = {
    river: 0.9 * fading(6, RIVER_REACH, river(ear.x, ear.z)),
    sea: fading(4, 150, toSea),
    mud: 0.6 * bare * fading(0, 40, Math.max(0, -out)),
    cicadas: summer * (0.35 + 0.65 * wooded) * (1 - 0.7 * ramp(-30, 10, out)),
    crickets: late * (0.8 - 0.3 * onShore),
    frogs: season.fields.water * (1 - day) * 0.8 * paddies * (1 - onShore),
    wind: 0.14 + 0.3 * wooded + 0.22 * onShore,
    bell: fading(20, 120, toShrine),
  }
  const sea = { x: ear.x - out + edge, z: ear.z }
  const side = {
    river: 0,
    sea: sideOf(ear, sea),
    mud: sideOf(ear, sea) * 0.6,
    cicadas: 0,
    crickets: 0,
    frogs: 0,
    wind: 0,
    bell: sideOf(ear, shrine),
  }
  return { loud, side }
}

/** Cicadas by day from July to early September; crickets by night from late August to October. */
function insects(
  { fresh, autumn, fields, dry }: Moment['season'],
  hour: number,
  day: number,
): { readonly summer: number; readonly late: number } {
  const warm = (1 - dry) * (1 - autumn) * (1 - fresh)
  const high = fields.rice * warm
  // In the morning and the evening they are loudest.
  const chorus = 0.7 + 0.3 * Math.cos(((hour - 7) / 11) * 2 * Math.PI)
  return { summer: high * day * chorus, late: (fields.ripe + fields.stubble) * warm * (1 - day) }
}

/** Softer than this is not named as heard. */
const AUDIBLE = 0.12

/** What a listener would name, the loudest first. */
export function named({ loud }: Heard): readonly Sound[] {
  return SOUNDS.filter((sound) => loud[sound] > AUDIBLE).sort((a, b) => loud[b] - loud[a])
}
