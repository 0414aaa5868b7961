/** A recorded walk: where it stands at each moment. Pure, and by the same rule as the world's own (`world_server/sim/script.py`). */
import { turn } from '../sim/playback'
import { Gait, type Pose } from '../town'

/** At that millisecond it stands there: metres, and a heading in radians. */
export type Mark = readonly [at: number, x: number, y: number, z: number, yaw: number]

/** Metres a second beyond which it runs. */
const FASTEST_WALK = 3.9
/** Metres between two marks below which it only stands and turns. */
const SMALLEST_STEP = 0.01

export interface Stance {
  readonly pose: Pose
  readonly gait: Gait
}

/** Where it is at that millisecond, and how it moves; null without any mark. */
export function stanceAt(marks: readonly Mark[], at: number): Stance | null {
  const after = firstAfter(marks, at)
  const [before, next] = [marks[after - 1], marks[after]]
  const only = before ?? next
  if (only === undefined) return null
  return before === undefined || next === undefined
    ? { pose: poseOf(only), gait: Gait.stand }
    : between(before, next, at)
}

function between(start: Mark, end: Mark, at: number): Stance {
  const share = (at - start[0]) / (end[0] - start[0])
  const [a, b] = [poseOf(start), poseOf(end)]
  const away = Math.hypot(b.x - a.x, b.z - a.z)
  const stands = away <= SMALLEST_STEP
  const isFast = away > (FASTEST_WALK * (end[0] - start[0])) / 1000
  return {
    pose: {
      x: a.x + (b.x - a.x) * share,
      y: a.y + (b.y - a.y) * share,
      z: a.z + (b.z - a.z) * share,
      yaw: stands ? a.yaw + turn(a.yaw, b.yaw) * share : Math.atan2(b.x - a.x, b.z - a.z),
    },
    gait: stands ? Gait.stand : isFast ? Gait.run : Gait.walk,
  }
}

const poseOf = ([, x, y, z, yaw]: Mark): Pose => ({ x, y, z, yaw })

/** The index of the first mark later than that; of marks at one moment the last counts. */
function firstAfter(marks: readonly Mark[], at: number): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.[0] ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low
}
