/** What moment it is in Kashima: light, moon, tide, season and festival of one instant, for whoever shows the town. */
import { type Dress, festivityOf } from './calendar'
import { dayOf, hourOf } from './kashima-time'
import { type Season, seasonOf } from './season'
import { type Bearing, moonAt, moonPhase, sunAt } from './sun'
import { tideAt } from './tide'

export interface Moment {
  /** The instant, in milliseconds since 1970. */
  readonly at: number
  /** Hour of the day in Kashima with its fraction. */
  readonly hour: number
  readonly sun: Bearing
  readonly moon: Bearing
  /** Angle of the moon ahead of the sun in degrees; 180 is full. */
  readonly phase: number
  /** Metres of the sea over its mean level. */
  readonly tide: number
  readonly season: Season
  readonly dress: Dress
}

/** The moment at an instant. */
export function momentAt(at: number): Moment {
  const day = dayOf(at)
  return {
    at,
    hour: hourOf(at),
    sun: sunAt(at),
    moon: moonAt(at),
    phase: moonPhase(at),
    tide: tideAt(at),
    season: seasonOf(day),
    dress: festivityOf(day).dress,
  }
}
