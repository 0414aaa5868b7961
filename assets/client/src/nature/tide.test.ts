import { describe, expect, it } from 'vitest'
import { moonPhase } from './sun'
import { TERMS, tideAt, tideNow, tideSize, tideTurns, type Turn } from './tide'

const japan = (text: string): number => Date.parse(`${text}:00+09:00`)
const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('against published high waters of Oura', () => {
  // Saga Local Meteorological Office, quoted by Saga Shimbun (6 July 2020) and FNN (10 August 2025).
  it.each([
    '2020-07-06T09:32',
    '2020-07-06T22:38',
    '2020-07-07T10:12',
    '2020-07-07T23:13',
    '2025-08-10T09:38',
    '2025-08-10T22:26',
    '2025-08-11T10:19',
    '2025-08-11T22:57',
  ])('high water of %s is met within five minutes', (text) => {
    const told = japan(text)
    const ours = tideTurns(told - 3 * HOUR, told + 3 * HOUR).filter(({ kind }) => kind === 'high')
    expect(ours).toHaveLength(1)
    expect(Math.abs((ours[0]?.at ?? 0) - told) / MINUTE).toBeLessThan(5)
  })
})

describe('a year of tides', () => {
  const from = Date.UTC(2026, 0, 1)
  const turns = tideTurns(from, from + 365 * DAY)
  const highs = turns.filter(({ kind }) => kind === 'high')
  const ranges = turns.flatMap((turn, i) => {
    const before = turns[i - 1]
    return before === undefined ? [] : [{ at: turn.at, metres: Math.abs(turn.height - before.height) }]
  })
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length

  it('turns from high to low and back, two high waters in 24 hours and 50 minutes', () => {
    for (const [i, turn] of turns.entries()) expect(turn.kind).not.toBe(turns[i - 1]?.kind)
    const gaps = highs.slice(1).map((high, i) => high.at - (highs[i] as Turn).at)
    expect(mean(gaps) / HOUR).toBeCloseTo(12.42, 1)
  })

  it('keeps within what is known of the sea: largest range between 5 and 6 metres, smallest under 1', () => {
    const metres = ranges.map((range) => range.metres)
    expect(Math.max(...metres)).toBeGreaterThan(5)
    expect(Math.max(...metres)).toBeLessThan(6)
    expect(Math.min(...metres)).toBeLessThan(1)
  })

  it('is large after new and full moon and small after the half moons', () => {
    const by = (low: number, high: number): number =>
      mean(
        ranges
          .filter(({ at }) => {
            const phase = moonPhase(at) % 180
            return phase >= low && phase < high
          })
          .map(({ metres }) => metres),
      )
    expect(by(0, 40)).toBeGreaterThan(4)
    expect(by(90, 125)).toBeLessThan(2.3)
  })

  it('stands higher in late summer than in late winter', () => {
    const level = (month: number): number =>
      mean(Array.from({ length: 24 * 29 }, (_, i) => tideAt(Date.UTC(2026, month, 1) + i * HOUR)))
    expect(level(7) - level(1)).toBeGreaterThan(0.25)
  })

  it('names the size of the day after its own ranges', () => {
    const named = (size: string): number =>
      mean(ranges.filter(({ at }) => tideSize(moonPhase(at)) === size).map(({ metres }) => metres))
    expect(named('spring')).toBeGreaterThan(named('middle') + 0.5)
    expect(named('middle')).toBeGreaterThan(named('neap') + 0.5)
  })
})

it('tells what comes next', () => {
  const now = japan('2025-08-10T08:00')
  const { height, rising, nextHigh, nextLow } = tideNow(now)
  expect(height).toBeCloseTo(tideAt(now), 9)
  expect(rising).toBe(true)
  expect(nextHigh.at).toBeLessThan(nextLow.at)
  expect(nextHigh.height).toBeGreaterThan(height)
})

it('is the sum of no more than its terms', () => {
  const bound = TERMS.reduce((sum, { amplitude }) => sum + amplitude * 1.4, 0) / 100
  for (let i = 0; i < 2000; i += 1)
    expect(Math.abs(tideAt(Date.UTC(2000, 0, 1) + i * 7.3 * DAY))).toBeLessThan(bound)
})
