/** The line to one world: joins with a ticket, comes back by itself, and tells in plain states how it stands. */
import type { Emote } from '../town'
import {
  type Bounds,
  type Move,
  type PoseFrame,
  PROTOCOL,
  readPoses,
  readRefusal,
  readTold,
  type Refusal,
  type Told,
  UNREACHABLE,
  writeMove,
} from './protocol'
import { nextAttempt, RESUME_SECONDS } from './retry'
import { Socket } from './socket'

/** What lets a browser into one instance; it stays good for coming back during the same stay. */
export interface Ticket {
  readonly ticket: string
  readonly path: string
}

export type Joined =
  { readonly ok: true; readonly value: Ticket } | { readonly ok: false; readonly refusal: Refusal }

export type LinkState =
  | { readonly kind: 'joining' }
  | { readonly kind: 'here' }
  /** Broken; trying again. `kept` while the world keeps our avatar and what we miss. */
  | { readonly kind: 'away'; readonly reason: Refusal | null; readonly kept: boolean }
  /** Over, for that reason; nothing more will be tried. */
  | { readonly kind: 'gone'; readonly reason: Refusal }

export type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

/** A line of one's own, or a preset phrase by number. */
export type Line = { readonly text: string } | { readonly phrase: number }

export interface LinkListener {
  state(state: LinkState): void
  told(message: Told): void
  poses(frame: PoseFrame): void
}

export interface LinkOptions {
  /** Asks the town for a ticket; called again when the old seat has lapsed. */
  readonly join: () => Promise<Joined>
  readonly listener: LinkListener
}

/** Milliseconds for a whole attempt, from the first byte to the welcome. */
const ATTEMPT_MS = 10_000
const ANSWER_MS = 8_000

/** Refusals of a join worth waiting out in silence; about all others a person must be told. */
const PASSING: ReadonlySet<string> = new Set(['unavailable', 'too-many'])

export class Connection {
  private readonly join: () => Promise<Joined>
  private readonly listener: LinkListener
  private state: LinkState = { kind: 'joining' }
  private ticket: Ticket | null = null
  private socket: Socket | null = null
  private bounds: Bounds | null = null
  /** Number of the last thing said that we heard, so that the world, or another, knows what we missed. */
  private last: number | undefined
  private goodbye: Refusal | null = null
  private lostAt: number | null = null
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  /** Grows with every attempt, so that answers to an abandoned one are not heard. */
  private epoch = 0
  private readonly hurry = (): void => this.retryNow()

  constructor({ join, listener }: LinkOptions) {
    this.join = join
    this.listener = listener
    addEventListener('online', this.hurry)
    document.addEventListener('visibilitychange', this.hurry)
    void this.enter()
  }

  /** Tell the world where we walked, unless the line still holds what was said before. */
  move(move: Move): boolean {
    if (this.state.kind !== 'here' || this.bounds === null || this.socket === null) return false
    return this.socket.sendNow(writeMove(move, this.bounds))
  }

  say(line: Line): Promise<Answer> {
    return this.ask('chat', line)
  }

  emote(emote: Emote): Promise<Answer> {
    return this.ask('emote', { emote })
  }

  /** Not to meet the visitor behind that avatar any more (rule BL1). */
  block(avatar: number): Promise<Answer> {
    return this.ask('block', { avatar })
  }

  /** Call everybody to where we are (rule GA1). */
  gather(): Promise<Answer> {
    return this.ask('gather', {})
  }

  /** Be taken to a place without walking (rule TV1). */
  travel(place: string): Promise<Answer> {
    return this.ask('travel', { place })
  }

  /** Leave for good: the avatar goes at once instead of waiting for us to come back. */
  async leave(): Promise<void> {
    const left = this.ask('leave', {})
    this.goodbye = { code: 'left', retryable: false, details: {} }
    await left
    this.end(this.goodbye)
  }

  /** Try again this moment instead of after the wait. */
  retryNow(): void {
    if (this.state.kind !== 'away' || document.visibilityState === 'hidden') return
    if (this.socket !== null || this.timer === undefined) return
    this.attempt()
  }

  /** Close without a word, as when the page is left. */
  stop(): void {
    this.epoch += 1
    clearTimeout(this.timer)
    removeEventListener('online', this.hurry)
    document.removeEventListener('visibilitychange', this.hurry)
    this.drop()
  }

