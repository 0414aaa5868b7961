/** One visit: the line to the world, the others, the own walk and all that is said, shown through whichever view is open. */
import type { Api, Badge, BadgeState } from './api'
import { type Cell, cell, type Stop } from './cell'
import { type Answer, Connection, type Line, type LinkState } from './net/connection'
import type { EventFacts, PoseFrame, Told, Welcome } from './net/protocol'
import type { Island, Place } from './plan/data'
import { Roster } from './sim/roster'
import { advance, corrected, goTo, shownPose, standing, STILL, type Target, type Walker } from './sim/walker'
import { Gait, type AvatarCard, type Emote, type Ground, type Intent, type Pose, type TownScene } from './town'

/** What a view must be able to show: the town in three dimensions, or the flat one. */
export type View = Pick<
  TownScene,
  'own' | 'ownCard' | 'come' | 'leave' | 'move' | 'emote' | 'frame' | 'stop'
>

/** What the person wants in this moment, and which way their "forward" points. */
export interface Steering {
  readonly intent: Intent
  readonly heading: number
}

/** Something said in the town, in the order it was said. */
export type Entry =
  | { readonly kind: 'line'; readonly n: number; readonly from: number; readonly name: string; readonly text: string }
  | { readonly kind: 'phrase'; readonly n: number; readonly from: number; readonly name: string; readonly phrase: number }
  | { readonly kind: 'announcement'; readonly n: number; readonly text: string; readonly by: string }

export type Goal = { readonly kind: 'place'; readonly place: Place } | { readonly kind: 'ground' }

/** Why a walk to a goal is over. */
export type WalkEnd = 'arrived' | 'no-way' | 'stopped'

export interface VisitOptions {
  readonly api: Api
  readonly event: string | null
  readonly ground: Ground
  readonly places: readonly Place[]
  readonly islands: readonly Island[]
  readonly badges: readonly Badge[]
}

/** Milliseconds between two moves told to the world: its own beat. */
const MOVE_MS = 100
const KEPT_ENTRIES = 200
/** Seconds without a step, a word or a gesture after which the world stops counting (rule AC1). */
const RESTING_SECONDS = 60
/** Metres between our pose and the world's after a return beyond which the world's is taken. */
const RETURN_METRES = 1

export class Visit {
  readonly link: Cell<LinkState> = cell<LinkState>({ kind: 'joining' })
  readonly me: Cell<AvatarCard | null> = cell<AvatarCard | null>(null)
  readonly others: Cell<readonly AvatarCard[]> = cell<readonly AvatarCard[]>([])
  readonly entries: Cell<readonly Entry[]> = cell<readonly Entry[]>([])
  readonly event: Cell<EventFacts | null> = cell<EventFacts | null>(null)
  readonly badges: Cell<readonly Badge[]>
  /** The place one stands in, else the island. */
  readonly where: Cell<Place | Island | null> = cell<Place | Island | null>(null)
  readonly goal: Cell<Goal | null> = cell<Goal | null>(null)
  readonly walkEnd: Cell<{ readonly goal: Goal; readonly how: WalkEnd } | null> = cell<{
    readonly goal: Goal
    readonly how: WalkEnd
  } | null>(null)
  readonly roster = new Roster()

  private readonly options: VisitOptions
  private readonly line: Connection
  private walker: Walker | null = null
  private view: View | null = null
  private frameAt: number | null = null
  private movedAt = 0
  private seq = 0
  private actedAt = performance.now()
  private told: { readonly pose: Pose; readonly gait: Gait } | null = null

  constructor(options: VisitOptions) {
    this.options = options
    this.badges = cell(options.badges)
    this.line = new Connection({
      join: () => options.api.join(options.event),
      listener: {
        state: (state) => this.link.set(state),
        told: (message) => this.hear(message),
        poses: (frame) => this.see(frame),
      },
    })
  }

  /** Show the visit through `view` from now on; the stop takes it away again. */
  attach(view: View): Stop {
    this.view = view
    const me = this.me.get()
    if (me !== null) view.ownCard(me)
    if (this.walker !== null) view.own(this.walker.pose, this.walker.gait)
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
    if (this.walker !== null) {
      // While the line is broken the world would put us back anyway.
      const intent = this.link.get().kind === 'here' ? steering.intent : STILL
      const step = { intent, heading: steering.heading, ground: this.options.ground }
      if (this.link.get().kind === 'here') this.walker = advance(this.walker, elapsed, step)
      this.tellMove(this.walker, now)
      this.notice(this.walker)
      this.view?.own(shownPose(this.walker), this.walker.gait)
    }
    this.view?.frame(now)
  }

  pose(): Pose | null {
    return this.walker?.pose ?? null
  }

  goToPlace(place: Place): void {
    this.setOut({ kind: 'place', place }, place)
  }

  goToGround(target: Target): void {
    this.setOut({ kind: 'ground' }, target)
  }

  stand(): void {
    if (this.walker !== null) this.walker = { ...this.walker, route: [] }
  }

  say(line: Line): Promise<Answer> {
    this.actedAt = performance.now()
    return this.line.say(line)
  }

  emote(emote: Emote): Promise<Answer> {
    this.actedAt = performance.now()
    return this.line.emote(emote)
  }

  /** Whether we have been so quiet that our time here is not counted right now. */
  isResting(): boolean {
    return performance.now() - this.actedAt > RESTING_SECONDS * 1000
  }

