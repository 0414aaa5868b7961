/** The first minute: which steps there are, and that each is noticed by its own doing only. */
import { describe, expect, it } from 'vitest'
import { isDone, NOTHING, type Noticed, type Step, stepsFor } from './first-minute'

const doings: readonly (readonly [Step, Partial<Noticed>, Partial<Noticed>])[] = [
  ['look', { turned: 0.6 }, { turned: 0.59 }],
  ['walk', { steered: 0.5 }, { steered: 0.49 }],
  ['go', { setOut: 1 }, { ended: 1 }],
  ['arrive', { ended: 1 }, { setOut: 1 }],
  ['greet', { said: 1 }, { steered: 9, turned: 9, setOut: 9, ended: 9 }],
]

describe('a step', () => {
  it.each(doings)('to %s is done when %j was noticed, not when %j', (step, enough, tooLittle) => {
    expect(isDone(step, NOTHING)).toBe(false)
    expect(isDone(step, { ...NOTHING, ...tooLittle })).toBe(false)
    expect(isDone(step, { ...NOTHING, ...enough })).toBe(true)
  })
})

describe('the steps', () => {
  it('are three, and fit the view and the hand', () => {
    expect(stepsFor({ isFlat: false, isTouch: false })).toEqual(['look', 'walk', 'go'])
    expect(stepsFor({ isFlat: false, isTouch: true })).toEqual(['look', 'walk', 'go'])
    expect(stepsFor({ isFlat: true, isTouch: false })).toEqual(['go', 'arrive', 'walk'])
    expect(stepsFor({ isFlat: true, isTouch: true })).toEqual(['go', 'arrive', 'greet'])
  })
})
