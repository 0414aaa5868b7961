/** Plays a recorded tour to one visitor: its guide walks in their own town, waits for them, and is read as a caption. */
import { type Cell, cell } from '../cell'
import type { Language } from '../i18n/language'
import type { Words } from '../i18n/words'
import type { Gait, Pose } from '../town'
import { type Mark, stanceAt } from './script'

/** What a guide or staff said at that millisecond. */
export interface SaidThen {
  readonly at: number
  readonly by: string
  readonly text: string | null
  readonly phrase: number | null
}

export interface Recording {
  readonly recording: {
    readonly slug: string
    readonly title: string
    readonly place: string
    readonly day: string
    readonly languages: readonly Language[]
    readonly seconds: number
    readonly lines: number
  }
  readonly marks: readonly Mark[]
  readonly said: readonly SaidThen[]
}

/** What a replay shows itself through. */
export interface Stage {
  /** The ghost stands there now, and gets there in `span` seconds. */
  stand(pose: Pose, gait: Gait, span: number): void
  say(line: SaidThen): void
  /** How far the visitor is from the ghost while following it; null for who does not. */
  behind(): number | null
  end(): void
}

export type Playing = 'playing' | 'waiting' | 'paused' | 'over'

/** Seconds from one move of the ghost to the next. */
const TICK = 0.25
/** Metres behind which a follower is waited for, and within which it goes on. */
const LAGS = 25
const CAUGHT_UP = 12

export class Replay {
  readonly state: Cell<Playing> = cell<Playing>('playing')
  readonly recording: Recording
  private readonly stage: Stage
  private played = 0
  private next = 0
  private tickedAt: number | null = null

  constructor(recording: Recording, stage: Stage) {
    this.recording = recording
    this.stage = stage
  }

  /** Milliseconds played so far. */
  get at(): number {
    return this.played
  }

  /** Once a frame, at `now` seconds. */
  frame(now: number): void {
    if (this.state.get() === 'over') return
    if (this.tickedAt === null) this.tickedAt = now - TICK
    const since = now - this.tickedAt
    if (since < TICK) return
    this.tickedAt = now
    if (this.goesOn()) this.step(Math.min(since, 2 * TICK))
  }

  pause(): void {
    if (this.state.get() !== 'over') this.state.set('paused')
  }

  resume(): void {
    if (this.state.get() === 'paused') this.state.set('playing')
  }

  end(): void {
    if (this.state.get() === 'over') return
    this.state.set('over')
    this.stage.end()
  }

  private goesOn(): boolean {
    if (this.state.get() === 'paused') return false
    const behind = this.stage.behind()
    const isWaiting = this.state.get() === 'waiting'
    const mustWait = behind !== null && behind > (isWaiting ? CAUGHT_UP : LAGS)
    if (mustWait && !isWaiting) this.stand(TICK)
    this.state.set(mustWait ? 'waiting' : 'playing')
    return !mustWait
  }

  private step(seconds: number): void {
    this.played += seconds * 1000
    this.stand(TICK)
    for (let line = this.recording.said[this.next]; line !== undefined; ) {
      if (line.at > this.played) break
      this.stage.say(line)
      this.next += 1
      line = this.recording.said[this.next]
    }
    if (this.played > this.recording.recording.seconds * 1000 + LINGER_MS) this.end()
  }

  private stand(span: number): void {
    const stance = stanceAt(this.recording.marks, this.played)
    if (stance !== null) this.stage.stand(stance.pose, stance.gait, span)
  }
}

/** Milliseconds it stands after its end. */
const LINGER_MS = 6_000

/** The words of a line for a reader: a phrase is worded in their own language. */
export function lineWords(words: Words, { text, phrase }: SaidThen): string {
  return text ?? (phrase === null ? '' : words.say(`town-phrase-${phrase}`))
}
