/** Others' stamps: what may honestly be said about them to somebody with stamps of their own. */
import { describe, expect, it } from 'vitest'
import { othersAt } from './felt'

const felt = new Map([
  ['romon', 1],
  ['honden', 20],
])
const since = '2026-11-22'

describe('others at a place', () => {
  it('are as many as the town says, or nobody', () => {
    expect(othersAt(felt, { place: 'romon', own: [], since })).toBe(1)
    expect(othersAt(felt, { place: 'honden', own: [], since })).toBe(20)
    expect(othersAt(felt, { place: 'thatch', own: [], since })).toBe(0)
  })

  it('are not claimed where the one stamp may be one’s own', () => {
    const own = [{ place: 'romon', day: '2026-11-22' }]
    expect(othersAt(felt, { place: 'romon', own, since })).toBe(0)
    expect(othersAt(felt, { place: 'romon', own, since: '2026-11-23' })).toBe(1)
    expect(othersAt(felt, { place: 'honden', own: [{ ...own[0]!, place: 'honden' }], since })).toBe(20)
  })
})
