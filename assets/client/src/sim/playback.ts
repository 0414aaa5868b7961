/** How others are shown between two beats: from the pose shown now to the newest one, never jumping. */
import { Gait, type Pose, type Segment } from '../town'

/** Metres beyond which an avatar is put down instead of walked: nobody runs that far in a beat. */
export const SNAP_METRES = 8
/** Whoever was not seen for a while may have run this many metres a second, and was not put down. */
const FASTEST = 7
/** Metres beyond which nobody glides, however long they were unseen: not across half the town. */
const GLIDE_METRES = 40

/** Seconds; below the shortest the walk stutters with the network, beyond the longest it lags. */
const SHORTEST_SPAN = 0.13
const LONGEST_SPAN = 0.3
/** Share added to the usual interval, so that a slightly late beat does not stop everybody. */
const SLACK = 1.2
/** Those who come up in turns arrive a little after the next turn is due, and so keep moving. */
const TURN_SLACK = 1.1
/** Seconds; someone seen again after minutes is not led there for minutes. */
const LONGEST_PACE = 12
/** Seconds at most that someone lags behind who has just come near. */
const NEAR_PACE = 1
/** What remains of a slow pace with each sample that comes sooner, so that nobody darts ahead. */
const RELEASE = 0.7
/** Metres a second: who was led slower would crawl, so they walk, and then stand. */
const SLOWEST_WALK = 1.2
/** Metres a second, between the walk and the run of those who are seen too seldom to know. */
const WALK_TO_RUN = 3
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

/** Seconds between two samples of an avatar: grows at once, and falls back slowly. */
export function paceOf(before: number, sinceSeen: number, near: number | null): number {
  if (near !== null) return Math.max(near, RELEASE * Math.min(NEAR_PACE, before))
  return Math.min(LONGEST_PACE, Math.max(sinceSeen, RELEASE * before))
}

export interface Sample {
  readonly pose: Pose
  readonly gait: Gait
  readonly snap: boolean
}

/** How a sample is to be followed: in how many seconds, and how long nothing was known before it. */
export interface Following {
  readonly now: number
  readonly span: number
  readonly sinceSeen: number
}

/** The stretch that leads from what is shown at `now` to the sample; put there at once on a snap. */
export function follow(
  shown: Segment | null,
  sample: Sample,
  { now, span, sinceSeen }: Following,
): Segment {
  const to = sample.pose
  const here = shown === null ? null : poseAt(shown, now)
  const metres = here === null ? 0 : Math.hypot(to.x - here.x, to.z - here.z)
  const reach = Math.min(GLIDE_METRES, Math.max(SNAP_METRES, FASTEST * sinceSeen))
  if (here === null || sample.snap || metres > reach)
    return { from: to, to, start: now, span: 0, gait: sample.gait }
  if (span <= LONGEST_SPAN) return { from: here, to, start: now, span, gait: sample.gait }
  // A glide of seconds: at no less than a walk's speed, and with legs that move while it lasts.
  const glide = Math.min(span, Math.max(LONGEST_SPAN, metres / SLOWEST_WALK))
  const speed = metres / glide
  const legs = speed > WALK_TO_RUN ? Gait.run : metres > 0.1 ? Gait.walk : sample.gait
  return { from: here, to, start: now, span: glide, gait: legs }
}

/** Seconds in which someone who comes up in turns is led to their newest pose. */
export function turnSpan(pace: number): number {
  return Math.max(SHORTEST_SPAN, TURN_SLACK * pace)
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
