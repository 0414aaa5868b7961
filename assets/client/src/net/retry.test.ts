/** The line breaks: hurry while the avatar is kept, then slow down, then stop. */
import { describe, expect, it } from 'vitest'
import { GIVE_UP_SECONDS, nextAttempt, RESUME_SECONDS } from './retry'

function delay(away: number, failures: number, chance: number): number {
  const attempt = nextAttempt(away, failures, { chance })
  if (attempt.how === 'give-up') throw new Error('gave up')
  return attempt.after
}

describe('nextAttempt', () => {
  it('resumes at once at first, and doubles', () => {
    expect(nextAttempt(0, 0, { chance: 0.5 })).toEqual({ how: 'resume', after: 0.3 })
    expect(delay(1, 2, 0.5)).toBeCloseTo(1.2)
  })

  it('spreads a whole town over time', () => {
    expect(delay(2, 3, 0)).toBeCloseTo(1.2)
    expect(delay(2, 3, 1)).toBeCloseTo(3.6)
  })

  it('tries at least five times while the avatar is kept, even with the worst luck', () => {
    let away = 0
    let tries = 0
    for (; ; tries += 1) {
      const attempt = nextAttempt(away, tries, { chance: 1 })
      if (attempt.how !== 'resume') break
      away += attempt.after
    }
    expect(tries).toBeGreaterThanOrEqual(5)
  })

  it('asks for a new seat when the attempt would come too late to resume', () => {
    expect(nextAttempt(RESUME_SECONDS - 0.1, 9, { chance: 0.5 }).how).toBe('rejoin')
    expect(nextAttempt(RESUME_SECONDS + 1, 0, { chance: 0.5 }).how).toBe('rejoin')
  })

  it('never waits longer than twenty-odd seconds, nor shorter than the server asked', () => {
    expect(delay(100, 50, 1)).toBeLessThanOrEqual(22.5)
    expect(nextAttempt(1, 0, { chance: 0, atLeast: 7 })).toEqual({ how: 'resume', after: 7 })
  })

  it('stops after ten minutes', () => {
    expect(nextAttempt(GIVE_UP_SECONDS, 40, { chance: 0.5 })).toEqual({ how: 'give-up' })
  })
})
