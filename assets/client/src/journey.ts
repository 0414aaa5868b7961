/** The own way through the town: where one is, where one is going, and how that ended. */
import { type Cell, cell } from './cell'
import type { Island, Place } from './plan/data'
import {
  advance,
  corrected,
  goAlong,
  goTo,
  isSteering,
  metresAhead,
  shownPose,
  standing,
  type Target,
  type Walker,
} from './sim/walker'
import { islandOf, isWithin, placeOf } from './sim/whereabouts'
import type { Gait, Ground, Intent, Pose } from './town'

/** What the person wants in this moment, and which way their "forward" points. */
export interface Steering {
  readonly intent: Intent
  readonly heading: number
}

export type Goal = { readonly kind: 'place'; readonly place: Place } | { readonly kind: 'ground' }

/** How the walk to a goal ended. */
export interface WalkEnd {
  readonly goal: Goal
  readonly how: 'arrived' | 'no-way' | 'stopped'
}

export interface JourneyParts {
  readonly ground: Ground
  readonly places: readonly Place[]
  readonly islands: readonly Island[]
}

/** Metres between our pose and the world's after a return beyond which the world's is taken. */
const RETURN_METRES = 1

export class Journey {
  /** The place one stands in, else the island. */
  readonly where: Cell<Place | Island | null> = cell<Place | Island | null>(null)
  readonly goal: Cell<Goal | null> = cell<Goal | null>(null)
  readonly end: Cell<WalkEnd | null> = cell<WalkEnd | null>(null)

  /** Which way somebody who does not steer should look, in radians; null for who steers. */
  facing: number | null = null

  private readonly parts: JourneyParts
  private walker: Walker | null = null
  private lastHeading = 0
  private steered = 0

  constructor(parts: JourneyParts) {
    this.parts = parts
  }

  /** Where the avatar stands; null before the world has said so. */
  pose(): Pose | null {
    return this.walker?.pose ?? null
  }

  gait(): Gait | null {
    return this.walker?.gait ?? null
  }

  /** The pose to draw, between two steps. */
  shown(): Pose | null {
    return this.walker === null ? null : shownPose(this.walker)
  }

  /** Stand where the world says: at the start, or wherever it differs from what we walked. */
  arrive(pose: Pose, { resumed }: { resumed: boolean }): void {
    const own = this.walker?.pose
    const isSame = own !== undefined && Math.hypot(own.x - pose.x, own.z - pose.z) < RETURN_METRES
    if (resumed && isSame) return
    this.walker = standing(pose)
    const goal = this.goal.get()
    if (resumed && goal !== null) this.goOn(goal)
    else this.goal.set(null)
  }

  /** A gap in the line ends no walk to a place: on from where the world kept us. */
  private goOn(goal: Goal): void {
    if (goal.kind === 'place' && this.walker !== null) {
      this.walker = goTo(this.walker, goal.place, this.parts.ground)
      if (this.walker.route.length > 0) return
    }
    this.finish(goal, 'stopped')
  }

  /** The world put us right. */
  correct(pose: Pose): void {
    if (this.walker !== null) this.walker = corrected(this.walker, pose)
  }

  /** Walk for `seconds`. */
  advance(seconds: number, steering: Steering): void {
    if (this.walker === null) return
    this.lastHeading = steering.heading
    if (isSteering(steering.intent)) this.steered += seconds
    this.walker = advance(this.walker, seconds, { ...steering, ground: this.parts.ground })
    const { pose, route } = this.walker
    const goal = this.goal.get()
    if (goal !== null && route.length === 0) {
      const isThere = goal.kind === 'ground' || isWithin(goal.place, pose)
      this.finish(goal, isThere ? 'arrived' : 'stopped')
    }
    this.where.set(placeOf(this.parts.places, pose) ?? islandOf(this.parts.islands, pose))
  }

  /** Metres of way still to walk; 0 for who is going nowhere. */
  left(): number {
    return this.walker === null ? 0 : metresAhead(this.walker)
  }

  /** Which way "forward" points for the person, in radians. */
  heading(): number {
    return this.lastHeading
  }

  /** Seconds the person has steered by their own hand so far. */
  steeredSeconds(): number {
    return this.steered
  }

  /** Turn on the spot. */
  face(yaw: number): void {
    if (this.walker !== null && this.walker.route.length === 0)
      this.walker = { ...this.walker, pose: { ...this.walker.pose, yaw } }
  }

  /** Walk to a place by a way that is known, at `pace` metres a second. */
  goAlong(place: Place, way: ReadonlyArray<readonly [x: number, z: number]>, pace: number): void {
    if (this.walker === null) return
    const before = this.goal.get()
    if (before !== null) this.finish(before, 'stopped')
    this.walker = goAlong(this.walker, way, pace)
    this.goal.set({ kind: 'place', place })
  }

  /** Walk to a place, at `pace` metres a second if it is given, else as fast as it is far. */
  goToPlace(place: Place, pace?: number): void {
    this.setOut({ kind: 'place', place }, place)
    if (pace !== undefined && this.walker !== null)
      this.walker = goAlong(this.walker, this.walker.route, pace)
  }

  goToGround(target: Target): void {
    this.setOut({ kind: 'ground' }, target)
  }

  /** Walk after somebody to where they are: no goal of one's own. False when there is no way. */
  approach(target: Target): boolean {
    if (this.walker === null) return false
    const next = goTo(this.walker, target, this.parts.ground)
    if (next.route.length > 0) this.walker = next
    return next.route.length > 0
  }

  /** Stand still instead of going on. */
  stand(): void {
    if (this.walker !== null) this.walker = { ...this.walker, route: [] }
  }

  private setOut(goal: Goal, to: Target): void {
    if (this.walker === null) return
    const before = this.goal.get()
    if (before !== null) this.finish(before, 'stopped')
    this.walker = goTo(this.walker, to, this.parts.ground)
    if (this.walker.route.length > 0) this.goal.set(goal)
    else {
      const isThere = goal.kind === 'place' && isWithin(goal.place, this.walker.pose)
      this.finish(goal, isThere ? 'arrived' : 'no-way')
    }
  }

  private finish(goal: Goal, how: WalkEnd['how']): void {
    this.goal.set(null)
    this.end.set({ goal, how })
  }
}
