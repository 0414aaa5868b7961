/** What the town answers over HTTP: passport, events, joining; every refusal as a value, never thrown. */
import type { Offer, Received, ScreenAnswer } from './claims'
import type { Entrance } from './entrance'
import type { Language } from './i18n/language'
import type { Ticket } from './net/connection'
import { type EventState, readRefusal, type Refusal, type Stamp, UNREACHABLE } from './net/protocol'

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** `parked` waits for a person at city hall; to its visitor it is still being prepared. */
export type BadgeState = 'queued' | 'batched' | 'parked' | 'mined' | 'final' | 'revoked'

/** What a badge is for. */
export type BadgeKind = 'event' | 'rally' | 'monthly' | 'real' | 'host'

/** How a badge was earned. */
export type BadgeSource =
  'presence' | 'stamps' | 'month' | 'one-time' | 'rotating' | 'word' | 'grant'

export interface Badge {
  readonly id: number
  readonly title: string
  readonly place: string
  readonly occurred_on: string
  readonly kind: BadgeKind
  readonly source: BadgeSource
  readonly state: BadgeState
  readonly proof: string | null
  readonly art: string | null
}

export interface Visitor {
  readonly nickname: string
  readonly look: number
  readonly language: Language
  readonly remembered: boolean
  /** Calendar days in Kashima (YYYY-MM-DD) on which this visitor came. */
  readonly visit_days: readonly string[]
  readonly badges: readonly Badge[]
  /** The places this visitor has reached, the first first. */
  readonly stamps: readonly Stamp[]
}

export interface TownEvent {
  readonly slug: string
  readonly title: string
  readonly place: string
  readonly starts_at: string
  readonly ends_at: string
  readonly state: EventState
  readonly capacity: number
  readonly taken: number
  readonly waiting: number
  readonly languages: readonly Language[]
  readonly rule: { readonly kind: 'share' | 'minutes'; readonly value: number }
}

/** A place in line, the first being 1; good for as long as one asks again. */
export interface InLine {
  readonly place_in_line: number
  readonly waiting: number
  readonly poll_seconds: number
}

export interface PassportWishes {
  readonly nickname: string
  readonly look: number
  readonly language: Language
}

/** What pages that are fetched later need of the town's HTTP door. */
export type Asking = Pick<Api, 'ask'>

const PATIENCE_MS = 10_000

/** The town's HTTP door, speaking `language` to whoever reads its messages. */
export class Api {
  language: Language
  /** With which a guide or staff come in; of no use for any other event. */
  entrance: Entrance | null = null
  /** Hears whose passport this browser holds, whenever the town says so. */
  told: (visitor: Visitor) => void = () => undefined

  constructor(language: Language) {
    this.language = language
  }

  /** The visitor of this browser's passport; null for a stranger. */
  async passport(): Promise<Result<Visitor | null>> {
    const answer = await this.call<{ visitor: Visitor } | null>('GET', '/api/passport')
    return answer.ok ? { ok: true, value: answer.value?.visitor ?? null } : answer
  }

  register(wishes: PassportWishes, remember: boolean): Promise<Result<Visitor>> {
    return this.visitor('POST', { ...wishes, remember })
  }

  change(wishes: Partial<PassportWishes>): Promise<Result<Visitor>> {
    return this.visitor('PATCH', wishes)
  }

  /** Be remembered from now on, or no longer than this stay. */
  agree(remember: boolean): Promise<Result<Visitor>> {
    return this.visitor('POST', { remember }, '/consent')
  }

  /** Erase everything kept about this visitor. */
  erase(): Promise<Result<unknown>> {
    return this.call('DELETE', '/api/passport')
  }

  async events(): Promise<Result<readonly TownEvent[]>> {
    const answer = await this.call<{ events: TownEvent[] }>('GET', '/api/events')
    return answer.ok ? { ok: true, value: answer.value.events } : answer
  }

  async event(slug: string): Promise<Result<TownEvent>> {
    const path = `/api/events/${encodeURIComponent(slug)}`
    const answer = await this.call<{ event: TownEvent }>('GET', path)
    return answer.ok ? { ok: true, value: answer.value.event } : answer
  }

  join(event: string | null): Promise<Result<Ticket>> {
    return this.call('POST', '/api/join', this.wish(event))
  }

  /** A ticket when it is one's turn, else a place in line. */
  wait(event: string | null): Promise<Result<Ticket | InLine>> {
    return this.call('POST', '/api/join', { ...this.wish(event), wait: true })
  }

  /** Wait no longer; also when the page is just being closed. */
  leaveLine(event: string | null): Promise<Result<unknown>> {
    return this.call('POST', '/api/leave', { event })
  }

  /** What badge a code gives. */
  look(code: string): Promise<Result<Offer>> {
    return this.call('POST', '/api/claims/look', { code })
  }

  /** Be given a code's badge, by the hold of it where there is one; asking again changes nothing. */
  receive(code: string, hold: string | null): Promise<Result<Received>> {
    return this.call('POST', '/api/claims', hold === null ? { code } : { hold })
  }

  /** Be given an event's badge by the word that was said there. */
  sayWord(event: string, word: string): Promise<Result<Received>> {
    return this.call('POST', '/api/claims/word', { event, word })
  }

  /** The codes a screen shows now and next. */
  screen(screen: string): Promise<Result<ScreenAnswer>> {
    return this.call('POST', '/api/claims/screen', { screen })
  }

  private wish(event: string | null): object {
    const entry = this.entrance?.event === event ? this.entrance?.entry : undefined
    return { event, ...(entry !== undefined && { entry }) }
  }

  /** One question to the town, for pages that are fetched later. */
  ask<T>(method: string, path: string, body?: object): Promise<Result<T>> {
    return this.call(method, path, body)
  }

  private async visitor(method: string, body?: object, path = ''): Promise<Result<Visitor>> {
    const answer = await this.call<{ visitor: Visitor }>(method, `/api/passport${path}`, body)
    if (!answer.ok) return answer
    this.told(answer.value.visitor)
    return { ok: true, value: answer.value.visitor }
  }

  private async call<T>(method: string, path: string, body?: object): Promise<Result<T>> {
    try {
      const response = await fetch(path, {
        method,
        headers: {
          'Accept-Language': this.language,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const told: unknown = response.status === 204 ? null : await response.json()
      if (response.ok) return { ok: true, value: told as T }
      const error = typeof told === 'object' && told !== null && 'error' in told ? told.error : null
      return { ok: false, refusal: readRefusal(error) }
    } catch {
      // No network, no JSON, too slow: all mean that the town cannot be reached right now.
      return { ok: false, refusal: UNREACHABLE }
    }
  }
}
