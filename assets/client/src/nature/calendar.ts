/** Kashima's festivals by their usual dates, and how the town dresses for them. The organisers decide each year. */
import { type Day, dayOf, startOfDay } from './kashima-time'

export type FestivalId =
  | 'new-year'
  | 'carp-market'
  | 'sake-tourism'
  | 'cherry-lights'
  | 'spring-rite'
  | 'azaleas'
  | 'gatalympics'
  | 'rice-planting'
  | 'shrine-summer'
  | 'kashima-odori'
  | 'mask-dances'
  | 'bamboo-lights'
  | 'bonfire'

/** What is put up in the town. */
export interface Dress {
  /** Paper lanterns over the streets. */
  readonly lanterns: boolean
  /** Lanterns between the castle's cherries. */
  readonly cherryLanterns: boolean
  /** Banners of the breweries. */
  readonly banners: boolean
  /** The pile of the fire rite before the shrine. */
  readonly bonfire: boolean
  /** Pines and bamboo beside the gates. */
  readonly pines: boolean
}

interface Festival {
  readonly id: FestivalId
  /** First and last day in a year. */
  readonly days: (year: number) => readonly [Date3, Date3]
  readonly dress?: Partial<Dress>
}

type Date3 = Pick<Day, 'year' | 'month' | 'date'>

const on =
  (month: number, date: number, untilMonth = month, untilDate = date) =>
  (year: number): readonly [Date3, Date3] => [
    { year, month, date },
    { year, month: untilMonth, date: untilDate },
  ]

const plus = (day: Date3, days: number): Date3 => dayOf(startOfDay(day) + days * 86_400_000)

/** The first such weekday not before a day; 0 is Sunday. */
function weekdayFrom(day: Date3, weekday: number): Date3 {
  const ahead = (weekday - dayOf(startOfDay(day)).weekday + 7) % 7
  return plus(day, ahead)
}

/** The last full weekend of March whose Sunday is not later than the 30th, as in 2023, 2024 and 2025. */
const sakeWeekend = (year: number): readonly [Date3, Date3] => {
  const saturday = weekdayFrom({ year, month: 3, date: 22 }, 6)
  return [saturday, plus(saturday, 1)]
}

/** Friday and Saturday of early August: the first Friday from the 4th on (8 and 9 August in 2025). */
const odori = (year: number): readonly [Date3, Date3] => {
  const friday = weekdayFrom({ year, month: 8, date: 4 }, 5)
  return [friday, plus(friday, 1)]
}

/** Usual dates from the town's research notes; each must be checked with the organiser. */
const FESTIVALS: readonly Festival[] = [
  { id: 'new-year', days: on(1, 1, 1, 7), dress: { pines: true } },
  { id: 'carp-market', days: on(1, 19), dress: { banners: true } },
  { id: 'sake-tourism', days: sakeWeekend, dress: { banners: true, lanterns: true } },
  { id: 'cherry-lights', days: on(3, 25, 4, 10), dress: { cherryLanterns: true } },
  { id: 'spring-rite', days: on(4, 8) },
  { id: 'azaleas', days: on(4, 20, 5, 5) },
  {
    // The day follows the tide: a Sunday between late May and mid-June.
    id: 'gatalympics',
    days: (year) => {
      const sunday = weekdayFrom({ year, month: 5, date: 29 }, 0)
      return [sunday, sunday]
    },
  },
  { id: 'rice-planting', days: on(6, 15) },
  { id: 'shrine-summer', days: on(8, 1), dress: { lanterns: true } },
  { id: 'kashima-odori', days: odori, dress: { lanterns: true } },
  {
    id: 'mask-dances',
    days: (year) => {
      const sunday = weekdayFrom({ year, month: 9, date: 8 }, 0)
      return [sunday, sunday]
    },
  },
  { id: 'bamboo-lights', days: on(10, 25, 11, 5) },
  { id: 'bonfire', days: on(12, 7, 12, 8), dress: { bonfire: true, lanterns: true } },
]

const PLAIN: Dress = {
  lanterns: false,
  cherryLanterns: false,
  banners: false,
  bonfire: false,
  pines: false,
}

/** Whether anything is put up. */
export const isDressed = (dress: Dress): boolean => Object.values(dress).some(Boolean)

/** The town puts its lanterns up for the whole of festival August. */
const isFestivalAugust = ({ month, date }: Date3): boolean => month === 8 && date <= 16

export interface Festivity {
  readonly festivals: readonly FestivalId[]
  readonly dress: Dress
}

/** What is celebrated on a day, by usual dates, and what the town wears. */
export function festivityOf(day: Date3): Festivity {
  const now = startOfDay(day)
  const today = FESTIVALS.filter(({ days }) => {
    const [first, last] = days(day.year)
    return startOfDay(first) <= now && now <= startOfDay(last)
  })
  const august = isFestivalAugust(day) ? { lanterns: true } : {}
  return {
    festivals: today.map(({ id }) => id),
    dress: Object.assign({}, PLAIN, august, ...today.map(({ dress }) => dress)) as Dress,
  }
}

/** The next festival that begins after a day, and when. */
export function nextFestival(day: Date3): { readonly id: FestivalId; readonly first: Date3 } {
  const now = startOfDay(day)
  const coming = [day.year, day.year + 1]
    .flatMap((year) => FESTIVALS.map(({ id, days }) => ({ id, first: days(year)[0] })))
    .filter(({ first }) => startOfDay(first) > now)
    .sort((a, b) => startOfDay(a.first) - startOfDay(b.first))
  const [next] = coming
  if (next === undefined) throw new RangeError('a year without festivals')
  return next
}