  private async enter(): Promise<void> {
    const epoch = this.nextEpoch()
    this.timer = undefined
    const joined = await this.join()
    if (epoch !== this.epoch) return
    if (joined.ok) {
      this.ticket = joined.value
      this.dial(joined.value)
    } else if (PASSING.has(joined.refusal.code)) this.again(joined.refusal)
    else this.end(joined.refusal)
  }

  private dial({ ticket, path }: Ticket): void {
    const epoch = this.nextEpoch()
    const hear =
      <A extends unknown[]>(act: (...said: A) => void) =>
      (...said: A): void => {
        if (epoch === this.epoch) act(...said)
      }
    const socket = new Socket({
      address: `${location.origin.replace(/^http/, 'ws')}${path}`,
      auth: { ticket, protocol: PROTOCOL, lane: 'compact', after: this.last },
      listener: {
        event: hear((name: string, payload: unknown) => this.hearEvent(name, payload)),
        binary: hear((bytes: ArrayBuffer) => this.seePoses(bytes)),
        refused: hear((data: unknown) =>
          this.refused(data === undefined ? null : readRefusal(data)),
        ),
        over: hear(() => this.broken(this.goodbye)),
      },
    })
    this.socket = socket
    this.timer = setTimeout(() => this.broken(null), ATTEMPT_MS)
  }

  private hearEvent(name: string, payload: unknown): void {
    if (name === 'bye') {
      this.goodbye = readRefusal(payload)
      return
    }
    const message = readTold(name, payload)
    if (message !== null) this.hearTold(message)
  }

  private seePoses(bytes: ArrayBuffer): void {
    if (this.bounds === null) return
    const frame = readPoses(bytes, this.bounds)
    if (frame !== null) this.listener.poses(frame)
  }

  private hearTold(message: Told): void {
    const isWelcome = message.kind === 'welcome'
    if (isWelcome) this.last = message.n
    else if ('n' in message) {
      // After a return the world may repeat what was already on its way when the line broke.
      if (this.last !== undefined && message.n <= this.last) return
      this.last = message.n
    }
    if (isWelcome) {
      clearTimeout(this.timer)
      this.timer = undefined
      this.bounds = message.bounds
      this.lostAt = null
      this.failures = 0
    }
    this.listener.told(message)
    if (isWelcome) this.become({ kind: 'here' })
  }

  private refused(refusal: Refusal | null): void {
    if (refusal?.code === 'ticket-refused') this.ticket = null
    this.broken(refusal)
  }

  private broken(reason: Refusal | null): void {
    this.nextEpoch()
    this.drop()
    this.goodbye = null
    // The instance went to another world, whose tickets are others; and of a world that does not
    // answer nobody knows but the town whether another one goes on in its place.
    const isUnanswered = reason === null && this.state.kind !== 'here'
    if (reason?.code === 'moved' || isUnanswered) this.ticket = null
    if (reason !== null && !reason.retryable) this.end(reason)
    else this.again(reason)
  }

  private again(reason: Refusal | null): void {
    this.lostAt ??= performance.now()
    const away = this.awaySeconds()
    const seconds = reason?.details['seconds']
    const attempt = nextAttempt(away, this.failures, {
      chance: Math.random(),
      ...(typeof seconds === 'number' && { atLeast: seconds }),
    })
    if (attempt.how === 'give-up') {
      this.end(reason ?? UNREACHABLE)
      return
    }
    this.failures += 1
    this.become({ kind: 'away', reason, kept: attempt.how === 'resume' })
    this.timer = setTimeout(() => this.attempt(), attempt.after * 1000)
  }

  private attempt(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.awaySeconds() < RESUME_SECONDS && this.ticket !== null) this.dial(this.ticket)
    else void this.enter()
  }

  private end(reason: Refusal): void {
    this.stop()
    if (this.state.kind !== 'gone') this.become({ kind: 'gone', reason })
  }

  private become(state: LinkState): void {
    this.state = state
    this.listener.state(state)
  }

  private drop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.socket?.close()
    this.socket = null
  }

  private nextEpoch(): number {
    this.epoch += 1
    return this.epoch
  }

  private awaySeconds(): number {
    return this.lostAt === null ? 0 : (performance.now() - this.lostAt) / 1000
  }

  private async ask(name: string, payload: object): Promise<Answer> {
    if (this.state.kind !== 'here' || this.socket === null)
      return { ok: false, refusal: UNREACHABLE }
    try {
      const answer: unknown = await this.socket.ask(name, payload, ANSWER_MS)
      const isFine =
        typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
      return isFine ? { ok: true } : { ok: false, refusal: readRefusal(answer) }
    } catch {
      return { ok: false, refusal: UNREACHABLE }
    }
  }
}
