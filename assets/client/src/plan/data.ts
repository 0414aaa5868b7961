/** The town's data (assets/town/town.json) with types: what the server and both towns share. */
import {
  bounds,
  bridges,
  credits,
  frames,
  hills,
  islands,
  lines,
  mound,
  names,
  places,
  spawn,
} from '../../../town/town.json'
import type { Pose } from '../town'
import { type Line, smooth } from './polyline'

export type Language = 'ja' | 'en' | 'th' | 'ko' | 'zh-TW'
export type Texts = Readonly<Record<Language, string>>
export type IslandId = 'shrine' | 'hama' | 'castle' | 'shore'
type LineKind = 'river' | 'moat' | 'pond' | 'coast' | 'rail' | 'street' | 'road' | 'path'

/** A named spot of the town with a pose to stand at; one has arrived within `radius` metres. */
export interface Place extends Pose {
  readonly id: string
  readonly island: IslandId
  readonly radius: number
  readonly names: Texts
  readonly about: Texts
}

export interface Island {
  readonly id: IslandId
  readonly x: number
  readonly z: number
  readonly radius: number
  /** Metres from west to east and from north to south of the part that is at true scale. */
  readonly width: number
  readonly depth: number
  readonly names: Texts
}

/** A hill one can stand on, with a level top of radius `top` to look round from. */
export interface Hill {
  readonly id: string
  readonly x: number
  readonly z: number
  readonly radius: number
  readonly height: number
  readonly top: number
}

/** A deck over water; `yaw` is the direction of its length, `rise` the height of its arch. */
export interface Bridge extends Pose {
  readonly id: string
  readonly length: number
  readonly width: number
  readonly rise: number
}

/** A line on the ground with its width in metres, already smoothed into a curve. */
export interface Way {
  readonly id: string
  readonly kind: LineKind
  readonly width: number
  readonly line: Line
}

export const BOUNDS: {
  readonly minX: number
  readonly minZ: number
  readonly maxX: number
  readonly maxZ: number
} = bounds
export const SPAWN: Pose = spawn
export const NAMES: Texts = names
export const CREDITS: readonly string[] = credits
export const ISLANDS = islands as readonly Island[]
export const PLACES = places as readonly Place[]
export const BRIDGES: readonly Bridge[] = bridges
export const HILLS: readonly Hill[] = hills
/** The castle's raised honmaru: a rectangle with sloping sides. */
export const MOUND: {
  readonly x: number
  readonly z: number
  readonly halfX: number
  readonly halfZ: number
  readonly height: number
} = mound
export const SHRINE: { readonly x: number; readonly z: number } = frames.shrine

export const WAYS: readonly Way[] = lines.map((told) => {
  const { id, kind, width } = told
  const line = told.points as unknown as Line
  return {
    id,
    kind: kind as LineKind,
    width,
    line: 'cornered' in told && told.cornered ? line : smooth(line),
  }
})

/** The way with that id. Throws RangeError when the data has none. */
export function way(id: string): Way {
  const found = WAYS.find((one) => one.id === id)
  if (found === undefined) throw new RangeError(`town.json has no line ${id}`)
  return found
}

/** The place with that id. Throws RangeError when the data has none. */
export function place(id: string): Place {
  const found = PLACES.find((one) => one.id === id)
  if (found === undefined) throw new RangeError(`town.json has no place ${id}`)
  return found
}

/** The hill with that id. Throws RangeError when the data has none. */
export function hill(id: string): Hill {
  const found = HILLS.find((one) => one.id === id)
  if (found === undefined) throw new RangeError(`town.json has no hill ${id}`)
  return found
}

/** The bridge with that id. Throws RangeError when the data has none. */
export function bridge(id: string): Bridge {
  const found = BRIDGES.find((one) => one.id === id)
  if (found === undefined) throw new RangeError(`town.json has no bridge ${id}`)
  return found
}

/** Whether a way is water that stands still. */
export const isStill = ({ kind }: Way): boolean => kind === 'moat' || kind === 'pond'

/** Ways one walks on. */
export const WALKWAYS: readonly Way[] = WAYS.filter(
  ({ kind }) => kind === 'street' || kind === 'road' || kind === 'path',
)
