/** Following somebody over the town's real ground: near, not on their heels, and never against one's will. */
import { describe, expect, it } from 'vitest'
import { Journey } from '../journey'
import { ISLANDS, place, PLACES, SPAWN } from '../plan/data'
import { createGround } from '../sim/ground'
import { STILL } from '../sim/walker'
import type { Intent, Pose } from '../town'
import { Follow } from './follow'

const ground = createGround()
const GUIDE = 7

class Walk {
  readonly journey = new Journey({ ground, places: PLACES, islands: ISLANDS })
  guide: Pose | null = SPAWN
  now = 100
  readonly follow = new Follow({
    journey: this.journey,
    whereIs: (id) => (id === GUIDE ? this.guide : null),
  })

  constructor() {
    this.journey.arrive(SPAWN, { resumed: false })
  }

  passes(seconds: number, intent: Intent = STILL): void {
    for (let step = 0; step < seconds * 10; step += 1) {
      this.now += 0.1
      this.journey.advance(0.1, { intent, heading: 0 })
      this.follow.frame(this.now)
    }
  }

  away(): number {
    const own = this.journey.pose()
    if (own === null || this.guide === null) return Number.NaN
    return Math.hypot(own.x - this.guide.x, own.z - this.guide.z)
  }

  /** The guide walks to a place as a guide does, and we after them. */
  walksTo(id: string, speed = 2.2): number {
    const { guide } = this
    if (guide === null) return 0
    const to = place(id)
    let farthest = 0
    let [x, z, y] = [guide.x, guide.z, guide.y]
    for (const [nextX, nextZ] of ground.path(x, z, to.x, to.z, y, to.y)) {
      const length = Math.hypot(nextX - x, nextZ - z)
      for (let done = 0; done < length; done += speed * 0.1) {
        const share = done / length
        const [atX, atZ] = [x + (nextX - x) * share, z + (nextZ - z) * share]
        y = ground.floor(atX, atZ, y)
        this.guide = { x: atX, y, z: atZ, yaw: 0 }
        this.passes(0.1)
        farthest = Math.max(farthest, this.away())
      }
      ;[x, z] = [nextX, nextZ]
    }
    return farthest
  }
}

describe('following a guide', () => {
  it('keeps near all the way, and stands a little off at the end', () => {
    const walk = new Walk()
    walk.follow.follow(GUIDE)
    expect(walk.walksTo('romon')).toBeLessThan(16)
    walk.passes(12)
    expect(walk.away()).toBeGreaterThan(0.8)
    expect(walk.away()).toBeLessThan(4.1)
    expect(walk.follow.now.get()).toBe(GUIDE)
  })

  it('ends with the first step of one’s own', () => {
    const walk = new Walk()
    walk.follow.follow(GUIDE)
    walk.guide = { ...SPAWN, ...place('romon') }
    walk.passes(2)
    walk.passes(0.1, { forward: 1, right: 0, run: false })
    expect([walk.follow.now.get(), walk.follow.end.get()]).toEqual([null, { how: 'steered' }])
  })

  it('ends when one sets out to a place instead, and that walk goes on', () => {
    const walk = new Walk()
    walk.follow.follow(GUIDE)
    walk.passes(1)
    walk.journey.goToPlace(place('romon'))
    walk.passes(1)
    expect(walk.follow.end.get()).toEqual({ how: 'steered' })
    expect(walk.journey.goal.get()).not.toBeNull()
  })

  it('gives up a walk one was on', () => {
    const walk = new Walk()
    walk.journey.goToPlace(place('romon'))
    walk.passes(1)
    walk.follow.follow(GUIDE)
    walk.passes(2)
    expect(walk.journey.goal.get()).toBeNull()
    expect(walk.follow.now.get()).toBe(GUIDE)
  })

  it('waits a little for who is out of sight, and then says they have gone', () => {
    const walk = new Walk()
    walk.follow.follow(GUIDE)
    walk.passes(1)
    walk.guide = null
    walk.passes(4)
    expect(walk.follow.now.get()).toBe(GUIDE)
    walk.passes(4)
    expect(walk.follow.end.get()).toEqual({ how: 'gone' })
  })

  it('says when there is no way, and leaves one standing', () => {
    const walk = new Walk()
    walk.follow.follow(GUIDE)
    walk.guide = { x: 1e4, y: 0, z: 1e4, yaw: 0 }
    walk.passes(5)
    expect(walk.follow.end.get()).toEqual({ how: 'no-way' })
  })

  it('stops where one is when asked', () => {
    const walk = new Walk()
    walk.guide = { ...SPAWN, ...place('romon') }
    walk.follow.follow(GUIDE)
    walk.passes(2)
    walk.follow.stop()
    const before = walk.journey.pose()
    walk.passes(1)
    expect(walk.journey.pose()).toEqual(before)
    expect(walk.follow.end.get()).toEqual({ how: 'stopped' })
  })
})
