/** How somebody stands, and whether it differs from what was told of it. */
import type { Gait, Pose } from '../town'

export interface Stance {
  readonly pose: Pose
  readonly gait: Gait
}

/** Less than this nobody can see, and the wire cannot say. */
const SMALLEST_STEP = 0.005
const SMALLEST_TURN = 0.01

/** Whether the world must be told. */
export function isNews(told: Stance, now: Stance): boolean {
  return (
    told.gait !== now.gait ||
    Math.hypot(told.pose.x - now.pose.x, told.pose.z - now.pose.z) > SMALLEST_STEP ||
    Math.abs(told.pose.yaw - now.pose.yaw) > SMALLEST_TURN
  )
}
