/** A tour as it is walked: tells the machine where the avatar really is, and has it walk where the machine says. */
import { cell, type Cell, type Stop, type Watched } from '../cell'
import type { Journey } from '../journey'
import type { Place } from '../plan/data'
import { isWithin } from '../sim/whereabouts'
import type { Pose } from '../town'
import { after, isOn, type Mode, NO_TOUR, type TourEvent, type TourState } from './state'
import type { Tour, TourWays } from './tour'

export interface RunParts {
  readonly journey: Journey
  readonly tour: Tour
  readonly ways: TourWays
  /** The place with that id. */
  readonly placeOf: (id: string) => Place
  /** Be taken to a place without walking; false when the town says no. */
  readonly travel: (place: Place) => Promise<boolean>
}

/** Metres a second of a ride: a stroll, and faster between the islands, where there is little to read. */
const PACE = { normal: { near: 2.6, far: 4.8 }, slow: { near: 1.4, far: 2.6 } } as const
/** Metres of way from which it is a far one. */
const FAR_WAY = 150
/** Metres to the first stop beyond which one is taken there. */
const FAR = 80
/** Metres beside the beginning of a way at which it is not taken, but looked for. */
const ASTRAY = 4
/** Seconds of steering that are no slip of the hand. */
const MEANT = 0.12
/** Walks that may break off before it is said that there is no way. */
const TRIES = 3
/** Seconds for which one is turned to what a stop is about. */
const TURNING = 3

/** Metres above or below a place that are still at it: one may lie above another. */
const STOREY = 6

function isAt(place: Place, pose: Pose): boolean {
  return isWithin(place, pose) && Math.abs(place.y - pose.y) < STOREY
}

export class TourRun {
  readonly tour: Tour
  readonly state: Watched<TourState>

  private readonly now: Cell<TourState> = cell<TourState>(NO_TOUR)
  private readonly parts: RunParts
  private tries = 0
  private steeredBefore = 0
  private isTravelling = false
  private turning = 0

  constructor(parts: RunParts) {
    this.parts = parts
    this.tour = parts.tour
    this.state = this.now
  }

  begin(mode: Mode): void {
    const stops = this.tour.stops.map(({ seconds, question }) => ({
      seconds,
      right: question?.right ?? null,
    }))
    this.send({ kind: 'begin', stops, mode })
  }

  /** The person asks for something, or something happened to them. */
  send(event: TourEvent): void {
    const before = this.now.get()
    const next = after(before, event)
    if (next === before) return
    this.now.set(next)
    const isNew =
      next.kind === 'going' &&
      (before.kind !== 'going' ||
        before.stop !== next.stop ||
        before.pace !== next.pace ||
        before.mode !== next.mode)
    if (isNew) {
      this.tries = 0
      this.setOut(before.kind !== 'going')
    } else if (before.kind === 'going' && next.kind !== 'going') this.halt()
    if (next.kind === 'there' && before.kind !== 'there') this.face(next.stop)
    if (!isOn(next)) this.parts.journey.facing = null
  }

  /** The place of the stop one is at or on the way to; null when no tour goes on. */
  place(): Place | null {
    const state = this.now.get()
    return isOn(state) ? this.placeAt(state.stop) : null
  }

  /** Take the person to the stop they cannot or will not walk to; false when the town says no. */
  async jump(): Promise<boolean> {
    const place = this.place()
    if (place === null || this.isTravelling) return false
    this.isTravelling = true
    try {
      return await this.parts.travel(place)
    } finally {
      this.isTravelling = false
    }
  }

  /** Look where the avatar is; `seconds` since the last look. To be called a few times a second. */
  beat(seconds: number): void {
    const state = this.now.get()
    const { journey } = this.parts
    const pose = journey.pose()
    if (pose === null || !isOn(state) || this.isTravelling) return
    const steered = this.hasSteered()
    if (state.kind === 'going') this.watchWalk(this.placeAt(state.stop), pose, steered)
    else if (state.kind === 'there') this.listen(state.stop, seconds, steered)
    else if (state.was.kind === 'going' && state.cause !== 'person') {
      const isThere = isAt(this.placeAt(state.stop), pose) && journey.goal.get() === null
      if (isThere && !steered) this.send({ kind: 'arrived' })
    }
  }

  private watchWalk(place: Place, pose: Pose, steered: boolean): void {
    const { journey } = this.parts
    const goal = journey.goal.get()
    journey.facing = pose.yaw
    if (goal?.kind === 'place' && goal.place === place) return
    if (steered || goal !== null) this.send({ kind: 'steered' })
    else if (isAt(place, pose)) this.send({ kind: 'arrived' })
    else if (this.tries >= TRIES) this.send({ kind: 'no-way' })
    else this.setOut(false)
  }

  private listen(stop: number, seconds: number, steered: boolean): void {
    const { journey } = this.parts
    this.turning = Math.max(0, this.turning - seconds)
    journey.facing = this.turning > 0 ? this.placeAt(stop).yaw : null
    const isAway = journey.goal.get() !== null
    this.send(steered || isAway ? { kind: 'steered' } : { kind: 'tick', seconds })
  }

  /** By the way that was made for the tour where one stands at its beginning, else by one's own. */
  private setOut(byWay: boolean): void {
    const state = this.now.get()
    const { journey, ways } = this.parts
    const pose = journey.pose()
    if (state.kind !== 'going' || pose === null) return
    this.tries += 1
    this.steeredBefore = journey.steeredSeconds()
    const place = this.placeAt(state.stop)
    const away = Math.hypot(place.x - pose.x, place.z - pose.z)
    if (state.stop === 0 && away > FAR && byWay) {
      void this.jump()
      return
    }
    const pace =
      state.mode === 'ride' ? PACE[state.pace][away > FAR_WAY ? 'far' : 'near'] : undefined
    const leg = ways.legs[state.stop - 1]
    const start = leg?.[0]
    const isAtStart =
      start !== undefined && Math.hypot(start[0] - pose.x, start[2] - pose.z) < ASTRAY
    if (byWay && isAtStart && leg !== undefined && pace !== undefined)
      journey.goAlong(place, leg.map(([x, , z]) => [x, z] as const), pace)
    else journey.goToPlace(place, pace)
  }

  private halt(): void {
    const { journey } = this.parts
    const goal = journey.goal.get()
    if (goal?.kind === 'place' && goal.place === this.place()) journey.stand()
  }

  private face(stop: number): void {
    const { journey } = this.parts
    this.steeredBefore = journey.steeredSeconds()
    this.turning = TURNING
    const { yaw } = this.placeAt(stop)
    journey.face(yaw)
    journey.facing = yaw
  }

  private hasSteered(): boolean {
    const steered = this.parts.journey.steeredSeconds()
    if (steered - this.steeredBefore < MEANT) return false
    this.steeredBefore = steered
    return true
  }

  private placeAt(stop: number): Place {
    return this.parts.placeOf(this.tour.stops[stop]?.place ?? '')
  }
}

/** Milliseconds between two looks. */
const LOOK_MS = 200
/** Seconds that one look may count for: nobody reads while the computer sleeps. */
const LONGEST_LOOK = 1

/** Look at the tour until the stop; while the page is hidden nobody reads, and nothing goes on. */
export function keepRunning(run: TourRun): Stop {
  let lookedAt = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    const seconds = Math.min(LONGEST_LOOK, (now - lookedAt) / 1000)
    lookedAt = now
    if (document.visibilityState !== 'hidden') run.beat(seconds)
  }, LOOK_MS)
  return () => clearInterval(timer)
}
