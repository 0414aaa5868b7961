/** How others are shown between two beats: from the pose shown now to the newest one, never jumping. */
import { Gait, type Pose, type Segment } from '../town'

/** Metres beyond which an avatar is put down instead of walked: nobody runs that far in a beat. */
export const SNAP_METRES = 8

/** Seconds; below the shortest the walk stutters with the network, beyond the longest it lags. */
const SHORTEST_SPAN = 0.13
const LONGEST_SPAN = 0.3
/** Share added to the usual interval, so that a slightly late beat does not stop everybody. */
const SLACK = 1.2
/** Far avatars come once a second; a little more keeps them moving. */
export const FAR_SPAN = 1.1
const REMEMBERED_INTERVALS = 20
/** A pause longer than this says nothing about the rhythm: the tab slept or the line broke. */
const LONGEST_INTERVAL = 1

/** The recent rhythm of near beats, as intervals in seconds, the newest last. */
export type Rhythm = readonly number[]

/** The rhythm with one more interval in it. */
export function heard(rhythm: Rhythm, interval: number): Rhythm {
  if (interval <= 0 || interval > LONGEST_INTERVAL) return rhythm
  return [...rhythm, interval].slice(-REMEMBERED_INTERVALS)
}

/** Seconds a near avatar takes to reach its newest pose, from the rhythm of the line. */
export function spanOf(rhythm: Rhythm): number {
  if (rhythm.length === 0) return 0.15
  const sorted = [...rhythm].sort((a, b) => a - b)
  const high = sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0.1
  return Math.min(LONGEST_SPAN, Math.max(SHORTEST_SPAN, SLACK * high))
}

export interface Sample {
  readonly pose: Pose
  readonly gait: Gait
  readonly snap: boolean
}

/** The stretch that leads from what is shown at `now` to the sample; put there at once on a snap. */
export function follow(
  shown: Segment | null,
  sample: Sample,
  { now, span }: { now: number; span: number },
): Segment {
  const here = shown === null ? null : poseAt(shown, now)
  const jump =
    here === null ||
    sample.snap ||
    Math.hypot(sample.pose.x - here.x, sample.pose.z - here.z) > SNAP_METRES
  return {
    from: jump ? sample.pose : here,
    to: sample.pose,
    start: now,
    span: jump ? 0 : span,
    gait: sample.gait,
  }
}

/** Where an avatar is shown at `now`; before its start and after its end it stands still. */
export function poseAt({ from, to, start, span }: Segment, now: number): Pose {
  const share = span <= 0 ? 1 : Math.min(1, Math.max(0, (now - start) / span))
  return between(from, to, share)
}

/** Whether the avatar still moves at `now`, and how. */
export function gaitAt(segment: Segment, now: number): Gait {
  return now < segment.start + segment.span ? segment.gait : Gait.stand
}

/** The pose a share of the way from one to the other, turning the short way round. */
export function between(from: Pose, to: Pose, share: number): Pose {
  const mix = (a: number, b: number): number => a + (b - a) * share
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    z: mix(from.z, to.z),
    yaw: from.yaw + turn(from.yaw, to.yaw) * share,
  }
}

/** The smallest signed angle in radians that turns one heading into the other. */
export function turn(from: number, to: number): number {
  const full = 2 * Math.PI
  const angle = (((to - from) % full) + full) % full
  return angle > Math.PI ? angle - full : angle
}
