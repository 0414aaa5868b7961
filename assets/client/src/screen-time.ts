/** Which code a screen may show at a moment: the town's clock decides, and an old code is never shown. Pure. */
import type { ScreenAnswer, ScreenCode } from './claims'

/** Two clocks of this device, in milliseconds; neither is trusted to be right, only to go on. */
export interface Ticks {
  /** `performance.now()`: even, but it may stand still while the device sleeps. */
  readonly even: number
  /** `Date.now()`: goes on in sleep, but somebody may set it. */
  readonly wall: number
}

/** What the town told, and when it arrived by this device's clocks. */
export interface Told {
  readonly answer: ScreenAnswer
  readonly at: Ticks
}

export interface Showing {
  readonly code: ScreenCode
  /** Whole seconds until the next one, at least 1. */
  readonly left: number
}

/** The town's time now, in milliseconds: whichever clock went further since is believed. */
export function townTime({ answer, at }: Told, now: Ticks): number {
  const passed = Math.max(now.even - at.even, now.wall - at.wall, 0)
  return Date.parse(answer.now) + passed
}

/** The code to show, or null when none of those told is good any more. */
export function showing(told: Told | null, now: Ticks): Showing | null {
  if (told === null) return null
  const time = townTime(told, now)
  const code = told.answer.codes.find(
    ({ begins_at, ends_at }) => Date.parse(begins_at) <= time && time < Date.parse(ends_at),
  )
  if (code === undefined) return null
  return { code, left: Math.max(1, Math.ceil((Date.parse(code.ends_at) - time) / 1000)) }
}

/** The outline of a QR code's dark modules, each one unit, with the quiet zone around. */
export function modulePath(rows: readonly string[], margin: number): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${margin + index},${margin + y}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('')
}
