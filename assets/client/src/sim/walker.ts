/** The visitor's own avatar: intent or a route in, steps on the ground out; pure and independent of frame rate. */
import { Gait, type Ground, type Intent, type Pose } from '../town'
import { LIFT_SPEED } from './lift'
import { between, turn } from './playback'

/** Metres per second. */
export const WALK_SPEED = 2.6
export const RUN_SPEED = 5.2

/** Seconds of one step; fixed, so that a slow phone walks exactly as far as a fast one. */
export const STEP = 1 / 30
/** Seconds of walking made up for after a stall; more would be a leap. */
const LONGEST_CATCH_UP = 0.5
/** Input weaker than this is a resting thumb. */
const DEAD_ZONE = 0.08
/** Metres from a way point at which the next one counts. */
const REACHED = 0.5
/** Metres of way ahead beyond which a route is run. */
const WORTH_RUNNING = 15
/** Seconds without progress after which a route is given up. */
const PATIENCE = 1
/** Radians turned per second towards the way one walks. */
const TURN_SPEED = 10

type Point = readonly [x: number, z: number]

export interface Walker {
  readonly pose: Pose
  readonly before: Pose
  readonly gait: Gait
  /** Way points still ahead. */
  readonly route: readonly Point[]
  /** Seconds not yet walked, less than a step. */
  readonly owed: number
  /** Seconds the route has made no progress. */
  readonly stalled: number
  /** The height to which a lift is carrying the walker. */
  readonly ride?: number
  /** A lift has brought the walker here, and sets off again only after being left. */
  readonly rode?: boolean
  /** Metres a second at which the route is walked; without it far ways are run. */
  readonly pace?: number
}

export const STILL: Intent = { forward: 0, right: 0, run: false }

/** Whether somebody steers by hand, and does not just rest a thumb. */
export function isSteering({ forward, right }: Intent): boolean {
  return Math.hypot(forward, right) > DEAD_ZONE
}

/** A walker standing at that pose. */
export function standing(pose: Pose): Walker {
  return { pose, before: pose, gait: Gait.stand, route: [], owed: 0, stalled: 0 }
}

/** A point to walk to; without `y` the lowest storey is meant. */
export interface Target {
  readonly x: number
  readonly z: number
  readonly y?: number
}

/** The walker with a way to that point, or without one when there is none. */
export function goTo(walker: Walker, { x, z, y }: Target, ground: Ground): Walker {
  const { pose } = walker
  return goAlong(walker, ground.path(pose.x, pose.z, x, z, pose.y, y))
}

/** The walker with that way before it, to be walked at `pace` metres a second if it is given. */
export function goAlong(walker: Walker, route: readonly Point[], pace?: number): Walker {
  const { pace: _, ...rest } = walker
  return { ...rest, route, stalled: 0, ...(pace !== undefined && { pace }) }
}

/** The walker put right by the server: it stands there now, and its route is void. */
export function corrected(walker: Walker, pose: Pose): Walker {
  return { ...standing(pose), owed: walker.owed }
}

export interface Step {
  readonly intent: Intent
  /** Which way "forward" is, in radians. */
  readonly heading: number
  readonly ground: Ground
}

/** The walker `seconds` later. */
export function advance(walker: Walker, seconds: number, step: Step): Walker {
  let owed = walker.owed + Math.min(LONGEST_CATCH_UP, Math.max(0, seconds))
  let next = walker
  while (owed >= STEP) {
    next = oneStep(next, step)
    owed -= STEP
  }
  return { ...next, owed }
}

/** The pose to draw: steps are fixed, frames are not, so it lies between the last two steps. */
export function shownPose({ before, pose, owed }: Walker): Pose {
  return between(before, pose, owed / STEP)
}

