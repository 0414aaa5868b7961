/** One visit: the line to the world, the others, the own walk and all that is said, shown through whichever view is open. */
import type { Api, Badge, BadgeState } from './api'
import { type Cell, cell, type Stop, type Watched } from './cell'
import { type Answer, Connection, type Line, type LinkState } from './net/connection'
import { Journey, type Steering } from './journey'
import type {
  Announcement,
  EventFacts,
  Gathered,
  Narration,
  PoseFrame,
  Stamp,
  Told,
  Welcome,
} from './net/protocol'
import type { Island, Place } from './plan/data'
import type { Entry } from './entry'
import { Roster } from './sim/roster'
import { isNews, type Stance } from './sim/stance'
import type { TourRun } from './tour/run'
import { heard, type Spoken } from './ui/spoken'
import type { AvatarCard, Emote, Gait, Ground, Pose, Role, TownScene } from './town'

/** What a view must be able to show: the town in three dimensions, or the flat one. */
export type View = Pick<
  TownScene,
  'own' | 'ownCard' | 'come' | 'leave' | 'move' | 'emote' | 'frame' | 'stop'
>

export type { Entry }

export interface VisitOptions {
  readonly api: Api
  readonly event: string | null
  readonly ground: Ground
  readonly places: readonly Place[]
  readonly islands: readonly Island[]
  readonly badges: readonly Badge[]
  readonly stamps: readonly Stamp[]
  /** What a recorded guide is called in the reader's language. */
  readonly recordedName: Watched<string>
}

/** What only this visitor sees among the others, and how it is moved. */
interface Ghost {
  readonly card: AvatarCard
  readonly stand: (pose: Pose, gait: Gait, span: number) => void
}

/** Milliseconds between two moves told to the world: its own beat. */
const MOVE_MS = 100
const KEPT_ENTRIES = 200
/** Seconds without a step, a word or a gesture after which the world stops counting (rule AC1). */
const RESTING_SECONDS = 60

export class Visit {
  readonly link: Cell<LinkState> = cell<LinkState>({ kind: 'joining' })
  readonly me: Cell<AvatarCard | null> = cell<AvatarCard | null>(null)
  readonly others: Cell<readonly AvatarCard[]> = cell<readonly AvatarCard[]>([])
  readonly entries: Cell<readonly Entry[]> = cell<readonly Entry[]>([])
  /** What a guide said, to be read large; the newest last. */
  readonly spoken: Cell<readonly Spoken[]> = cell<readonly Spoken[]>([])
  /** The last call of a guide or staff to come to them. */
  readonly call: Cell<Gathered | null> = cell<Gathered | null>(null)
  readonly event: Cell<EventFacts | null> = cell<EventFacts | null>(null)
  readonly badges: Cell<readonly Badge[]>
  readonly stamps: Cell<readonly Stamp[]>
  readonly journey: Journey
  /** The tour the visitor is on, if any; its files are fetched with the first one. */
  readonly touring: Cell<TourRun | null> = cell<TourRun | null>(null)
  readonly roster = new Roster()

  private readonly options: VisitOptions
  private readonly line: Connection
  private view: View | null = null
  private frameAt: number | null = null
  private movedAt = 0
  private seq = 0
  private actedAt = performance.now()
  private told: Stance | null = null
  private readonly announced = new Set<string>()
  private narrated = ''
  private readonly stopNaming: Stop

  ghost: Ghost | null = null

  /** Called once a frame with its time in seconds, before the own step. */
  readonly eachFrame = new Set<(now: number) => void>()

  constructor(options: VisitOptions) {
    this.options = options
    this.badges = cell(options.badges)
    this.stamps = cell(options.stamps)
    this.journey = new Journey(options)
    this.line = new Connection({
      join: () => options.api.join(options.event),
      listener: {
        state: (state) => this.link.set(state),
        told: (message) => this.hear(message),
        poses: (frame) => this.see(frame),
      },
    })
    this.stopNaming = options.recordedName.changes(() =>
      this.meet(this.roster.cards().filter(({ recorded }) => recorded)),
    )
  }

  /** Show the visit through `view` from now on; the stop takes it away again. */
  attach(view: View): Stop {
    this.view = view
    const me = this.me.get()
    if (me !== null) view.ownCard(me)
    this.showOwn()
    for (const card of this.roster.cards()) view.come(card)
    for (const [id, segment] of this.roster.segments()) view.move(id, segment)
    return () => {
      if (this.view === view) this.view = null
      view.stop()
    }
  }

