/** The clock of Kashima: nine hours ahead of UTC all year, for Japan has no summer time. */

const OFFSET = 9 * 3_600_000
const DAY = 86_400_000

/** A day of Kashima's calendar. */
export interface Day {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly date: number
  /** 0 is Sunday. */
  readonly weekday: number
}

/** The day it is in Kashima at an instant. */
export function dayOf(ms: number): Day {
  const there = new Date(ms + OFFSET)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    date: there.getUTCDate(),
    weekday: there.getUTCDay(),
  }
}

/** The instant at which that day begins in Kashima. */
export const startOfDay = ({ year, month, date }: Pick<Day, 'year' | 'month' | 'date'>): number =>
  Date.UTC(year, month - 1, date) - OFFSET

/** The hour of the day in Kashima with its fraction, 0 to 24. */
export const hourOf = (ms: number): number => ((((ms + OFFSET) % DAY) + DAY) % DAY) / 3_600_000

/** Days since the beginning of that year, with the fraction of the day: 0 to 366. */
export const dayOfYear = (ms: number): number => {
  const { year } = dayOf(ms)
  return (ms - startOfDay({ year, month: 1, date: 1 })) / DAY
}
