/** What the town answers about codes and words that give a badge. */
import type { Badge } from './api'

export type ClaimedKind = 'event' | 'real'

/** The badge a code gives. */
export interface Offer {
  readonly kind: ClaimedKind
  readonly title: string
  readonly place: string
  /** YYYY-MM-DD in Kashima. */
  readonly occurred_on: string
  /** The event by its link; null for a counter in the city. */
  readonly event: string | null
  readonly art: string | null
  /** Stands for a code that will be worthless in a minute. */
  readonly hold: string | null
}

export interface Received {
  readonly badge: Badge
  /** False when the same code or word had given it before. */
  readonly is_new: boolean
}

export interface ScreenCode {
  readonly link: string
  readonly typed: string
  /** Modules of the QR code from the top, "1" a dark one. */
  readonly rows: readonly string[]
  readonly begins_at: string
  readonly ends_at: string
}

/** What a screen shows now and in the next minute. */
export interface ScreenAnswer {
  readonly label: string
  readonly event: boolean
  readonly used: number
  readonly cap: number
  readonly now: string
  readonly codes: readonly ScreenCode[]
}