/** The walker's next step, unless a lift has it: its doors open at the other end. */
function oneStep(walker: Walker, step: Step): Walker {
  const { ride, ...rest } = walker
  if (ride !== undefined) return riding(rest, ride)
  const goal = step.ground.lift(walker.pose)
  if (goal === null) return freeStep({ ...rest, rode: false }, step)
  return walker.rode === true ? freeStep(rest, step) : riding(rest, goal)
}

function riding(walker: Walker, goal: number): Walker {
  const { pose } = walker
  const left = goal - pose.y
  const rise = Math.sign(left) * Math.min(Math.abs(left), LIFT_SPEED * STEP)
  const there = Math.abs(left) <= LIFT_SPEED * STEP
  return {
    ...walker,
    before: pose,
    pose: { ...pose, y: pose.y + rise },
    gait: Gait.stand,
    stalled: 0,
    ...(there ? { rode: true } : { ride: goal }),
  }
}

function freeStep(walker: Walker, { intent, heading, ground }: Step): Walker {
  const pushed = Math.hypot(intent.forward, intent.right)
  if (isSteering(intent)) {
    const speed = Math.min(1, pushed) * (intent.run ? RUN_SPEED : WALK_SPEED)
    const forward = intent.forward / pushed
    const right = intent.right / pushed
    const x = forward * Math.sin(heading) - right * Math.cos(heading)
    const z = forward * Math.cos(heading) + right * Math.sin(heading)
    const gait = intent.run ? Gait.run : Gait.walk
    return stepped({ ...walker, route: [], stalled: 0 }, [x * speed, z * speed], { gait, ground })
  }
  return alongRoute(walker, ground)
}

function alongRoute(walker: Walker, ground: Ground): Walker {
  const { pose } = walker
  const route = dropReached(walker.route, pose)
  const [target] = route
  if (target === undefined) {
    return { ...walker, before: pose, gait: Gait.stand, route, stalled: 0 }
  }
  const { pace } = walker
  const run = pace === undefined && lengthAhead(pose, route) > WORTH_RUNNING
  const dx = target[0] - pose.x
  const dz = target[1] - pose.z
  const distance = Math.hypot(dx, dz)
  const speed = Math.min(pace ?? (run ? RUN_SPEED : WALK_SPEED), distance / STEP)
  const next = stepped({ ...walker, route }, [(dx / distance) * speed, (dz / distance) * speed], {
    gait: run ? Gait.run : Gait.walk,
    ground,
  })
  const gained = distance - Math.hypot(target[0] - next.pose.x, target[1] - next.pose.z)
  const stalled = gained < (WALK_SPEED * STEP) / 4 ? walker.stalled + STEP : 0
  // Someone moved a barrier, or the way leads past an edge: stopping beats marching on the spot.
  return stalled > PATIENCE ? { ...next, route: [], stalled: 0 } : { ...next, stalled }
}

function stepped(
  walker: Walker,
  [vx, vz]: Point,
  { gait, ground }: { gait: Gait; ground: Ground },
): Walker {
  const { pose } = walker
  const moved = ground.step(pose, vx * STEP, vz * STEP)
  const wanted = Math.atan2(vx, vz)
  const yaw = pose.yaw + turn(pose.yaw, wanted) * Math.min(1, TURN_SPEED * STEP)
  return { ...walker, before: pose, pose: { ...moved, yaw }, gait }
}

function dropReached(route: readonly Point[], pose: Pose): readonly Point[] {
  let first = 0
  for (const [x, z] of route) {
    if (Math.hypot(x - pose.x, z - pose.z) >= REACHED) break
    first += 1
  }
  return first === 0 ? route : route.slice(first)
}

/** Metres of way a walker still has before them. */
export function metresAhead({ pose, route }: Walker): number {
  return lengthAhead(pose, route)
}

function lengthAhead(pose: Pose, route: readonly Point[]): number {
  let length = 0
  let [x, z] = [pose.x, pose.z]
  for (const [nextX, nextZ] of route) {
    length += Math.hypot(nextX - x, nextZ - z)
    x = nextX
    z = nextZ
  }
  return length
}
