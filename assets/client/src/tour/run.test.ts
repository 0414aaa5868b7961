/** Tours walked over the town's real ground, with and without a hand on the controls. */
import { describe, expect, it } from 'vitest'
import { Journey } from '../journey'
import { ISLANDS, place, PLACES } from '../plan/data'
import { createGround } from '../sim/ground'
import { STILL } from '../sim/walker'
import type { Intent } from '../town'
import { loadTour, loadWays, TOUR_IDS } from './all'
import { TourRun } from './run'
import type { TourState } from './state'

const ground = createGround()
const BEAT = 0.2
/** Milliseconds for a walk of a kilometre and more, on a machine busy with much else. */
const SLOW = 60_000
const PUSH: Intent = { forward: 1, right: 0, run: false }

interface Walked {
  readonly run: TourRun
  readonly journey: Journey
  readonly travelled: string[]
  /** Let time pass, with a hand on the controls or without. */
  pass(seconds: number, intent?: Intent): void
  /** Let time pass until the tour stands so; false when that takes longer than an hour. */
  until(is: (state: TourState) => boolean): boolean
}

async function walked(id: string, at: string, { canTravel = true } = {}): Promise<Walked> {
  const tour = await loadTour(id)
  const journey = new Journey({ ground, places: PLACES, islands: ISLANDS })
  journey.arrive(place(at), { resumed: false })
  const travelled: string[] = []
  const run = new TourRun({
    journey,
    tour,
    ways: await loadWays(tour),
    placeOf: place,
    travel: (to) => {
      travelled.push(to.id)
      if (canTravel) journey.arrive(to, { resumed: false })
      return Promise.resolve(canTravel)
    },
  })
  const pass = (seconds: number, intent: Intent = STILL): void => {
    for (let passed = 0; passed < seconds; passed += BEAT) {
      journey.advance(BEAT, { intent, heading: 0 })
      run.beat(BEAT)
    }
  }
  return {
    run,
    journey,
    travelled,
    pass,
    until(is) {
      for (let passed = 0; passed < 3600; passed += BEAT) {
        if (is(run.state.get())) return true
        pass(BEAT)
      }
      return false
    },
  }
}

const isThere =
  (stop: number) =>
  (state: TourState): boolean =>
    state.kind === 'there' && state.stop === stop
/** The answer of the town to a wish to travel is a promise; it is there after a turn. */
const answered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('a ride', () => {
  it.each(TOUR_IDS)('through %s comes to every stop and to the end by itself', async (id) => {
    const { run, until, journey } = await walked(id, (await loadTour(id)).stops[0]?.place ?? '')
    run.begin('ride')
    for (const [k, stop] of run.tour.stops.entries()) {
      expect([stop.place, until(isThere(k))]).toEqual([stop.place, true])
      const [pose, at] = [journey.pose(), place(stop.place)]
      expect(Math.hypot((pose?.x ?? 0) - at.x, (pose?.y ?? 0) - at.y, (pose?.z ?? 0) - at.z)).toBeLessThan(2)
      expect(journey.facing ?? at.yaw).toBeCloseTo(at.yaw)
      if (stop.question !== undefined) run.send({ kind: 'answer', choice: stop.question.right })
    }
    expect(until((state) => state.kind === 'done')).toBe(true)
    expect(journey.facing).toBeNull()
  }, SLOW)

  it('stands still while it waits, and goes on from there', async () => {
    const { run, journey, pass, until } = await walked('shrine-walk', 'monzen')
    run.begin('ride')
    until(isThere(0))
    run.send({ kind: 'next' })
    pass(4)
    run.send({ kind: 'pause' })
    pass(0.4)
    const stood = journey.pose()
    pass(60)
    expect(journey.pose()).toEqual(stood)
    run.send({ kind: 'go-on' })
    expect(until(isThere(1))).toBe(true)
  })

  it('goes more slowly when that is asked for, also on the way', async () => {
    const { run, journey, pass, until } = await walked('shrine-walk', 'monzen')
    run.begin('ride')
    until(isThere(0))
    run.send({ kind: 'next' })
    const before = journey.left()
    pass(5)
    const normal = before - journey.left()
    run.send({ kind: 'pace', pace: 'slow' })
    const slowBefore = journey.left()
    pass(5)
    expect(slowBefore - journey.left()).toBeLessThan(normal * 0.7)
    expect(slowBefore - journey.left()).toBeGreaterThan(normal * 0.3)
  })

  it('waits as soon as somebody steers, on the way and at a stop', async () => {
    const { run, pass, until } = await walked('shrine-walk', 'monzen')
    run.begin('ride')
    until(isThere(0))
    pass(0.4, PUSH)
    expect(run.state.get()).toMatchObject({ kind: 'waiting', cause: 'steering' })
    run.send({ kind: 'go-on' })
    run.send({ kind: 'next' })
    pass(3)
    pass(0.4, PUSH)
    expect(run.state.get()).toMatchObject({ kind: 'waiting', cause: 'steering', stop: 1 })
    pass(30)
    expect(run.state.get().kind).toBe('waiting')
    run.send({ kind: 'go-on' })
    expect(until(isThere(1))).toBe(true)
  })

  it('waits for who went elsewhere by the map', async () => {
    const { run, journey, pass } = await walked('shrine-walk', 'monzen')
    run.begin('ride')
    run.send({ kind: 'arrived' })
    run.send({ kind: 'next' })
    journey.goToPlace(place('romon'))
    pass(0.4)
    expect(run.state.get()).toMatchObject({ kind: 'waiting', cause: 'steering' })
  })
})

describe('a tour on one’s own', () => {
  it('stays at a stop until the person goes on, and lets them look round there', async () => {
    const { run, pass, until } = await walked('shrine-walk', 'monzen')
    run.begin('self')
    expect(until(isThere(0))).toBe(true)
    pass(5, PUSH)
    pass(300)
    expect(run.state.get()).toMatchObject({ kind: 'there', stop: 0 })
    run.send({ kind: 'next' })
    expect(until(isThere(1))).toBe(true)
  })

  it('notices who walks to the stop by their own feet', async () => {
    const { run, journey, pass, until } = await walked('shrine-walk', 'monzen')
    run.begin('self')
    until(isThere(0))
    run.send({ kind: 'next' })
    pass(2)
    pass(0.4, PUSH)
    expect(run.state.get()).toMatchObject({ kind: 'waiting', cause: 'steering' })
    journey.goToPlace(place('torii'))
    expect(until(isThere(1))).toBe(true)
  })

  it('takes one to a first stop that is far away', async () => {
    const { run, travelled, until } = await walked('shrine-walk', 'mudflat')
    run.begin('self')
    await answered()
    expect(until(isThere(0))).toBe(true)
    expect(travelled).toEqual(['monzen'])
  })

  it('walks there when the town does not take one', async () => {
    const { run, travelled, until } = await walked('hama-walk', 'thatch', { canTravel: false })
    run.begin('self')
    await answered()
    expect(until(isThere(0))).toBe(true)
    expect(travelled).toEqual(['hama-station'])
  })

  it('says so when there is no way, and can be helped over it', async () => {
    const { run, journey, until } = await walked('shrine-walk', 'monzen')
    run.begin('self')
    until(isThere(0))
    journey.arrive({ ...place('monzen'), x: 1e6 }, { resumed: false })
    run.send({ kind: 'next' })
    expect(until((state) => state.kind === 'waiting')).toBe(true)
    expect(run.state.get()).toMatchObject({ cause: 'no-way', stop: 1 })
    expect(await run.jump()).toBe(true)
    expect(until(isThere(1))).toBe(true)
  })
})
