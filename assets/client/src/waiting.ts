/** Standing in line for a seat: asks again and again, until it is one's turn or there is nothing to wait for. */
import type { InLine, Result } from './api'
import { type Cell, cell } from './cell'
import type { Refusal } from './net/protocol'

export type WaitState =
  | { readonly kind: 'asking' }
  /** `isCut` while the town does not answer; the place is then not certain any more. */
  | {
      readonly kind: 'waiting'
      readonly place: number
      readonly waiting: number
      readonly isCut: boolean
    }
  /** A seat is kept for us. */
  | { readonly kind: 'turn' }
  /** There is nothing to wait for: the doors closed, or staff asked us to stay out. */
  | { readonly kind: 'over'; readonly reason: Refusal }

/** Seconds until the next question when the town did not say. */
const AGAIN_SECONDS = 3
/** Spread, so that a crowd that was cut off together does not ask in one instant. */
const SPREAD = 0.2

export interface WaitOptions {
  /** Asks for a seat: a place in line, or anything else when it is one's turn. */
  readonly ask: () => Promise<Result<InLine | { readonly ticket: string }>>
  /** Calls `act` after some milliseconds, also while nobody looks at the page. */
  readonly later: (act: () => void, ms: number) => void
  readonly chance?: () => number
}

export class Waiting {
  readonly state: Cell<WaitState> = cell<WaitState>({ kind: 'asking' })

  private readonly options: WaitOptions
  private isStopped = false

  constructor(options: WaitOptions) {
    this.options = options
    void this.ask()
  }

  /** Ask no more; the place is lost some seconds later. */
  stop(): void {
    this.isStopped = true
  }

  private async ask(): Promise<void> {
    const answer = await this.options.ask()
    if (this.isStopped) return
    if (answer.ok) this.hear(answer.value)
    else if (answer.refusal.retryable && answer.refusal.code !== 'event-not-open')
      this.miss(answer.refusal)
    else this.finish({ kind: 'over', reason: answer.refusal })
  }

  private hear(told: InLine | { readonly ticket: string }): void {
    if ('ticket' in told) {
      this.finish({ kind: 'turn' })
      return
    }
    const { place_in_line: place, waiting, poll_seconds: seconds } = told
    this.state.set({ kind: 'waiting', place, waiting, isCut: false })
    this.again(seconds)
  }

  /** The town is away for a moment, or asks for patience: the place on the page is only remembered. */
  private miss({ code, details }: Refusal): void {
    const state = this.state.get()
    if (state.kind === 'waiting' && code !== 'too-many') this.state.set({ ...state, isCut: true })
    const seconds = details['seconds']
    this.again(typeof seconds === 'number' ? Math.max(seconds, AGAIN_SECONDS) : AGAIN_SECONDS)
  }

  private again(seconds: number): void {
    const chance = (this.options.chance ?? Math.random)()
    this.options.later(() => {
      if (!this.isStopped) void this.ask()
    }, seconds * 1000 * (1 - SPREAD * chance))
  }

  private finish(state: WaitState): void {
    this.isStopped = true
    this.state.set(state)
  }
}
