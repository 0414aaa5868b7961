/** Samples of what lives and rings in the town, computed: nothing is recorded, nothing downloaded. */
import { seeded } from '../plan/noise'

/** Mono samples of a loop that closes without a click, from -1 to 1. */
export type Loop = Float32Array<ArrayBuffer>

const TURN = 2 * Math.PI

const empty = (seconds: number, rate: number): Loop => new Float32Array(Math.round(seconds * rate))

/** White noise; the seed keeps it the same on every device. */
export function white(seconds: number, rate: number): Loop {
  const roll = seeded(101)
  return empty(seconds, rate).map(() => roll() * 2 - 1)
}

interface Note {
  /** Seconds from the beginning of the loop. */
  readonly at: number
  readonly length: number
  /** The sample `t` seconds into the note; may use how far through it one is. */
  readonly wave: (t: number, share: number) => number
}

/** Adds a note; what goes over the end of the loop begins it again. */
function sing(loop: Loop, rate: number, { at, length, wave }: Note): void {
  const [first, count] = [Math.round(at * rate), Math.round(length * rate)]
  for (let i = 0; i < count; i += 1) {
    const k = (first + i) % loop.length
    loop[k] = (loop[k] ?? 0) + wave(i / rate, i / count)
  }
}

/** Rises and falls without a corner. */
const swell = (share: number): number => Math.sin(Math.PI * share) ** 2

/** Bell crickets ring in long trills, field crickets chirp in short rows. */
export function crickets(rate: number): Loop {
  const loop = empty(9, rate)
  const roll = seeded(7)
  for (const [start, pitch, level] of [
    [0.2, 4150, 0.32],
    [3.1, 4040, 0.26],
    [5.6, 4230, 0.3],
  ] as const)
    for (let k = 0; k < 2; k += 1)
      sing(loop, rate, {
        at: start + k * 1.15,
        length: 1,
        wave: (t, share) =>
          level * swell(share) * Math.sin(TURN * pitch * t) * (0.5 + 0.5 * Math.sin(TURN * 27 * t)),
      })
  for (let row = 0; row < 7; row += 1) {
    const [start, pitch] = [roll() * 9, 4700 + roll() * 500]
    for (let chirp = 0; chirp < 4; chirp += 1)
      sing(loop, rate, {
        at: start + chirp * 0.11,
        length: 0.06,
        wave: (t, share) => 0.14 * swell(share) * Math.sin(TURN * pitch * t),
      })
  }
  return loop
}

/** Tree frogs of flooded paddies: rows of croaks, near and far. */
export function frogs(rate: number): Loop {
  const loop = empty(7, rate)
  const roll = seeded(19)
  for (let frog = 0; frog < 9; frog += 1) {
    const [start, pitch, level] = [roll() * 7, 780 + roll() * 460, 0.1 + roll() * 0.2]
    const [croaks, every] = [3 + Math.floor(roll() * 6), 0.22 + roll() * 0.08]
    for (let k = 0; k < croaks; k += 1)
      sing(loop, rate, {
        at: start + k * every,
        length: 0.14,
        wave: (t, share) =>
          level *
          swell(share) *
          (Math.sin(TURN * pitch * t) + 0.5 * Math.sin(TURN * 2.4 * pitch * t)) *
          Math.max(0, Math.sin(TURN * 46 * t)),
      })
  }
  return loop
}

/** Bubbles and small crabs on the drying mud: soft pops of rising pitch. */
export function bubbles(rate: number): Loop {
  const loop = empty(8, rate)
  const roll = seeded(43)
  for (let pop = 0; pop < 110; pop += 1) {
    const [pitch, level] = [600 + roll() ** 2 * 2600, 0.05 + roll() ** 3 * 0.5]
    sing(loop, rate, {
      at: roll() * 8,
      length: 0.03 + roll() * 0.03,
      wave: (t, share) =>
        level * Math.min(1, share * 12) * Math.exp(-share * 6) * Math.sin(TURN * pitch * (1 + 0.6 * share) * t),
    })
  }
  return loop
}

/** Partials of a small bronze bell: ratio, level, seconds until it is a third as loud. */
const PARTIALS = [
  [1, 1, 2.6],
  [2.02, 0.55, 1.9],
  [2.76, 0.5, 1.3],
  [4.1, 0.3, 0.8],
  [5.43, 0.22, 0.5],
  [8.2, 0.12, 0.25],
] as const

/** The bell before the shrine, pulled now and then: a jangle, then a long ring. */
export function bell(rate: number): Loop {
  const loop = empty(19, rate)
  const strike = (at: number, pitch: number, level: number): void =>
    sing(loop, rate, {
      at,
      length: 5.5,
      wave: (t, share) =>
        level *
        Math.min(1, t * 900) *
        (1 - share) *
        PARTIALS.reduce(
          (sum, [ratio, part, decay]) =>
            sum + part * Math.exp(-t / decay) * Math.sin(TURN * pitch * ratio * t),
          0,
        ),
    })
  for (const [at, level] of [
    [1, 0.16],
    [1.32, 0.11],
    [1.58, 0.13],
    [11.4, 0.12],
    [11.75, 0.09],
  ] as const)
    strike(at, 642, level)
  return loop
}