  retryNow(): void {
    this.line.retryNow()
  }

  leave(): Promise<void> {
    return this.line.leave()
  }

  stop(): void {
    this.line.stop()
    this.view?.stop()
    this.view = null
  }

  private setOut(goal: Goal, to: Target): void {
    if (this.walker === null) return
    const before = this.goal.get()
    if (before !== null) this.walkEnd.set({ goal: before, how: 'stopped' })
    this.walker = goTo(this.walker, to, this.options.ground)
    if (this.walker.route.length > 0) this.goal.set(goal)
    else {
      this.goal.set(null)
      const isThere = goal.kind === 'place' && this.isAt(goal.place, this.walker.pose)
      this.walkEnd.set({ goal, how: isThere ? 'arrived' : 'no-way' })
    }
  }

  private notice({ pose, route }: Walker): void {
    const goal = this.goal.get()
    if (goal !== null && route.length === 0) {
      const isThere = goal.kind === 'ground' || this.isAt(goal.place, pose)
      this.goal.set(null)
      this.walkEnd.set({ goal, how: isThere ? 'arrived' : 'stopped' })
    }
    const { places, islands } = this.options
    this.where.set(nearestPlace(places, pose) ?? islandOf(islands, pose))
  }

  private isAt(place: Place, pose: Pose): boolean {
    return Math.hypot(place.x - pose.x, place.z - pose.z) <= place.radius
  }

  private tellMove({ pose, gait }: Walker, now: number): void {
    if (this.link.get().kind !== 'here' || now * 1000 - this.movedAt < MOVE_MS) return
    const isNews =
      this.told === null ||
      this.told.gait !== gait ||
      Math.hypot(this.told.pose.x - pose.x, this.told.pose.z - pose.z) > 0.005 ||
      Math.abs(this.told.pose.yaw - pose.yaw) > 0.01
    if (!isNews) return
    this.movedAt = now * 1000
    this.actedAt = performance.now()
    this.seq = (this.seq + 1) & 0xffff
    this.told = { pose, gait }
    this.line.move({ seq: this.seq, pose, gait })
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
        this.roster.come(message.came)
        this.roster.leave(message.left)
        for (const card of message.came) if (card.id !== this.me.get()?.id) this.view?.come(card)
        for (const id of message.left) this.view?.leave(id)
        this.others.set(this.roster.cards())
        break
      case 'chat':
        if (message.phrase !== undefined) {
          const { n, from, name, phrase } = message
          this.write({ kind: 'phrase', n, from, name, phrase })
        } else if (message.text !== undefined) {
          const { n, from, name, text } = message
          this.write({ kind: 'line', n, from, name, text })
        }
        break
      case 'emote':
        this.view?.emote(message.from, message.emote)
        break
      case 'announce':
        this.write({ kind: 'announcement', n: message.n, text: message.text, by: message.by })
        break
      case 'event':
        this.event.set(message)
        break
      case 'badge':
        void this.learnBadge(message)
        break
      case 'correct':
        if (this.walker !== null) this.walker = corrected(this.walker, message.pose)
        break
      default:
        message satisfies never
    }
  }

  private arrive(welcome: Welcome): void {
    const me = welcome.avatars.find(({ id }) => id === welcome.avatar) ?? null
    for (const { id } of this.roster.cards()) this.view?.leave(id)
    this.roster.reset(welcome.avatars, welcome.avatar)
    this.me.set(me)
    this.event.set(welcome.event)
    if (!welcome.resumed) {
      // What was announced before we came counts as said just before our first message.
      this.entries.set(
        welcome.announcements.map(({ text, by }) => ({
          kind: 'announcement',
          n: welcome.n,
          text,
          by,
        })),
      )
    }
    if (this.walker === null || !welcome.resumed || farApart(this.walker.pose, welcome.pose)) {
      this.walker = standing(welcome.pose)
      this.goal.set(null)
    }
    this.told = null
    this.others.set(this.roster.cards())
    if (me !== null) this.view?.ownCard(me)
    for (const card of this.roster.cards()) this.view?.come(card)
  }

  private write(entry: Entry): void {
    this.entries.set([...this.entries.get(), entry].slice(-KEPT_ENTRIES))
  }

  private async learnBadge(news: { id: number; state: string; proof: string | null }): Promise<void> {
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
    if (passport.ok) this.badges.set(passport.value.badges)
  }
}

/** The place one stands in; height counts, for one place may lie above another. */
function nearestPlace(places: readonly Place[], { x, y, z }: Pose): Place | null {
  let nearest: Place | null = null
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    if (Math.hypot(place.x - x, place.z - z) > place.radius) continue
    const distance = Math.hypot(place.x - x, place.y - y, place.z - z)
    if (distance < least) [nearest, least] = [place, distance]
  }
  return nearest
}

/** The island whose middle is nearest among those one is in. */
function islandOf(islands: readonly Island[], { x, z }: Pose): Island | null {
  let nearest: Island | null = null
  let least = Number.POSITIVE_INFINITY
  for (const island of islands) {
    const distance = Math.hypot(island.x - x, island.z - z)
    if (distance <= island.radius && distance < least) [nearest, least] = [island, distance]
  }
  return nearest
}

function farApart(a: Pose, b: Pose): boolean {
  return Math.hypot(a.x - b.x, a.z - b.z) > RETURN_METRES
}
