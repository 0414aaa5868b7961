/** How a tour stands, and what each thing that happens makes of it: pure, so that every turn of it can be tried. */

/** On one's own: walks begin when the person says so. Ride-along: everything goes by itself. */
export type Mode = 'self' | 'ride'
export type Pace = 'normal' | 'slow'
/** Why a tour waits: for the person, because they steered themselves, or because no way was found. */
export type Cause = 'person' | 'steering' | 'no-way'

/** What the machine must know of a stop. */
export interface StopOutline {
  readonly seconds: number
  /** Which answer is right, where something is asked. */
  readonly right: number | null
}

interface Running {
  readonly stops: readonly StopOutline[]
  readonly mode: Mode
  readonly pace: Pace
  /** The stop one is at or on the way to, from 0. */
  readonly stop: number
  /** What was answered at which stop. */
  readonly answers: ReadonlyMap<number, number>
}

export interface Going extends Running {
  readonly kind: 'going'
}

export interface There extends Running {
  readonly kind: 'there'
  /** Seconds the words have been listened to. */
  readonly spent: number
  /** Seconds to listen before a ride goes on by itself. */
  readonly needed: number
}

export interface Waiting extends Running {
  readonly kind: 'waiting'
  readonly was: Going | There
  readonly cause: Cause
}

export interface Done extends Running {
  readonly kind: 'done'
}

export type TourState = { readonly kind: 'none' } | Going | There | Waiting | Done

export type TourEvent =
  | { readonly kind: 'begin'; readonly stops: readonly StopOutline[]; readonly mode: Mode }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'no-way' }
  | { readonly kind: 'steered' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'answer'; readonly choice: number }
  | { readonly kind: 'mode'; readonly mode: Mode }
  | { readonly kind: 'pace'; readonly pace: Pace }
  | { readonly kind: 'tick'; readonly seconds: number }
  | { readonly kind: 'end' }

export const NO_TOUR: TourState = { kind: 'none' }

/** How much longer a slow ride stays at a stop. */
const SLOW = 1.7
/** Seconds at the least to read what the guide says to an answer. */
const AFTER_ANSWER = 9

/** The state after that event; what does not fit the state changes nothing. */
export function after(state: TourState, event: TourEvent): TourState {
  if (event.kind === 'end') return NO_TOUR
  if (event.kind === 'begin') return begun(event.stops, event.mode)
  if (state.kind === 'none' || state.kind === 'done') return state
  if (event.kind === 'mode') return withMode(state, event.mode)
  if (event.kind === 'pace') return withPace(state, event.pace)
  switch (state.kind) {
    case 'going':
      return afterGoing(state, event)
    case 'there':
      return afterThere(state, event)
    case 'waiting':
      return afterWaiting(state, event)
    default:
      return state satisfies never
  }
}

/** How many questions the tour asks, and how many of them were answered right. */
export function score({ stops, answers }: Running): { readonly asked: number; readonly right: number } {
  return {
    asked: stops.filter(({ right }) => right !== null).length,
    right: stops.filter(({ right }, k) => right !== null && answers.get(k) === right).length,
  }
}

/** Whether the guide waits for an answer before a ride goes on. */
export function isAsking(state: There): boolean {
  return state.stops[state.stop]?.right != null && !state.answers.has(state.stop)
}

/** Whether a tour goes on: there is something to show and to walk. */
export function isOn(state: TourState): state is Going | There | Waiting {
  return state.kind === 'going' || state.kind === 'there' || state.kind === 'waiting'
}

function begun(stops: readonly StopOutline[], mode: Mode): TourState {
  if (stops.length === 0) return NO_TOUR
  return { kind: 'going', stops, mode, pace: 'normal', stop: 0, answers: new Map() }
}

function afterGoing(state: Going, event: TourEvent): TourState {
  switch (event.kind) {
    case 'arrived':
      return arrived(state)
    case 'no-way':
      return waiting(state, 'no-way')
    case 'steered':
      return waiting(state, 'steering')
    case 'pause':
      return waiting(state, 'person')
    case 'back':
      return goTo(state, state.stop - 1)
    default:
      return state
  }
}

function afterThere(state: There, event: TourEvent): TourState {
  switch (event.kind) {
    case 'tick':
      return listened(state, event.seconds)
    case 'next':
      return goTo(state, state.stop + 1)
    case 'back':
      return goTo(state, state.stop - 1)
    case 'pause':
      return state.mode === 'ride' ? waiting(state, 'person') : state
    case 'steered':
      // On one's own one may look round; a ride would pull them away again.
      return state.mode === 'ride' ? waiting(state, 'steering') : state
    case 'answer':
      return answered(state, event.choice)
    default:
      return state
  }
}

function afterWaiting(state: Waiting, event: TourEvent): TourState {
  const { was } = state
  switch (event.kind) {
    case 'go-on':
      return was
    case 'arrived':
      // They came to the stop by their own feet, which is as good.
      return was.kind === 'going' ? arrived(was) : state
    case 'next':
      return was.kind === 'there' ? goTo(was, was.stop + 1) : state
    case 'back':
      return was.stop > 0 ? goTo(was, was.stop - 1) : state
    case 'answer':
      return was.kind === 'there' ? { ...state, ...within(was, answered(was, event.choice)) } : state
    default:
      return state
  }
}

function within(was: There, now: There): Pick<Waiting, 'was' | 'answers'> {
  return { was: now, answers: now === was ? was.answers : now.answers }
}

function withMode<State extends Going | There | Waiting>(state: State, mode: Mode): TourState {
  if (state.kind === 'waiting') return { ...state, mode, was: { ...state.was, mode } }
  return { ...state, mode }
}

function withPace<State extends Going | There | Waiting>(state: State, pace: Pace): TourState {
  if (state.kind === 'waiting') return { ...state, pace, was: { ...state.was, pace } }
  return { ...state, pace }
}

function running({ stops, mode, pace, stop, answers }: Running): Running {
  return { stops, mode, pace, stop, answers }
}

function arrived(state: Going): There {
  const needed = state.stops[state.stop]?.seconds ?? 0
  return { ...running(state), kind: 'there', spent: 0, needed }
}

function waiting(was: Going | There, cause: Cause): Waiting {
  return { ...running(was), kind: 'waiting', was, cause }
}

function goTo(state: Going | There, stop: number): TourState {
  if (stop < 0) return state
  if (stop >= state.stops.length) return { ...running(state), kind: 'done' }
  return { ...running(state), kind: 'going', stop }
}

function listened(state: There, seconds: number): TourState {
  if (state.mode !== 'ride') return state
  const spent = state.spent + seconds / (state.pace === 'slow' ? SLOW : 1)
  if (spent < state.needed || isAsking(state)) return { ...state, spent }
  return goTo(state, state.stop + 1)
}

function answered(state: There, choice: number): There {
  if (!isAsking(state)) return state
  const answers = new Map(state.answers).set(state.stop, choice)
  return { ...state, answers, needed: Math.max(state.needed, state.spent + AFTER_ANSWER) }
}
