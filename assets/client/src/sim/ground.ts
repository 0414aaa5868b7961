/** The ground truth for walking: one step with sliding, the floor under a point, the way to a place. */
import type { Ground, Pose } from '../town'
import { Colliders, dry, type Floor, passable, withinBounds } from './colliders'
import { liftGoal } from './lift'
import { Paths } from './path'

/** Steps longer than this are walked in pieces, so that nobody passes through a wall. */
const LONGEST_STEP = 0.3

/** The town's ground; without lifts its ways are those one can go on foot. Nothing is computed until it is asked. */
export function createGround({ hasLifts = true }: { readonly hasLifts?: boolean } = {}): Ground {
  const colliders = new Colliders()
  const paths = new Paths(colliders, hasLifts)
  return {
    step: (pose, dx, dz) => walk(colliders, pose, dx, dz),
    path: (x0, z0, x1, z1, y0, y1) => paths.find({ x: x0, z: z0, y: y0 }, { x: x1, z: z1, y: y1 }),
    lift: liftGoal,
    floor: (x, z, y) => colliders.floor(x, z, y).y,
    sight: (from, to, far) => colliders.sight(from, to, far),
  }
}

function walk(colliders: Colliders, pose: Pose, dx: number, dz: number): Pose {
  if (!Number.isFinite(dx + dz)) return pose
  const pieces = Math.ceil(Math.hypot(dx, dz) / LONGEST_STEP)
  let at = pose
  for (let piece = 0; piece < pieces; piece += 1) at = step(colliders, at, dx / pieces, dz / pieces)
  return pieces === 0 ? { ...at, y: colliders.floor(at.x, at.z, at.y).y } : at
}

/** One short step; where the way is closed, what is left of it along x or along z. */
function step(colliders: Colliders, pose: Pose, dx: number, dz: number): Pose {
  const from = colliders.floor(pose.x, pose.z, pose.y)
  const there = stand(colliders, pose, from, dx, dz)
  if (there !== null) return there
  const aside = Math.abs(dx) > Math.abs(dz) ? ([dx, 0, 0, dz] as const) : ([0, dz, dx, 0] as const)
  return (
    stand(colliders, pose, from, aside[0], aside[1]) ??
    stand(colliders, pose, from, aside[2], aside[3]) ?? { ...pose, y: from.y }
  )
}

function stand(colliders: Colliders, pose: Pose, from: Floor, dx: number, dz: number): Pose | null {
  const wanted = withinBounds(pose.x + dx, pose.z + dz)
  const pushed = colliders.push(wanted.x, pose.y, wanted.z)
  const { x, z } = withinBounds(pushed.x, pushed.z)
  const floor = colliders.floor(x, z, pose.y)
  const run = Math.hypot(x - pose.x, z - pose.z)
  if (!passable(from, floor, run) || !dry(x, z, floor)) return null
  if (colliders.blocked(x, floor.y, z, 0)) return null
  // Who is already under something low may crawl out.
  if (colliders.low(x, z, floor.y) && !colliders.low(pose.x, pose.z, from.y)) return null
  return { x, y: floor.y, z, yaw: pose.yaw }
}
