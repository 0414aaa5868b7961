/** The lift beside the stage: stand in it and it carries you, and a way may lead through it. */
import { describe, expect, it } from 'vitest'
import { place } from '../plan/data'
import { COURT, DECK, fromShrine, LIFT } from '../plan/shrine'
import type { Pose } from '../town'
import { createGround } from './ground'
import { LIFT_SPEED } from './lift'
import { advance, goTo, standing, STEP, STILL, type Walker } from './walker'

const ground = createGround()
const still = { intent: STILL, heading: 0, ground }
const FASTEST = 5.5

const at = (across: number, ahead: number, y: number): Pose => {
  const [x, z] = fromShrine(across, ahead)
  return { x, y: ground.floor(x, z, y), z, yaw: 0 }
}

/** Everywhere the walker is until it stands still, at most `seconds` later. */
function lived(walker: Walker, seconds: number, step = still): Walker[] {
  const all = [walker]
  for (let left = seconds; left > 0; left -= STEP) {
    const last = all.at(-1) ?? walker
    all.push(advance(last, STEP, step))
  }
  return all
}

const into = { ...still, intent: { forward: 1, right: 0, run: false }, heading: -Math.PI / 2 }

describe('the lift', () => {
  it('is entered from the court and carries one up to the stage, slower than the limit', () => {
    const before = standing(at(LIFT.across, LIFT.ahead + 5, COURT))
    const inside = lived(before, 4, into)
    const ride = lived(inside.at(-1) ?? before, 12)
    const end = ride.at(-1)?.pose
    expect(end?.y).toBeCloseTo(DECK, 5)
    const rises = ride.slice(1).map(({ pose }, k) => pose.y - (ride[k]?.pose.y ?? 0))
    expect(Math.max(...rises) / STEP).toBeCloseTo(LIFT_SPEED)
    expect(LIFT_SPEED).toBeLessThan(FASTEST)
    // It stays there until one has left it.
    expect(lived(ride.at(-1) ?? before, 20).at(-1)?.pose.y).toBeCloseTo(DECK, 5)
  })

  it('lets one out onto the stage, and takes one down again', () => {
    const up = standing(at(LIFT.across - 6, LIFT.ahead, DECK))
    const south = { ...into, heading: 0 }
    const north = { ...into, heading: Math.PI }
    const inside = lived(up, 3, north).at(-1) ?? up
    const down = lived(inside, 12).at(-1) ?? up
    expect(down.pose.y).toBeCloseTo(LIFT.low, 5)
    // Below there is no door towards the stage.
    const held = lived(down, 4, south).at(-1) ?? up
    expect(held.pose.z - down.pose.z).toBeLessThan(2)
  })

  it('goes on up with somebody who comes back in mid-air', () => {
    const walker = standing({ ...at(LIFT.across, LIFT.ahead, COURT), y: COURT + 9 })
    expect(lived(walker, 12).at(-1)?.pose.y).toBeCloseTo(DECK, 5)
  })

  it('is part of ways: from the court in front of it to the stage nobody climbs 117 steps', () => {
    const start = at(LIFT.across, LIFT.ahead + 6, COURT)
    const { x, y, z } = place('honden')
    const walker = goTo(standing(start), { x, y, z }, ground)
    const walked = lived(walker, 40)
    const end = walked.at(-1)?.pose
    expect(Math.hypot((end?.x ?? 0) - x, (end?.z ?? 0) - z)).toBeLessThan(1)
    expect(end?.y).toBeCloseTo(DECK, 1)
    expect(walked.some(({ ride }) => ride !== undefined)).toBe(true)
  })
})