  /** Walk, tell the world, draw: once per frame, `now` in seconds. */
  frame(now: number, steering: Steering): void {
    const elapsed = this.frameAt === null ? 0 : now - this.frameAt
    this.frameAt = now
    // While the line is broken the world would put us back anyway.
    if (this.link.get().kind === 'here') {
      for (const act of this.eachFrame) act(now)
      this.journey.advance(elapsed, steering)
      this.tellMove(now)
    }
    this.showOwn()
    this.view?.frame(now)
  }

  say(line: Line): Promise<Answer> {
    this.actedAt = performance.now()
    return this.line.say(line)
  }

  emote(emote: Emote): Promise<Answer> {
    this.actedAt = performance.now()
    return this.line.emote(emote)
  }

  /** Not to meet somebody any more; what they said here goes with them. */
  async block(avatar: number): Promise<Answer> {
    const answer = await this.line.block(avatar)
    if (answer.ok) {
      const isTheirs = (entry: Entry): boolean => 'from' in entry && entry.from === avatar
      this.entries.set(this.entries.get().filter((entry) => !isTheirs(entry)))
    }
    return answer
  }

  /** Call everybody to where we are; for who leads them. */
  gather(): Promise<Answer> {
    this.actedAt = performance.now()
    return this.line.gather()
  }

  /** Be taken to a place without walking; where one stands then, the world says. */
  travel(place: Place): Promise<Answer> {
    this.actedAt = performance.now()
    return this.line.travel(place.id)
  }

  /** Whether we have been so quiet that our time here is not counted right now. */
  isResting(): boolean {
    return performance.now() - this.actedAt > RESTING_SECONDS * 1000
  }

  /** A badge that came another way than over the line; the line will tell of it too. */
  receiveBadge(badge: Badge): void {
    const others = this.badges.get().filter(({ id }) => id !== badge.id)
    this.badges.set([badge, ...others])
  }

  /** A guide says something, be it a person, a recording or the ride-along. */
  hearGuide(said: Spoken): void {
    this.spoken.set(heard(this.spoken.get(), said))
  }

  /** A recording that walks for this visitor alone, among the others. */
  showGhost(card: AvatarCard): void {
    this.ghost = {
      card,
      stand: (pose, gait, span) => {
        const now = performance.now() / 1000
        this.view?.move(card.id, this.roster.lead(card.id, { pose, gait }, { now, span }))
      },
    }
    this.meet([card])
  }

  hideGhost(): void {
    if (this.ghost === null) return
    const { id } = this.ghost.card
    this.ghost = null
    this.roster.leave([id])
    this.view?.leave(id)
    this.others.set(this.roster.cards())
  }

  retryNow(): void {
    this.line.retryNow()
  }

  leave(): Promise<void> {
    return this.line.leave()
  }

  stop(): void {
    this.stopNaming()
    this.line.stop()
    this.view?.stop()
    this.view = null
  }

  private showOwn(): void {
    const [pose, gait] = [this.journey.shown(), this.journey.gait()]
    if (pose !== null && gait !== null) this.view?.own(pose, gait)
  }

  /** Moves are told once a beat, and only when there is something new to tell (rule MV4). */
  private tellMove(now: number): void {
    const [pose, gait] = [this.journey.pose(), this.journey.gait()]
    if (pose === null || gait === null || now * 1000 - this.movedAt < MOVE_MS) return
    if (this.told !== null && !isNews(this.told, { pose, gait })) return
    const seq = (this.seq + 1) & 0xffff
    // On a slow line only the newest move matters: what could not be told now is told later.
    if (!this.line.move({ seq, pose, gait })) return
    this.movedAt = now * 1000
    this.actedAt = performance.now()
    this.seq = seq
    this.told = { pose, gait }
  }

  private see(frame: PoseFrame): void {
    for (const [id, segment] of this.roster.see(frame, performance.now() / 1000)) {
      this.view?.move(id, segment)
    }
  }

