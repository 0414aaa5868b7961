/**
 * The tide of the inner Ariake Sea, predicted harmonically.
 *
 * Constants: tide gauge of Oura (Tara, Saga; Japan Meteorological Agency, 32.98 N 130.22 E), some
 * 16 km south-east of Kashima's shore, from TICON-4 (https://www.seanoe.org/data/00980/109129/,
 * CC BY 4.0), which analysed 1967 to 2023; lags are against Greenwich. Confidence: high for Oura;
 * Kashima itself has no published constants we found, and the tide there is a little larger and
 * some minutes later. Terms under 1.5 cm are left out, and MB2 (2.0 cm), whose argument authors define
 * differently. Weather moves the sea by decimetres more.
 */
import { cosine, orbitsAt, type Orbits, RADIAN, sine } from './orbits'

/** How the lunar node, in 18.6 years, changes a term: Pugh, Tides, Surges and Mean Sea-Level, table 4.3. */
type Nodal = 'none' | 'm2' | 'm2 reversed' | 'm2 twice' | 'm3' | 'mk' | 'k1' | 'o1' | 'k2' | 'j1'

interface Term {
  readonly name: string
  /** Centimetres. */
  readonly amplitude: number
  /** Degrees by which high water follows the term's own argument at Greenwich. */
  readonly lag: number
  /** Multiples of T (15 degrees an hour), s, h, p, p', and a fixed angle. */
  readonly argument: readonly [number, number, number, number, number, number]
  readonly nodal: Nodal
}

const term = (
  name: string,
  amplitude: number,
  lag: number,
  argument: Term['argument'],
  nodal: Nodal = 'none',
): Term => ({ name, amplitude, lag, argument, nodal })

export const TERMS: readonly Term[] = [
  term('M2', 152.096747, -2.485428, [2, -2, 2, 0, 0, 0], 'm2'),
  term('S2', 67.089843, 32.819963, [2, 0, 0, 0, 0, 0]),
  term('N2', 27.488002, -4.975697, [2, -3, 2, 1, 0, 0], 'm2'),
  term('K2', 18.846361, 24.849104, [2, 0, 2, 0, 0, 0], 'k2'),
  term('MU2', 11.607139, 53.327915, [2, -4, 4, 0, 0, 0], 'm2'),
  term('L2', 6.899258, -23.050731, [2, -1, 2, -1, 0, 180], 'm2'),
  term('2SM2', 4.885016, -170.096172, [2, 2, -2, 0, 0, 0], 'm2 reversed'),
  term('NU2', 4.782663, -25.946185, [2, -3, 4, -1, 0, 0], 'm2'),
  term('T2', 4.570724, 39.256194, [2, 0, -1, 0, 1, 0]),
  term('LAMBDA2', 4.249969, -31.835766, [2, -1, 0, 1, 0, 180], 'm2'),
  term('2N2', 3.615744, -11.755301, [2, -4, 2, 2, 0, 0], 'm2'),
  term('EPSILON2', 2.916548, 52.561659, [2, -5, 4, 1, 0, 0], 'm2 twice'),
  term('MKS2', 1.998934, 111.816519, [2, -2, 4, 0, 0, 0], 'mk'),
  term('M3', 1.817541, -22.727719, [3, -3, 3, 0, 0, 180], 'm3'),
  term('R2', 1.779599, 17.466207, [2, 0, 1, 0, -1, 180]),
  term('K1', 28.816334, 89.062142, [1, 0, 1, 0, 0, 90], 'k1'),
  term('O1', 21.976164, 69.019724, [1, -2, 1, 0, 0, 270], 'o1'),
  term('P1', 8.950814, 91.157571, [1, 0, -1, 0, 0, 270]),
  term('Q1', 4.474634, 57.319476, [1, -3, 1, 1, 0, 270], 'o1'),
  term('J1', 1.543997, 117.311081, [1, 1, 1, -1, 0, 90], 'j1'),
  // The year's swing of the mean level: highest in late summer, when the sea is warm.
  term('SA', 19.161804, 146.223104, [0, 0, 1, 0, 0, 0]),
  term('SSA', 2.168845, -21.30201, [0, 0, 2, 0, 0, 0]),
]

