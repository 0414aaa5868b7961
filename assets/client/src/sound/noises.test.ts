import { describe, expect, it } from 'vitest'
import { bell, bubbles, crickets, frogs, white } from './noises'

const RATE = 22_050

describe.each([
  ['bell', bell],
  ['bubbles', bubbles],
  ['crickets', crickets],
  ['frogs', frogs],
] as const)('the loop of %s', (_, make) => {
  const loop = make(RATE)

  it('sounds and does not clip', () => {
    const peak = loop.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    expect(peak).toBeGreaterThan(0.1)
    expect(peak).toBeLessThan(1)
  })

  it('closes without a click and hovers round zero', () => {
    expect(Math.abs((loop[0] ?? 1) - (loop.at(-1) ?? 0))).toBeLessThan(0.12)
    expect(Math.abs(loop.reduce((sum, sample) => sum + sample, 0) / loop.length)).toBeLessThan(0.01)
  })
})

it('makes the same noise every time', () => {
  expect(white(0.1, RATE)).toEqual(white(0.1, RATE))
})