  private hear(message: Told): void {
    switch (message.kind) {
      case 'welcome':
        this.arrive(message)
        break
      case 'avatars':
        this.roster.leave(message.left)
        for (const id of message.left) this.view?.leave(id)
        this.meet(message.came)
        break
      case 'chat':
        if (message.phrase !== undefined) {
          const { n, from, name, phrase } = message
          this.write({ kind: 'phrase', n, from, name, role: this.roleOf(from), phrase })
        } else if (message.text !== undefined) {
          const { n, from, name, text } = message
          const role = this.roleOf(from)
          this.write({ kind: 'line', n, from, name, role, text })
          if (role !== 'visitor') this.hearGuide({ by: role, name, text })
        }
        break
      case 'emote':
        this.view?.emote(message.from, message.emote)
        break
      case 'announce':
        this.announce(message, message.n)
        break
      case 'gather':
        if (message.from !== this.me.get()?.id) this.call.set(message)
        break
      case 'narrate':
        void this.hearNarration(message)
        break
      case 'event':
        this.event.set(message)
        break
      case 'badge':
        void this.learnBadge(message)
        break
      case 'stamp':
        this.learnStamp(message)
        break
      case 'stand':
        this.journey.arrive(message.pose, { resumed: false })
        this.told = null
        break
      case 'correct':
        this.journey.correct(message.pose)
        break
      default:
        message satisfies never
    }
  }

  private arrive(welcome: Welcome): void {
    const me = welcome.avatars.find(({ id }) => id === welcome.avatar) ?? null
    for (const { id } of this.roster.cards()) this.view?.leave(id)
    this.roster.reset(welcome.avatars.map(this.named), welcome.avatar)
    if (this.ghost !== null) this.roster.come([this.named(this.ghost.card)])
    this.me.set(me)
    this.event.set(welcome.event)
    if (!welcome.resumed) {
      this.entries.set([])
      this.announced.clear()
    }
    for (const line of welcome.announcements) this.announce(line, welcome.n)
    for (const news of welcome.badges) void this.learnBadge(news)
    for (const news of welcome.stamps ?? []) this.learnStamp(news)
    if (welcome.narrated) void this.hearNarration(welcome.narrated)
    this.journey.arrive(welcome.pose, welcome)
    this.told = null
    this.others.set(this.roster.cards())
    if (me !== null) this.view?.ownCard(me)
    for (const card of this.roster.cards()) this.view?.come(card)
  }

  /** Somebody is here now, or is called otherwise than before. */
  private meet(came: readonly AvatarCard[]): void {
    const cards = came.map(this.named)
    this.roster.come(cards)
    for (const card of cards) if (card.id !== this.me.get()?.id) this.view?.come(card)
    this.others.set(this.roster.cards())
  }

  /** A recording is never called by a name that could be a person's. */
  private readonly named = (card: AvatarCard): AvatarCard =>
    card.recorded ? { ...card, name: this.options.recordedName.get() } : card

  /** The words of a stop, once: a welcome may tell again what was heard. */
  private async hearNarration({ tour, stop, begun }: Narration): Promise<void> {
    const key = `${begun} ${tour} ${stop}`
    if (this.narrated === key) return
    this.narrated = key
    const { narration } = await import('./guide/narration')
    const said = await narration(tour, stop)
    if (said !== null && this.narrated === key) this.hearGuide(said)
  }

  /** A line may come twice, as said and in a welcome; it is read once. */
  private announce({ text, by, at }: Announcement, n: number): void {
    const line = `${at} ${text}`
    if (this.announced.has(line)) return
    this.announced.add(line)
    this.write({ kind: 'announcement', n, text, by })
  }

  /** As the roster has it now: later the speaker may be gone, and nicknames prove nothing. */
  private roleOf(id: number): Role {
    return this.roster.card(id)?.role ?? 'visitor'
  }

  private write(entry: Entry): void {
    this.entries.set([...this.entries.get(), entry].slice(-KEPT_ENTRIES))
  }

  /** A stamp may be told again by a welcome; it is won once. */
  private learnStamp({ place, day }: Stamp): void {
    const known = this.stamps.get()
    if (!known.some((stamp) => stamp.place === place)) this.stamps.set([...known, { place, day }])
  }

  private async learnBadge(news: {
    id: number
    state: string
    proof: string | null
  }): Promise<void> {
    const known = this.badges.get()
    if (known.some(({ id }) => id === news.id)) {
      this.badges.set(
        known.map((badge) =>
          badge.id === news.id
            ? { ...badge, state: news.state as BadgeState, proof: news.proof ?? badge.proof }
            : badge,
        ),
      )
      return
    }
    // The first word of a new badge: its place and day are in the passport.
    const passport = await this.options.api.passport()
    if (passport.ok && passport.value !== null) this.badges.set(passport.value.badges)
  }
}
