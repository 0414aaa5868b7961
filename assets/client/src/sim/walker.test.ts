/** Walking: the same distance at any frame rate, along a route, and where the server says. */
import { describe, expect, it } from 'vitest'
import { Gait, type Ground, type Intent, type Pose } from '../town'
import {
  advance,
  corrected,
  goAlong,
  goTo,
  RUN_SPEED,
  shownPose,
  standing,
  STEP,
  STILL,
  type Walker,
  WALK_SPEED,
} from './walker'

const NORTH = Math.PI
const start: Pose = { x: 0, y: 0, z: 0, yaw: 0 }

/** Open ground with one wall along x = 20, and a way round it that only `path` knows. */
const field: Ground = {
  step: (pose, dx, dz) => ({ ...pose, x: Math.min(20, pose.x + dx), z: pose.z + dz }),
  path: (_x0, _z0, x, z) =>
    x > 20
      ? []
      : [
          [x / 2, z / 2],
          [x, z],
        ],
  floor: () => 0,
  lift: () => null,
  sight: (_from, _to, far) => far,
}

function walk(walker: Walker, seconds: number, rate: number, intent: Intent = STILL): Walker {
  let next = walker
  for (let frame = 0; frame < seconds * rate; frame += 1) {
    next = advance(next, 1 / rate, { intent, heading: NORTH, ground: field })
  }
  return next
}

const forward: Intent = { forward: 1, right: 0, run: false }

describe('walking along a way', () => {
  const far: Ground = { ...field, path: () => [[0, 100]] }

  it('runs a far one, but keeps a pace that was asked for', () => {
    const ran = walk(goTo(standing(start), { x: 0, z: 100 }, far), 4, 30)
    expect([ran.gait, Math.round(ran.pose.z)]).toEqual([Gait.run, Math.round(4 * RUN_SPEED)])
    const strolled = walk(goAlong(standing(start), [[0, 100]], 1.5), 4, 30)
    expect([strolled.gait, Math.round(strolled.pose.z)]).toEqual([Gait.walk, 6])
  })

  it('keeps the pace for that way only', () => {
    const strolling = goAlong(standing(start), [[0, 100]], 1.5)
    const ran = walk(goTo(strolling, { x: 0, z: 100 }, far), 4, 30)
    expect(ran.gait).toBe(Gait.run)
  })
})

describe('walking by hand', () => {
  it.each([5, 20, 60, 144])('covers the same ground at %i frames a second', (rate) => {
    const { pose } = walk(standing(start), 4, rate, forward)
    expect(-pose.z).toBeCloseTo(4 * WALK_SPEED, 0)
    expect(pose.x).toBeCloseTo(0)
  })

  it('goes right of where the camera looks, and turns that way', () => {
    const { pose } = walk(standing(start), 2, 30, { forward: 0, right: 1, run: true })
    expect(pose.x).toBeCloseTo(2 * RUN_SPEED, 0)
    expect(pose.z).toBeCloseTo(0)
    expect(pose.yaw).toBeCloseTo(Math.PI / 2, 1)
  })

  it('is no faster on a diagonal, slower with a gentle thumb, and rests with a resting one', () => {
    const diagonal = walk(standing(start), 2, 30, { forward: 1, right: 1, run: false }).pose
    expect(Math.hypot(diagonal.x, diagonal.z)).toBeCloseTo(2 * WALK_SPEED, 0)
    const gentle = walk(standing(start), 2, 30, { forward: 0.5, right: 0, run: false }).pose
    expect(-gentle.z).toBeCloseTo(WALK_SPEED, 0)
    const resting = walk(standing(start), 2, 30, { forward: 0.05, right: 0, run: false })
    expect(resting.pose).toEqual(start)
    expect(resting.gait).toBe(Gait.stand)
  })

  it('does not leap after a stall', () => {
    const late = advance(standing(start), 30, { intent: forward, heading: NORTH, ground: field })
    expect(-late.pose.z).toBeLessThan(WALK_SPEED)
  })

  it('is drawn between its steps', () => {
    const half = advance(standing(start), STEP * 1.5, {
      intent: forward,
      heading: NORTH,
      ground: field,
    })
    expect(-shownPose(half).z).toBeCloseTo((WALK_SPEED * STEP) / 2)
  })
})

describe('walking a route', () => {
  it('says from which storey to which it wants to go', () => {
    const asked: unknown[] = []
    const tower: Ground = { ...field, path: (...points) => (asked.push(points), []) }
    goTo(standing({ ...start, y: 18 }), { x: 6, z: 8, y: 2 }, tower)
    goTo(standing(start), { x: 6, z: 8 }, tower)
    expect(asked).toEqual([
      [0, 0, 6, 8, 18, 2],
      [0, 0, 6, 8, 0, undefined],
    ])
  })

  it('arrives, and stands', () => {
    const there = walk(goTo(standing(start), { x: 6, z: 8 }, field), 8, 60)
    expect(Math.hypot(there.pose.x - 6, there.pose.z - 8)).toBeLessThan(0.51)
    expect(there.route).toEqual([])
    expect(there.gait).toBe(Gait.stand)
  })

  it('runs while the way is long', () => {
    const going = walk(goTo(standing(start), { x: 18, z: 24 }, field), 1, 60)
    expect(going.gait).toBe(Gait.run)
    expect(walk(going, 4, 60).gait).toBe(Gait.walk)
  })

  it('ends when the visitor takes over', () => {
    const going = goTo(standing(start), { x: 6, z: 8 }, field)
    expect(walk(going, 0.1, 60, forward).route).toEqual([])
  })

  it('is given up where nothing moves any more', () => {
    const blocked = { ...standing(start), route: [[30, 0]] as const }
    const end = walk(blocked, 12, 60)
    expect(end.pose.x).toBe(20)
    expect(end.route).toEqual([])
  })

  it('does not start when there is no way', () => {
    expect(goTo(standing(start), { x: 30, z: 0 }, field).route).toEqual([])
  })
})

describe('a correction', () => {
  it('stands where the server says and forgets the route', () => {
    const going = walk(goTo(standing(start), { x: 18, z: 24 }, field), 1, 60)
    const put = corrected(going, { x: 1, y: 2, z: 3, yaw: 1 })
    expect(shownPose(put)).toEqual({ x: 1, y: 2, z: 3, yaw: 1 })
    expect(put.route).toEqual([])
  })
})