/** Factor and angle of the nodal correction. */
function nodal(kind: Nodal, n: number): readonly [factor: number, angle: number] {
  const [c, s] = [cosine(n), sine(n)]
  const m2 = [1 - 0.037 * c, -2.1 * s] as const
  const k2 = [1.024 + 0.286 * c, -17.7 * s] as const
  switch (kind) {
    case 'none':
      return [1, 0]
    case 'm2':
      return m2
    case 'm2 reversed':
      return [m2[0], -m2[1]]
    case 'm2 twice':
      return [m2[0] ** 2, 2 * m2[1]]
    case 'm3':
      return [m2[0] ** 1.5, 1.5 * m2[1]]
    case 'mk':
      return [m2[0] * k2[0], m2[1] + k2[1]]
    case 'k1':
      return [1.006 + 0.115 * c, -8.9 * s]
    case 'o1':
      return [1.009 + 0.187 * c, 10.8 * s]
    case 'k2':
      return k2
    case 'j1':
      return [1.013 + 0.168 * c, -12.9 * s]
  }
}

function swing({ amplitude, lag, argument, nodal: kind }: Term, ms: number, at: Orbits): number {
  const [t, s, h, p, ps, fixed] = argument
  const hours = (ms / 3_600_000) % 24
  const angle = t * 15 * hours + s * at.s + h * at.h + p * at.p + ps * at.ps + fixed
  const [factor, shift] = nodal(kind, at.n)
  return factor * amplitude * Math.cos((angle + shift - lag) * RADIAN)
}

/** Predicted height of the sea at an instant, in metres over its mean level of many years. */
export function tideAt(ms: number): number {
  const at = orbitsAt(ms)
  return TERMS.reduce((sum, one) => sum + swing(one, ms, at), 0) / 100
}

/** A high or a low water. */
export interface Turn {
  readonly kind: 'high' | 'low'
  /** The instant. */
  readonly at: number
  /** Metres over the mean level. */
  readonly height: number
}

const STEP = 600_000
/** Half the span over which the slope of the tide is taken. */
const NEARBY = 30_000
const slope = (ms: number): number => tideAt(ms + NEARBY) - tideAt(ms - NEARBY)

/** Every high and low water from `from` until before `to`, in order. */
export function tideTurns(from: number, to: number): readonly Turn[] {
  const turns: Turn[] = []
  let before = slope(from)
  for (let at = from; at < to; at += STEP) {
    const after = slope(at + STEP)
    if (before > 0 !== after > 0) {
      const rising = before > 0
      let [low, high] = [at, at + STEP]
      while (high - low > 1000) {
        const middle = (low + high) / 2
        if (slope(middle) > 0 === rising) low = middle
        else high = middle
      }
      if (low < to) turns.push({ kind: rising ? 'high' : 'low', at: low, height: tideAt(low) })
    }
    before = after
  }
  return turns
}

/** What the sea does at an instant. */
export interface TideNow {
  readonly height: number
  readonly rising: boolean
  readonly nextHigh: Turn
  readonly nextLow: Turn
}

/** Two high waters are never further apart than this. */
const SEARCH = 20 * 3_600_000

/** Height, direction and the next turns at an instant. Throws only if the sea stood still. */
export function tideNow(ms: number): TideNow {
  const turns = tideTurns(ms, ms + SEARCH)
  const next = (kind: Turn['kind']): Turn => {
    const turn = turns.find((one) => one.kind === kind)
    if (turn === undefined) throw new RangeError(`no ${kind} water within ${SEARCH} ms`)
    return turn
  }
  return {
    height: tideAt(ms),
    rising: slope(ms) > 0,
    nextHigh: next('high'),
    nextLow: next('low'),
  }
}

/** The size of the tide by the moon: large when moon, Earth and sun stand in line. */
export type TideSize = 'spring' | 'middle' | 'neap'

/** `phase` is the moon's angle before the sun in degrees; the sea answers about a day and a half late. */
export function tideSize(phase: number): TideSize {
  const past = (((phase - 18) % 180) + 180) % 180
  const away = Math.min(past, 180 - past)
  return away < 30 ? 'spring' : away > 66 ? 'neap' : 'middle'
}
