/** Others move smoothly between beats, and are put down when they did not walk. */
import { describe, expect, it } from 'vitest'
import { Gait, type Pose } from '../town'
import { FAR_SPAN, follow, gaitAt, heard, poseAt, type Rhythm, spanOf, turn } from './playback'

const at = (x: number, z: number, yaw = 0): Pose => ({ x, y: 0, z, yaw })
const walked = (pose: Pose) => ({ pose, gait: Gait.walk, snap: false })

describe('a stretch of motion', () => {
  it('puts a newcomer down where they are', () => {
    const first = follow(null, walked(at(3, 4)), { now: 10, span: 0.15 })
    expect(poseAt(first, 10)).toEqual(at(3, 4))
    expect(gaitAt(first, 10)).toBe(Gait.stand)
  })

  it('leads from the pose shown now to the new one in the span', () => {
    const first = follow(null, walked(at(0, 0)), { now: 0, span: 0.25 })
    const second = follow(first, walked(at(1, 2)), { now: 1, span: 0.25 })
    expect(poseAt(second, 1.125)).toEqual(at(0.5, 1))
    expect(poseAt(second, 1.25)).toEqual(at(1, 2))
    expect(poseAt(second, 9)).toEqual(at(1, 2))
    expect(gaitAt(second, 1.125)).toBe(Gait.walk)
    expect(gaitAt(second, 1.25)).toBe(Gait.stand)
  })

  it('has no jump when the next sample comes early', () => {
    let shown = follow(null, walked(at(0, 0)), { now: 0, span: 0.15 })
    let last = poseAt(shown, 0)
    for (let beat = 1; beat <= 20; beat += 1) {
      const now = beat * 0.1 + (beat % 3) * 0.02
      const before = poseAt(shown, now)
      shown = follow(shown, walked(at(beat * 0.26, 0)), { now, span: 0.15 })
      expect(poseAt(shown, now)).toEqual(before)
      expect(before.x).toBeGreaterThanOrEqual(last.x)
      last = before
    }
  })

  it('snaps on the flag, and beyond eight metres', () => {
    const here = follow(null, walked(at(0, 0)), { now: 0, span: 0.15 })
    const flagged = follow(here, { ...walked(at(1, 0)), snap: true }, { now: 1, span: 0.15 })
    expect(poseAt(flagged, 1)).toEqual(at(1, 0))
    const far = follow(here, walked(at(8.1, 0)), { now: 1, span: 0.15 })
    expect(poseAt(far, 1)).toEqual(at(8.1, 0))
    const near = follow(here, walked(at(7.9, 0)), { now: 1, span: FAR_SPAN })
    expect(poseAt(near, 1)).toEqual(at(0, 0))
  })

  it('turns the short way round', () => {
    expect(turn(0.1, 2 * Math.PI - 0.1)).toBeCloseTo(-0.2)
    expect(turn(-3, 3)).toBeCloseTo(-(2 * Math.PI - 6))
    const first = follow(null, walked(at(0, 0, 0.1)), { now: 0, span: 0.2 })
    const second = follow(first, walked(at(0, 0, 6.2)), { now: 0, span: 0.2 })
    expect(Math.abs(turn(poseAt(second, 0.1).yaw, 0.0084))).toBeLessThan(0.01)
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
