import { describe, expect, it } from 'vitest'
import { festivityOf, nextFestival } from './calendar'
import { dayOf, dayOfYear, hourOf, startOfDay } from './kashima-time'
import { momentAt } from './moment'
import { seasonName, seasonOf } from './season'

const DAY = 86_400_000
const year = Array.from({ length: 365 }, (_, i) =>
  dayOf(startOfDay({ year: 2026, month: 1, date: 1 }) + i * DAY),
)

describe('the season', () => {
  it('shows each flower in its own weeks', () => {
    expect(seasonOf({ month: 3, date: 31 }).blossom).toBe(1)
    expect(seasonOf({ month: 4, date: 26 }).azalea).toBe(1)
    expect(seasonOf({ month: 8, date: 1 })).toMatchObject({ blossom: 0, leaves: 1, autumn: 0 })
    expect(seasonOf({ month: 11, date: 25 }).autumn).toBe(1)
    expect(seasonOf({ month: 1, date: 20 })).toMatchObject({ leaves: 0, dry: 1 })
  })

  it('never jumps from one day to the next', () => {
    const flat = (one: ReturnType<typeof seasonOf>): number[] => [
      ...Object.values(one).filter((value): value is number => typeof value === 'number'),
      ...Object.values(one.fields as object as Record<string, number>),
    ]
    for (const [i, day] of year.entries()) {
      const [a, b] = [flat(seasonOf(day)), flat(seasonOf(year[(i + 1) % 365] ?? day))]
      for (const [k, value] of a.entries()) expect(Math.abs(value - (b[k] ?? 9))).toBeLessThan(0.26)
    }
  })

  it('divides the fields without rest', () => {
    for (const day of year) {
      const shares = Object.values(seasonOf(day).fields as object as Record<string, number>)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
      for (const share of shares) expect(share).toBeGreaterThan(-1e-9)
    }
  })

  it('has a name every day and each name once a year', () => {
    const names = year.map(seasonName)
    const changes = names.filter((name, i) => name !== names[(i + 364) % 365])
    expect(new Set(changes).size).toBe(9)
    expect(changes).toHaveLength(9)
  })
})

describe('the calendar', () => {
  // Dates that were held, from the research notes.
  it.each([
    ['sake-tourism', 2023, 3, 25],
    ['sake-tourism', 2024, 3, 23],
    ['sake-tourism', 2025, 3, 22],
    ['kashima-odori', 2025, 8, 8],
    ['kashima-odori', 2025, 8, 9],
    ['gatalympics', 2023, 6, 4],
    ['gatalympics', 2024, 6, 2],
    ['bonfire', 2026, 12, 8],
  ] as const)('knows %s of %s-%s-%s', (id, y, month, date) => {
    expect(festivityOf({ year: y, month, date }).festivals).toContain(id)
  })

  it('dresses the town for it, and not the day after', () => {
    expect(festivityOf({ year: 2026, month: 12, date: 8 }).dress.bonfire).toBe(true)
    expect(festivityOf({ year: 2026, month: 12, date: 9 }).dress).toEqual({
      lanterns: false,
      cherryLanterns: false,
      banners: false,
      bonfire: false,
      pines: false,
    })
    expect(festivityOf({ year: 2026, month: 8, date: 10 }).dress.lanterns).toBe(true)
    expect(festivityOf({ year: 2026, month: 4, date: 1 }).dress.cherryLanterns).toBe(true)
  })

  it('always has something to look forward to', () => {
    for (const day of year) {
      const { first } = nextFestival(day)
      const ahead = (startOfDay(first) - startOfDay(day)) / DAY
      expect(ahead).toBeGreaterThan(0)
      expect(ahead).toBeLessThan(100)
    }
  })
})

describe('the clock of Kashima', () => {
  it('turns the day at 15:00 UTC', () => {
    expect(dayOf(Date.UTC(2026, 11, 31, 14, 59))).toMatchObject({ year: 2026, month: 12, date: 31 })
    expect(dayOf(Date.UTC(2026, 11, 31, 15))).toMatchObject({ year: 2027, month: 1, date: 1 })
    expect(hourOf(Date.UTC(2026, 0, 1, 3, 30))).toBeCloseTo(12.5, 9)
    expect(dayOfYear(Date.UTC(2026, 0, 31, 15))).toBeCloseTo(31, 9)
  })

  it('makes a moment of an instant', () => {
    const moment = momentAt(Date.parse('2026-03-31T05:00:00+09:00'))
    expect(moment.hour).toBeCloseTo(5, 9)
    expect(moment.sun.altitude).toBeLessThan(0)
    expect(moment.season.blossom).toBe(1)
    expect(moment.dress.cherryLanterns).toBe(true)
  })
})
