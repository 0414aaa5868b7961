/** A screen shows the code of this moment or none, whatever the device's clocks do. */
import { describe, expect, it } from 'vitest'
import type { ScreenAnswer } from './claims'
import { modulePath, showing, type Ticks, type Told } from './screen-time'

const START = Date.parse('2026-11-22T01:00:10Z')

function code(name: string, begins: string, ends: string) {
  return { link: name, typed: name, rows: ['1'], begins_at: begins, ends_at: ends }
}

const ANSWER: ScreenAnswer = {
  label: '酒蔵通りを歩く',
  event: true,
  used: 0,
  cap: 20,
  now: '2026-11-22T01:00:10Z',
  codes: [
    code('first', '2026-11-22T01:00:00Z', '2026-11-22T01:00:30Z'),
    code('second', '2026-11-22T01:00:30Z', '2026-11-22T01:01:00Z'),
    code('third', '2026-11-22T01:01:00Z', '2026-11-22T01:01:30Z'),
  ],
}
const TOLD: Told = { answer: ANSWER, at: { even: 5000, wall: START } }

function after(even: number, wall = even): Ticks {
  return { even: 5000 + even * 1000, wall: START + wall * 1000 }
}

describe('a screen', () => {
  it.each([
    [0, 'first', 20],
    [19.9, 'first', 1],
    [20, 'second', 30],
    [49.999, 'second', 1],
    [50, 'third', 30],
    [79, 'third', 1],
  ])('after %s s shows %s for %s s more', (seconds, link, left) => {
    const shown = showing(TOLD, after(seconds))
    expect(shown?.code.link).toBe(link)
    expect(shown?.left).toBe(left)
  })

  it('shows nothing once the last code it was told is over', () => {
    expect(showing(TOLD, after(80))).toBeNull()
    expect(showing(null, after(0))).toBeNull()
  })

  it('shows no old code after a sleep in which the even clock stood still', () => {
    expect(showing(TOLD, after(1, 3600))).toBeNull()
  })

  it('is not taken in by a wall clock that somebody sets back', () => {
    expect(showing(TOLD, after(80, -3600))).toBeNull()
    expect(showing(TOLD, after(25, -3600))?.code.link).toBe('second')
  })

  it('shows nothing rather than something wrong when the wall clock is set ahead', () => {
    expect(showing(TOLD, after(1, 120))).toBeNull()
  })

  it('does not need the right time of the day at all', () => {
    const told = { answer: ANSWER, at: { even: 0, wall: 0 } }
    expect(showing(told, { even: 20_000, wall: 20_000 })?.code.link).toBe('second')
  })
})

describe('the drawing of a code', () => {
  it('has one run for dark modules side by side, and a margin', () => {
    expect(modulePath(['110', '001'], 4)).toBe('M4,4h2v1h-2zM6,5h1v1h-1z')
  })
})
