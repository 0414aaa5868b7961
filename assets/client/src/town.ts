/** The seam between the shell (net, ui) and the scene: what each may ask of the other. Types alone. */
import type { Moment } from './nature/moment'

/** Metres: x east, y up, z south. `yaw` in radians, 0 looks along +z, growing towards +x. */
export interface Pose {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly yaw: number
}

/** Low nibble of the wire's state byte. */
export const Gait = { stand: 0, walk: 1, run: 2 } as const
export type Gait = (typeof Gait)[keyof typeof Gait]

export const Emote = { wave: 1, bow: 2, clap: 3, point: 4, yassa: 5 } as const
export type Emote = (typeof Emote)[keyof typeof Emote]

export type Role = 'visitor' | 'guide' | 'staff'

/** A visitor's body as the roster tells it; poses come separately. */
export interface AvatarCard {
  readonly id: number
  readonly name: string
  /** Packed appearance, below 2^24; see `sim/look`. */
  readonly look: number
  readonly role: Role
  /** A recording walks there, and nobody (rule RG1). */
  readonly recorded?: true
}

/** A stretch of motion: leave `from` at `start`, reach `to` after `span` seconds (client clock). */
export interface Segment {
  readonly from: Pose
  readonly to: Pose
  readonly start: number
  readonly span: number
  readonly gait: Gait
}

export type Tier = 'low' | 'mid' | 'high'

/** What the person asks their own avatar to do in this step; axes from -1 to 1, camera-relative. */
export interface Intent {
  readonly forward: number
  readonly right: number
  readonly run: boolean
}

/** The town drawn in three dimensions. Owns the canvas, the camera and the frame loop's drawing. */
export interface TownScene {
  /** Put the visitor's own avatar there; called every frame. */
  own(pose: Pose, gait: Gait): void
  ownCard(card: AvatarCard): void
  come(card: AvatarCard): void
  leave(id: number): void
  /** The newest stretch of motion of another avatar, from `sim/playback`. */
  move(id: number, segment: Segment): void
  emote(id: number, emote: Emote): void
  /** Turn the camera by pixels of drag; zoom by notches. */
  look(dx: number, dy: number): void
  zoom(notches: number): void
  /** Camera heading in radians, so that the shell can turn an Intent into a walk. */
  heading(): number
  /** The ground point under a canvas position (CSS pixels), or null for sky. */
  pick(x: number, y: number): { x: number; y: number; z: number } | null
  /** Draw one frame; `now` in seconds of performance.now(). */
  frame(now: number): void
  /** Time goes on: light and sea become those of that moment. */
  setMoment(moment: Moment): void
  resize(width: number, height: number): void
  stop(): void
}

export interface SceneOptions {
  readonly canvas: HTMLCanvasElement
  readonly tier: Tier
  /** What moment it is in Kashima: light, tide, season, festival. */
  readonly moment: Moment
  readonly reducedMotion: boolean
  /** Shares of the start-up done, 0 to 1, for the progress line. */
  readonly progress: (share: number) => void
}

/** Ground truth for walking, shared by 3D and flat town: pure, no DOM, no three. */
export interface Ground {
  /** One step of a walk from `pose` by a world-space displacement in metres, with sliding. */
  step(pose: Pose, dx: number, dz: number): Pose
  /**
   * Way points (x, z) from one point to another, both included, empty when there is no way.
   * Heights tell storeys apart (on the stage, or under it); without them the lowest is meant.
   */
  path(
    x0: number,
    z0: number,
    x1: number,
    z1: number,
    y0?: number,
    y1?: number,
  ): ReadonlyArray<readonly [number, number]>
  /** The height to which a lift takes whoever stands at that pose, or null when there is none. */
  lift(pose: Pose): number | null
  /** The height of the highest floor there that is not above a step up from `y`. */
  floor(x: number, z: number, y: number): number
  /** Metres free of ground and walls from a point along a unit direction, at most `far`. */
  sight(
    from: readonly [x: number, y: number, z: number],
    to: readonly [x: number, y: number, z: number],
    far: number,
  ): number
}
