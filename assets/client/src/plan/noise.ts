/** Numbers that look random but are the same on every device: noise, ramps and seeded rolls. */

export const mix = (a: number, b: number, share: number): number => a + (b - a) * share

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

/** 0 at `from`, 1 at `to`, smooth between; `from` may be the larger one. */
export function ramp(from: number, to: number, value: number): number {
  const share = clamp((value - from) / (to - from), 0, 1)
  return share * share * (3 - 2 * share)
}

const fraction = (value: number): number => value - Math.floor(value)

const hash = (x: number, y: number): number =>
  fraction(Math.sin(x * 127.1 + y * 311.7) * 43758.5453)

/** Smooth noise from 0 to 1 with features one unit wide. */
export function valueNoise(x: number, y: number): number {
  const column = Math.floor(x)
  const row = Math.floor(y)
  const u = ramp(0, 1, x - column)
  const v = ramp(0, 1, y - row)
  return mix(
    mix(hash(column, row), hash(column + 1, row), u),
    mix(hash(column, row + 1), hash(column + 1, row + 1), u),
    v,
  )
}

/** Rolls from 0 to 1; the same seed gives the same rolls (Park and Miller's generator). */
export function seeded(seed: number): () => number {
  let state = Math.max(1, Math.floor(seed) % 2147483647)
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
