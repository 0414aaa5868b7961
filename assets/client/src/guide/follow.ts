/** Walking after somebody: sets out anew when they have gone on, and ends with the first step of one's own. */
import { type Cell, cell } from '../cell'
import type { Goal } from '../journey'
import type { Pose } from '../town'

/** How following somebody ended. */
export type FollowEnd = 'stopped' | 'steered' | 'gone' | 'no-way'

/** What following needs of the own walk. */
export interface Follower {
  pose(): Pose | null
  readonly goal: Cell<Goal | null>
  steeredSeconds(): number
  /** Walk to that point without it being a goal of one's own; false when there is no way. */
  approach(target: Pose): boolean
  stand(): void
}

export interface FollowParts {
  readonly journey: Follower
  /** Where somebody is now, in the seconds of `now`; null when nobody knows. */
  readonly whereIs: (id: number, now: number) => Pose | null
}

/** Metres to the followed beyond which one walks after them, and within which one stops. */
const TOO_FAR = 4
const NEAR_ENOUGH = 2.2
/** Metres the followed may go on before a way is looked for anew. */
const GONE_ON = 3
/** Seconds between two looks. */
const LOOK = 0.5
/** Seconds for which somebody nobody sees is waited for. */
const PATIENCE = 6
/** Looks without a way after which it is given up. */
const TRIES = 6

export class Follow {
  /** Who is followed, by avatar number. */
  readonly now: Cell<number | null> = cell<number | null>(null)
  /** How the last following ended; told anew each time. */
  readonly end: Cell<{ readonly how: FollowEnd } | null> = cell<{ how: FollowEnd } | null>(null)

  private readonly parts: FollowParts
  private steered = 0
  private lookedAt = Number.NEGATIVE_INFINITY
  private seenAt: number | null = null
  private aim: Pose | null = null
  private failed = 0

  constructor(parts: FollowParts) {
    this.parts = parts
  }

  /** Walk after somebody from now on. */
  follow(id: number): void {
    const { journey } = this.parts
    if (journey.goal.get() !== null) journey.stand()
    this.steered = journey.steeredSeconds()
    this.lookedAt = Number.NEGATIVE_INFINITY
    this.seenAt = null
    this.aim = null
    this.failed = 0
    this.now.set(id)
  }

  stop(): void {
    if (this.now.get() !== null) this.parts.journey.stand()
    this.finish('stopped')
  }

  /** Once a frame, at `now` seconds. */
  frame(now: number): void {
    const id = this.now.get()
    if (id === null) return
    const { journey, whereIs } = this.parts
    if (journey.steeredSeconds() > this.steered) {
      this.finish('steered')
      return
    }
    if (now - this.lookedAt < LOOK) return
    this.lookedAt = now
    const goal = journey.goal.get()
    if (goal !== null && this.seenAt !== null) {
      this.finish('steered')
      return
    }
    const [own, them] = [journey.pose(), whereIs(id, now)]
    if (them === null || own === null) {
      this.seenAt ??= now
      if (now - this.seenAt > PATIENCE) this.finish('gone')
      return
    }
    this.seenAt = now
    this.goAfter(own, them)
  }

  private goAfter(own: Pose, them: Pose): void {
    const { journey } = this.parts
    const away = Math.hypot(them.x - own.x, them.z - own.z, them.y - own.y)
    if (away < NEAR_ENOUGH) {
      if (this.aim !== null) journey.stand()
      this.aim = null
      this.failed = 0
      return
    }
    const { aim } = this
    const isAfter = aim !== null && Math.hypot(aim.x - them.x, aim.z - them.z) < GONE_ON
    if (away < TOO_FAR || isAfter) return
    if (journey.approach(them)) {
      this.aim = them
      this.failed = 0
      return
    }
    this.aim = null
    this.failed += 1
    if (this.failed >= TRIES) this.finish('no-way')
  }

  private finish(how: FollowEnd): void {
    if (this.now.get() === null) return
    this.now.set(null)
    this.aim = null
    this.end.set({ how })
  }
}
