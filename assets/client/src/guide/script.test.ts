/** A recorded walk is played here as the world plays it: tests/vectors/scripts.json. */
import { describe, expect, it } from 'vitest'
import scripts from '../../../../tests/vectors/scripts.json'
import { type Mark, stanceAt } from './script'

describe('a recorded walk', () => {
  for (const { name, marks, moments } of scripts.cases) {
    it.each(moments)(`${name}: $at ms`, ({ at, pose, gait }) => {
      const stance = stanceAt(marks as unknown as Mark[], at)
      expect(stance?.gait).toBe(gait)
      for (const axis of ['x', 'y', 'z', 'yaw'] as const) {
        expect(stance?.pose[axis]).toBeCloseTo(pose[axis], 6)
      }
    })
  }

  it('without any mark is nowhere', () => {
    expect(stanceAt([], 0)).toBeNull()
  })
})
