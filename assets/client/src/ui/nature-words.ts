/** Tide, light, moon and season put into words: the same for the chip, the panel and the flat town. */
import { festivityOf, nextFestival } from '../nature/calendar'
import { dayOf, hourOf, startOfDay } from '../nature/kashima-time'
import { seasonName } from '../nature/season'
import { moonPhase, sunAt, sunTimes } from '../nature/sun'
import { tideNow, tideSize, type Turn } from '../nature/tide'
import { KASHIMA_ZONE, type Words } from '../i18n/words'
import { signed } from './tide-curve'

/** Sea lower than this shows the flat far out; over the other it is covered. Metres of tide. */
const OPEN = -1.2
const COVERED = 0.2

/** The hour and minute of an instant in Kashima. */
export const clock = (words: Words, at: number): string =>
  words.time(new Date(at).toISOString(), KASHIMA_ZONE)

/** Metres with their sign and unit. */
export const metres = (words: Words, value: number): string =>
  signed(value).charAt(0) +
  new Intl.NumberFormat(words.language, {
    style: 'unit',
    unit: 'meter',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(Math.abs(value))

export const turnWord = (words: Words, { kind }: Pick<Turn, 'kind'>): string =>
  words.say(kind === 'high' ? 'nature-high' : 'nature-low')

export interface SeaWords {
  /** What the chip shows. */
  readonly chip: string
  readonly now: string
  readonly flat: string
  readonly size: string
}

/** The sea at an instant. */
export function seaWords(words: Words, at: number): SeaWords {
  const { height, rising, nextHigh, nextLow } = tideNow(at)
  const turn = nextHigh.at < nextLow.at ? nextHigh : nextLow
  const values = {
    height: signed(height),
    trend: words.say(rising ? 'nature-rising' : 'nature-falling'),
    next: turnWord(words, turn),
    time: clock(words, turn.at),
  }
  const flat =
    height < OPEN
      ? 'nature-flat-open'
      : height > COVERED
        ? 'nature-flat-covered'
        : 'nature-flat-half'
  return {
    chip: words.say('nature-chip', values),
    now: words.say('nature-sea-now', values),
    flat: words.say(flat),
    size: words.say(`nature-size-${tideSize(moonPhase(at))}`),
  }
}

/** Sun, light and moon at an instant. */
export function skyWords(words: Words, at: number): readonly string[] {
  const { rise, set } = sunTimes(at)
  return [
    words.say('nature-sun', { rise: clock(words, rise), set: clock(words, set) }),
    words.say(`nature-light-${lightName(at)}`),
    words.say(`nature-moon-${moonName(at)}`),
  ]
}

/** What the light of an instant is called. */
export function lightName(at: number): 'night' | 'dawn' | 'day' | 'evening' | 'dusk' {
  const { altitude } = sunAt(at)
  const morning = hourOf(at) < 12
  if (altitude < -9) return 'night'
  if (altitude < 1) return morning ? 'dawn' : 'dusk'
  return !morning && altitude < 14 ? 'evening' : 'day'
}

const MOONS = [
  'new',
  'waxing-crescent',
  'first',
  'waxing',
  'full',
  'waning',
  'last',
  'waning-crescent',
] as const

/** What the moon of an instant is called: eight equal parts of its way. */
export const moonName = (at: number): (typeof MOONS)[number] =>
  MOONS[Math.round(moonPhase(at) / 45) % 8] ?? 'new'

export const seasonWords = (words: Words, at: number): string =>
  words.say(`nature-season-${seasonName(dayOf(at))}`)

/** What is usually held today, and what comes next. */
export function festivalWords(words: Words, at: number): readonly string[] {
  const day = dayOf(at)
  const names = festivityOf(day).festivals.map((id) => words.say(`nature-festival-${id}`))
  const next = nextFestival(day)
  const date = new Date(startOfDay(next.first) + 12 * 3_600_000).toISOString().slice(0, 10)
  return [
    names.length === 0
      ? words.say('nature-festival-none')
      : words.say('nature-festival-today', { names: joined(words, names) }),
    words.say('nature-festival-next', {
      name: words.say(`nature-festival-${next.id}`),
      date: words.day(date),
    }),
    words.say('nature-festival-check'),
  ]
}

/** Several names in one sentence. */
export const joined = (words: Words, names: readonly string[]): string =>
  new Intl.ListFormat(words.language, { type: 'conjunction' }).format(names)
