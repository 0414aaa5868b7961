/** The three steps of the first minute, and what tells that one of them was done: pure. */

export type Step = 'look' | 'walk' | 'go' | 'arrive' | 'greet'

/** What can be seen of somebody from outside, now. */
export interface Noticed {
  /** Radians they have turned their view so far, either way. */
  readonly turned: number
  /** Seconds they have steered by their own hand. */
  readonly steered: number
  /** Walks to a place or a spot they have set out on. */
  readonly setOut: number
  /** Of those, the ones that ended, by arriving or by a stop. */
  readonly ended: number
  /** Phrases and lines of theirs. */
  readonly said: number
}

export const NOTHING: Noticed = { turned: 0, steered: 0, setOut: 0, ended: 0, said: 0 }

/** Radians of a look round, and seconds of a walk, that were meant. */
const LOOK = 0.6
const WALK = 0.5

/** What there is to try, by how the town is seen and steered. */
export function stepsFor({
  isFlat,
  isTouch,
}: {
  readonly isFlat: boolean
  readonly isTouch: boolean
}): readonly Step[] {
  if (!isFlat) return ['look', 'walk', 'go']
  // Arrow keys walk on the map; a finger has none.
  return ['go', 'arrive', isTouch ? 'greet' : 'walk']
}

/** Whether that step has been done. */
export function isDone(step: Step, noticed: Noticed): boolean {
  switch (step) {
    case 'look':
      return noticed.turned >= LOOK
    case 'walk':
      return noticed.steered >= WALK
    case 'go':
      return noticed.setOut > 0
    case 'arrive':
      return noticed.ended > 0
    case 'greet':
      return noticed.said > 0
    default:
      return step satisfies never
  }
}
