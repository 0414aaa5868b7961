/** What grows and falls in Kashima through the year: smooth amounts by day, so that nothing jumps overnight. */
import type { Day } from './kashima-time'

/** Amounts from 0 to 1. */
export interface Season {
  /** Cherries in flower. */
  readonly blossom: number
  /** Petals on the ground and on the water. */
  readonly petals: number
  /** Azaleas in flower on the east hill. */
  readonly azalea: number
  /** Leaves on trees that lose them; 0 is bare. */
  readonly leaves: number
  /** How fresh the green is: light in April, deep in August. */
  readonly fresh: number
  /** Turning of leaves, first yellow, then red. */
  readonly autumn: number
  /** Dry grass of winter. */
  readonly dry: number
  readonly fields: Fields
}

/** The paddies: shares of what is seen on them, together 1. */
export interface Fields {
  /** Barley in winter and spring, green. */
  readonly barley: number
  /** Ripe barley of late May, ripe rice of early autumn. */
  readonly ripe: number
  /** Flooded for planting. */
  readonly water: number
  readonly rice: number
  readonly stubble: number
}

const ramp = (from: number, to: number, x: number): number => {
  const share = Math.min(1, Math.max(0, (x - from) / (to - from)))
  return share * share * (3 - 2 * share)
}

const MONTHS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

/** Number of a day in a year without leap day: 1 January is 0. */
const at = (month: number, date: number): number => (MONTHS[month - 1] ?? 0) + date - 1

/** Grows between the first two days, shrinks between the last two. */
const between = (day: number, a: number, b: number, c: number, d: number): number =>
  ramp(a, b, day) * (1 - ramp(c, d, day))

/**
 * The season of a day. Dates are usual ones of the Saga plain: cherries full at the end of March,
 * azaleas of the east hill from mid-April to early May, barley ripe in late May, planting in June,
 * rice ripe at the end of September, maples at their best in late November.
 */
export function seasonOf({ month, date }: Pick<Day, 'month' | 'date'>): Season {
  const day = at(month, date)
  const leaves = ramp(at(4, 2), at(4, 24), day) * (1 - ramp(at(11, 24), at(12, 14), day))
  return {
    blossom: between(day, at(3, 19), at(3, 28), at(4, 4), at(4, 14)),
    petals: between(day, at(3, 30), at(4, 6), at(4, 12), at(4, 24)),
    azalea: between(day, at(4, 8), at(4, 20), at(5, 3), at(5, 14)),
    leaves,
    fresh: between(day, at(3, 25), at(4, 20), at(5, 20), at(7, 10)),
    autumn: between(day, at(10, 20), at(11, 20), at(12, 10), at(12, 31)),
    dry: 1 - between(day, at(2, 20), at(4, 10), at(10, 25), at(12, 10)),
    fields: fieldsOf(day),
  }
}

function fieldsOf(day: number): Fields {
  const spring = ramp(at(5, 5), at(5, 24), day)
  const cut = ramp(at(6, 1), at(6, 8), day)
  const planted = ramp(at(6, 18), at(7, 15), day)
  const gold = ramp(at(9, 5), at(9, 28), day)
  const reaped = ramp(at(10, 4), at(10, 20), day)
  // Barley is sown in November and covers the ground by the new year.
  const sown = ramp(at(11, 25), at(12, 31), day)
  const rice = planted * (1 - gold)
  const water = cut * (1 - planted)
  const stubble = reaped * (1 - sown)
  const ripe = spring * (1 - cut) + gold * (1 - reaped)
  return { barley: 1 - rice - water - stubble - ripe, ripe, water, rice, stubble }
}

/** The season in one word, as the town's panel names it. */
export type SeasonName =
  | 'cherry'
  | 'azalea'
  | 'fresh'
  | 'rain'
  | 'summer'
  | 'rice'
  | 'autumn'
  | 'maple'
  | 'winter'

export function seasonName(day: Pick<Day, 'month' | 'date'>): SeasonName {
  const n = at(day.month, day.date)
  const starts: readonly (readonly [number, SeasonName])[] = [
    [at(3, 20), 'cherry'],
    [at(4, 13), 'azalea'],
    [at(5, 10), 'fresh'],
    [at(6, 8), 'rain'],
    [at(7, 15), 'summer'],
    [at(9, 8), 'rice'],
    [at(10, 12), 'autumn'],
    [at(11, 10), 'maple'],
    [at(12, 8), 'winter'],
  ]
  return starts.findLast(([from]) => n >= from)?.[1] ?? 'winter'
}
