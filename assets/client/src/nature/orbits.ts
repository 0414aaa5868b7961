/** Mean positions of sun and moon as seen from Earth, in degrees: what tides and the sky are reckoned from. */

/** Julian day of the instant `ms` milliseconds after 1970. */
export const julianDay = (ms: number): number => ms / 86_400_000 + 2_440_587.5

/** Julian centuries since noon of 1 January 2000. */
export const centuries = (ms: number): number => (julianDay(ms) - 2_451_545) / 36_525

/** An angle brought between 0 and 360. */
export const turned = (degrees: number): number => ((degrees % 360) + 360) % 360

export const RADIAN = Math.PI / 180
export const sine = (degrees: number): number => Math.sin(degrees * RADIAN)
export const cosine = (degrees: number): number => Math.cos(degrees * RADIAN)

/** The five slow angles of tidal theory, in degrees. */
export interface Orbits {
  /** Mean longitude of the moon. */
  readonly s: number
  /** Mean longitude of the sun. */
  readonly h: number
  /** Longitude of the moon's perigee. */
  readonly p: number
  /** Longitude of the moon's ascending node. */
  readonly n: number
  /** Longitude of the sun's perigee. */
  readonly ps: number
}

/** Where sun and moon stand on average; polynomials of Meeus, Astronomical Algorithms, ch. 25 and 47. */
export function orbitsAt(ms: number): Orbits {
  const t = centuries(ms)
  return {
    s: turned(218.3164477 + 481_267.88123421 * t - 0.0015786 * t * t),
    h: turned(280.46646 + 36_000.76983 * t + 0.0003032 * t * t),
    p: turned(83.3532465 + 4_069.0137287 * t - 0.01032 * t * t),
    n: turned(125.0445479 - 1_934.1362891 * t + 0.0020754 * t * t),
    ps: turned(282.93735 + 1.71946 * t + 0.00046 * t * t),
  }
}
