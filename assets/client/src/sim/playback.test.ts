/** Others move smoothly between beats, and are put down when they did not walk. */
import { describe, expect, it } from 'vitest'
import { Gait, type Pose } from '../town'
import { follow, gaitAt, heard, paceOf, poseAt, type Rhythm, spanOf, turn, turnSpan } from './playback'

const at = (x: number, z: number, yaw = 0): Pose => ({ x, y: 0, z, yaw })
const walked = (pose: Pose) => ({ pose, gait: Gait.walk, snap: false })

describe('a stretch of motion', () => {
  it('puts a newcomer down where they are', () => {
    const first = follow(null, walked(at(3, 4)), { now: 10, span: 0.15, sinceSeen: 0.1 })
    expect(poseAt(first, 10)).toEqual(at(3, 4))
    expect(gaitAt(first, 10)).toBe(Gait.stand)
  })

  it('leads from the pose shown now to the new one in the span', () => {
    const first = follow(null, walked(at(0, 0)), { now: 0, span: 0.25, sinceSeen: 0.1 })
    const second = follow(first, walked(at(1, 2)), { now: 1, span: 0.25, sinceSeen: 0.1 })
    expect(poseAt(second, 1.125)).toEqual(at(0.5, 1))
    expect(poseAt(second, 1.25)).toEqual(at(1, 2))
    expect(poseAt(second, 9)).toEqual(at(1, 2))
    expect(gaitAt(second, 1.125)).toBe(Gait.walk)
    expect(gaitAt(second, 1.25)).toBe(Gait.stand)
  })

  it('has no jump when the next sample comes early', () => {
    let shown = follow(null, walked(at(0, 0)), { now: 0, span: 0.15, sinceSeen: 0.1 })
    let last = poseAt(shown, 0)
    for (let beat = 1; beat <= 20; beat += 1) {
      const now = beat * 0.1 + (beat % 3) * 0.02
      const before = poseAt(shown, now)
      shown = follow(shown, walked(at(beat * 0.26, 0)), { now, span: 0.15, sinceSeen: 0.1 })
      expect(poseAt(shown, now)).toEqual(before)
      expect(before.x).toBeGreaterThanOrEqual(last.x)
      last = before
    }
  })

  it('snaps on the flag, and beyond eight metres', () => {
    const here = follow(null, walked(at(0, 0)), { now: 0, span: 0.15, sinceSeen: 0.1 })
    const flagged = follow(here, { ...walked(at(1, 0)), snap: true }, { now: 1, span: 0.15, sinceSeen: 0.1 })
    expect(poseAt(flagged, 1)).toEqual(at(1, 0))
    const far = follow(here, walked(at(8.1, 0)), { now: 1, span: 0.15, sinceSeen: 0.1 })
    expect(poseAt(far, 1)).toEqual(at(8.1, 0))
    const near = follow(here, walked(at(7.9, 0)), { now: 1, span: 0.15, sinceSeen: 1 })
    expect(poseAt(near, 1)).toEqual(at(0, 0))
  })

  it('turns the short way round', () => {
    expect(turn(0.1, 2 * Math.PI - 0.1)).toBeCloseTo(-0.2)
    expect(turn(-3, 3)).toBeCloseTo(-(2 * Math.PI - 6))
    const first = follow(null, walked(at(0, 0, 0.1)), { now: 0, span: 0.2, sinceSeen: 0.1 })
    const second = follow(first, walked(at(0, 0, 6.2)), { now: 0, span: 0.2, sinceSeen: 0.1 })
    expect(Math.abs(turn(poseAt(second, 0.1).yaw, 0.0084))).toBeLessThan(0.01)
  })
})

