/** Where sun and moon stand over Kashima, when they rise and set, and how full the moon is. */
import { centuries, cosine, julianDay, RADIAN, sine, turned } from './orbits'
import { dayOf, startOfDay } from './kashima-time'

/** Kashima, between castle and shore. */
export const KASHIMA = { latitude: 33.1, longitude: 130.12 } as const

/** A direction in the sky, in degrees. */
export interface Bearing {
  /** Over the horizon; below it negative. Refraction is not added. */
  readonly altitude: number
  /** From north over east. */
  readonly azimuth: number
}

interface Ecliptic {
  readonly longitude: number
  readonly latitude: number
}

/** Apparent longitude of the sun: low accuracy of Meeus ch. 25, right to 0.01 degrees. */
function sunLongitude(ms: number): number {
  const t = centuries(ms)
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly)
  const node = 125.04 - 1934.136 * t
  return turned(280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sine(node))
}

/** The moon by the largest terms of Meeus ch. 47: right to some 0.2 degrees, less than its own width. */
function moonPlace(ms: number): Ecliptic {
  const t = centuries(ms)
  const mean = 218.3164477 + 481_267.88123421 * t
  const d = 297.8501921 + 445_267.1114034 * t
  const sun = 357.5291092 + 35_999.0502909 * t
  const moon = 134.9633964 + 477_198.8675055 * t
  const f = 93.272095 + 483_202.0175233 * t
  return {
    longitude: turned(
      mean +
        6.289 * sine(moon) +
        1.274 * sine(2 * d - moon) +
        0.658 * sine(2 * d) +
        0.214 * sine(2 * moon) -
        0.185 * sine(sun) -
        0.114 * sine(2 * f) +
        0.059 * sine(2 * d - 2 * moon) +
        0.057 * sine(2 * d - sun - moon) +
        0.053 * sine(2 * d + moon) +
        0.046 * sine(2 * d - sun) -
        0.041 * sine(sun - moon) -
        0.035 * sine(d) -
        0.03 * sine(sun + moon),
    ),
    latitude:
      5.128 * sine(f) +
      0.281 * sine(moon + f) +
      0.278 * sine(moon - f) +
      0.173 * sine(2 * d - f) +
      0.055 * sine(2 * d - moon + f) +
      0.046 * sine(2 * d - moon - f),
  }
}

function bearing({ longitude, latitude }: Ecliptic, ms: number): Bearing {
  const t = centuries(ms)
  const tilt = 23.439291 - 0.0130042 * t
  const declination =
    Math.asin(sine(latitude) * cosine(tilt) + cosine(latitude) * sine(tilt) * sine(longitude)) /
    RADIAN
  const ascension =
    Math.atan2(
      sine(longitude) * cosine(tilt) - Math.tan(latitude * RADIAN) * sine(tilt),
      cosine(longitude),
    ) / RADIAN
  const sidereal = 280.46061837 + 360.98564736629 * (julianDay(ms) - 2_451_545)
  const hour = sidereal + KASHIMA.longitude - ascension
  const altitude =
    Math.asin(
      sine(KASHIMA.latitude) * sine(declination) +
        cosine(KASHIMA.latitude) * cosine(declination) * cosine(hour),
    ) / RADIAN
  const azimuth =
    Math.atan2(
      -cosine(declination) * sine(hour),
      sine(declination) * cosine(KASHIMA.latitude) -
        cosine(declination) * cosine(hour) * sine(KASHIMA.latitude),
    ) / RADIAN
  return { altitude, azimuth: turned(azimuth) }
}

/** Where the sun stands over Kashima at an instant. */
export const sunAt = (ms: number): Bearing =>
  bearing({ longitude: sunLongitude(ms), latitude: 0 }, ms)

/** Where the moon stands over Kashima at an instant; parallax is left out (under one degree). */
export const moonAt = (ms: number): Bearing => bearing(moonPlace(ms), ms)

/** How far the moon is ahead of the sun, in degrees: 0 new, 90 first quarter, 180 full. */
export const moonPhase = (ms: number): number =>
  turned(moonPlace(ms).longitude - sunLongitude(ms))

/** Altitude of the sun's middle when its upper edge touches the horizon, refraction included. */
const HORIZON = -0.833

export interface SunTimes {
  readonly rise: number
  readonly noon: number
  readonly set: number
}

/** Sunrise, highest sun and sunset of Kashima's day that holds `ms`, as instants. */
export function sunTimes(ms: number): SunTimes {
  const midnight = startOfDay(dayOf(ms))
  // Over Kashima the sun is highest between eleven and one: halving finds the top of one hump.
  let [early, late] = [midnight + 11 * 3_600_000, midnight + 13 * 3_600_000]
  while (late - early > 2000) {
    const middle = (early + late) / 2
    if (sunAt(middle - 500).altitude < sunAt(middle + 500).altitude) early = middle
    else late = middle
  }
  const noon = (early + late) / 2
  const crossing = (low: number, high: number): number => {
    let [below, above] = [low, high]
    while (Math.abs(above - below) > 1000) {
      const middle = (below + above) / 2
      if (sunAt(middle).altitude < HORIZON) below = middle
      else above = middle
    }
    return (below + above) / 2
  }
  const half = 12 * 3_600_000
  return { rise: crossing(noon - half, noon), noon, set: crossing(noon + half, noon) }
}
