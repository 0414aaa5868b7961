/** A tour as data (assets/town/tours): its shape, and a reader that says in words what is wrong with one. */
import type { Texts } from '../plan/data'

export interface Choice {
  readonly words: Texts
  /** What the guide says to whoever chose it; kind for every choice. */
  readonly answer: Texts
}

export interface Question {
  readonly ask: Texts
  readonly choices: readonly Choice[]
  readonly right: number
}

/** What the words of a stop rest on, by the tag of a source in `assets/town/sources.json`. */
export interface Fact {
  readonly says: string
  readonly source: string
}

export interface Stop {
  /** The id of a place of the town. */
  readonly place: string
  /** How long the words are listened to. */
  readonly seconds: number
  readonly words: Texts
  readonly facts: readonly Fact[]
  readonly question?: Question
}

export interface Tour {
  readonly version: 1
  readonly id: string
  readonly names: Texts
  readonly about: Texts
  readonly stops: readonly Stop[]
}

/** Metres: x east, y up, z south. */
export type WayPoint = readonly [x: number, y: number, z: number]
/** From one stop to the next. */
export type Leg = readonly WayPoint[]

/** The ways of one tour (assets/town/ways): `legs[k]` leads from stop `k` to stop `k + 1`. */
export interface TourWays {
  readonly version: 1
  readonly tour: string
  readonly legs: readonly Leg[]
}

/** A tour's data that cannot be used; the message says which part, and why. */
export class BadTour extends Error {}

const LANGUAGES = ['ja', 'en', 'th', 'ko', 'zh-TW'] as const
const ID = /^[a-z0-9-]{1,40}$/
const NAME_LENGTH = 80
const SHORT_LENGTH = 240
const LONG_LENGTH = 700

type Told = Readonly<Record<string, unknown>>

/** The tour in that data, whose stops are among `places`. Throws BadTour. */
export function readTour(raw: unknown, places: ReadonlySet<string>): Tour {
  const tour = record(raw, 'the tour')
  check(tour['version'] === 1, 'version', 'is not 1')
  check(typeof tour['id'] === 'string' && ID.test(tour['id']), 'id', 'is not a short plain word')
  texts(tour['names'], { where: 'names', most: NAME_LENGTH })
  texts(tour['about'], { where: 'about', most: SHORT_LENGTH })
  const stops = list(tour['stops'], 'stops')
  check(stops.length >= 2 && stops.length <= 20, 'stops', 'are not 2 to 20')
  for (const [k, stop] of stops.entries()) readStop(record(stop, `stop ${k + 1}`), k + 1, places)
  return raw as Tour
}

/** The ways in that data, made for `tour`. Throws BadTour. */
export function readWays(raw: unknown, tour: Tour): TourWays {
  const ways = record(raw, 'the ways')
  check(ways['version'] === 1, 'version', 'is not 1')
  check(ways['tour'] === tour.id, 'tour', `is not ${tour.id}`)
  const legs = list(ways['legs'], 'legs')
  const needed = tour.stops.length - 1
  check(legs.length === needed, 'legs', `are ${legs.length}, not ${needed}`)
  for (const [k, leg] of legs.entries()) {
    const points = list(leg, `leg ${k + 1}`)
    check(points.length >= 2 && points.every(isPoint), `leg ${k + 1}`, 'is no line of points')
  }
  return raw as TourWays
}

function readStop(stop: Told, number: number, places: ReadonlySet<string>): void {
  const where = `stop ${number}`
  const { place, seconds, question } = stop
  const isPlace = typeof place === 'string' && places.has(place)
  check(isPlace, where, `is at ${String(place)}, which the town does not have`)
  const isTime = typeof seconds === 'number' && seconds >= 10 && seconds <= 180
  check(isTime, where, 'does not last 10 to 180 seconds')
  texts(stop['words'], { where: `${where}, words`, most: LONG_LENGTH })
  const facts = list(stop['facts'], `${where}, facts`)
  check(facts.length > 0, where, 'rests on no fact')
  for (const fact of facts) {
    const { says, source } = record(fact, `${where}, facts`)
    check(isText(says) && isText(source), `${where}, facts`, 'one is without words or source')
  }
  if (question !== undefined) readQuestion(record(question, `${where}, question`), where)
}

function readQuestion({ ask, choices, right }: Told, stop: string): void {
  const where = `${stop}, question`
  texts(ask, { where, most: SHORT_LENGTH })
  const all = list(choices, `${where}, choices`)
  check(all.length >= 2 && all.length <= 4, where, 'has not 2 to 4 choices')
  for (const [k, one] of all.entries()) {
    const choice = record(one, `${where}, choice ${k + 1}`)
    texts(choice['words'], { where: `${where}, choice ${k + 1}`, most: NAME_LENGTH })
    texts(choice['answer'], { where: `${where}, answer ${k + 1}`, most: SHORT_LENGTH })
  }
  const isOne = Number.isInteger(right) && Number(right) >= 0 && Number(right) < all.length
  check(isOne, where, 'has a right answer that is none of the choices')
}

function texts(raw: unknown, { where, most }: { where: string; most: number }): void {
  const told = record(raw, where)
  for (const language of LANGUAGES) {
    const text = told[language]
    check(isText(text), where, `has nothing in ${language}`)
    check(String(text).length <= most, where, `is longer than ${most} characters in ${language}`)
  }
  const unknown = Object.keys(told).find((name) => !LANGUAGES.some((language) => language === name))
  check(unknown === undefined, where, `is in ${unknown ?? ''}, which nobody reads`)
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const isPoint = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 3 && value.every((one) => Number.isFinite(one))

function record(raw: unknown, where: string): Told {
  check(typeof raw === 'object' && raw !== null && !Array.isArray(raw), where, 'is no object')
  return raw as Told
}

function list(raw: unknown, where: string): readonly unknown[] {
  check(Array.isArray(raw), where, 'is no list')
  return raw as readonly unknown[]
}

function check(holds: boolean, where: string, why: string): void {
  if (!holds) throw new BadTour(`${where} ${why}`)
}