describe('those who come up in turns', () => {
  const standing = follow(null, walked(at(0, 0)), { now: 0, span: 0.15, sinceSeen: 0 })

  it('glide over the whole time between two turns, with moving legs', () => {
    const last = { pose: at(11.2, 0), gait: Gait.stand, snap: false }
    const way = follow(standing, last, { now: 8, span: turnSpan(8), sinceSeen: 8 })
    expect(way.span).toBeCloseTo(8.8)
    expect(poseAt(way, 12.4).x).toBeCloseTo(5.6)
    expect(gaitAt(way, 12.4)).toBe(Gait.walk)
    expect(gaitAt(way, 17)).toBe(Gait.stand)
    const ran = follow(standing, last, { now: 2, span: turnSpan(2), sinceSeen: 2 })
    expect(gaitAt(ran, 3)).toBe(Gait.run)
  })

  it('walk and then stand, rather than crawl, after a long rest', () => {
    const way = follow(standing, walked(at(2.4, 0)), { now: 30, span: turnSpan(12), sinceSeen: 30 })
    expect(way.span).toBeCloseTo(2)
  })

  it('only turn where they stand without moving their legs', () => {
    const turned = { pose: at(0, 0, 1), gait: Gait.stand, snap: false }
    const way = follow(standing, turned, { now: 5, span: turnSpan(5), sinceSeen: 5 })
    expect(way.span).toBeCloseTo(0.3)
    expect(gaitAt(way, 5.1)).toBe(Gait.stand)
  })

  it('are put down when nobody can have run so far, or too far to watch', () => {
    const after = (seconds: number, metres: number): number =>
      follow(standing, walked(at(metres, 0)), {
        now: seconds,
        span: turnSpan(seconds),
        sinceSeen: seconds,
      }).span
    expect(after(3, 20.9)).toBeGreaterThan(0)
    expect(after(3, 21.1)).toBe(0)
    expect(after(60, 41)).toBe(0)
  })
})

describe('the pace', () => {
  it('slows down at once and speeds up by and by', () => {
    expect(paceOf(0.1, 0.8, null)).toBe(0.8)
    expect(paceOf(0.8, 0.2, null)).toBeCloseTo(0.56)
    expect(paceOf(12, 90, null)).toBe(12)
  })

  it('of who comes near is that of the line after a second', () => {
    let pace = 8
    for (let beat = 0; beat < 8; beat += 1) pace = paceOf(pace, 0.1, 0.13)
    expect(pace).toBeCloseTo(0.13)
    expect(paceOf(8, 0.1, 0.13)).toBeLessThan(1)
  })

  it('lets nobody dart ahead or stop when turns come unevenly', () => {
    const turns = [0.8, 0.7, 0.2, 0.6, 0.8, 0.1, 0.9, 0.7, 0.8, 0.3, 0.6]
    let [now, pace] = [0, 0.8]
    let shown = follow(null, walked(at(0, 0)), { now, span: 0, sinceSeen: 0 })
    for (const sinceSeen of turns) {
      now += sinceSeen
      pace = paceOf(pace, sinceSeen, null)
      const pose = at(1.4 * now, 0)
      shown = follow(shown, walked(pose), { now, span: turnSpan(pace), sinceSeen })
      const speed = (shown.to.x - shown.from.x) / shown.span
      expect(speed).toBeGreaterThan(0.6)
      expect(speed).toBeLessThan(3)
    }
  })
})

describe('the span', () => {
  const line = (intervals: number[]): Rhythm => intervals.reduce<Rhythm>(heard, [])

  it('stays short on a good line and grows on a bad one, between limits', () => {
    expect(spanOf(line(Array(20).fill(0.1)))).toBeCloseTo(0.13)
    expect(spanOf(line([...Array(15).fill(0.1), ...Array(5).fill(0.2)]))).toBeCloseTo(0.24)
    expect(spanOf(line(Array(20).fill(0.6)))).toBeCloseTo(0.3)
  })

  it('does not listen to a sleeping tab, and forgets old trouble', () => {
    expect(heard([0.1], 45)).toEqual([0.1])
    expect(spanOf(line([0.5, 0.5, 0.5, ...Array(20).fill(0.1)]))).toBeCloseTo(0.13)
  })
})
