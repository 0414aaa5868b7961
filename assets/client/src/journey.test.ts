/** A journey over the town's real ground: it sets out, arrives, gives up, and is put right. */
import { describe, expect, it } from 'vitest'
import { Journey } from './journey'
import { BOUNDS, ISLANDS, place, PLACES, SPAWN } from './plan/data'
import { createGround } from './sim/ground'
import { STILL } from './sim/walker'

const ground = createGround()
const still = { intent: STILL, heading: 0 }

function standing(): Journey {
  const journey = new Journey({ ground, places: PLACES, islands: ISLANDS })
  journey.arrive(SPAWN, { resumed: false })
  return journey
}

function walk(journey: Journey, seconds: number): void {
  for (let second = 0; second < seconds; second += 0.1) journey.advance(0.1, still)
}

describe('a journey', () => {
  it('is nowhere before the world has said where', () => {
    const journey = new Journey({ ground, places: PLACES, islands: ISLANDS })
    journey.goToPlace(place('romon'))
    journey.advance(1, still)
    expect([journey.pose(), journey.shown(), journey.goal.get()]).toEqual([null, null, null])
  })

  it('arrives at the place it was sent to', () => {
    const journey = standing()
    journey.goToPlace(place('romon'))
    expect(journey.goal.get()).toEqual({ kind: 'place', place: place('romon') })
    walk(journey, 30)
    expect(journey.end.get()?.how).toBe('arrived')
    expect(journey.where.get()?.id).toBe('romon')
    expect(journey.goal.get()).toBeNull()
  })

  it('ends as stopped when one stands still, or sets out anew', () => {
    const journey = standing()
    journey.goToPlace(place('romon'))
    walk(journey, 1)
    journey.stand()
    walk(journey, 0.2)
    expect(journey.end.get()).toEqual({
      goal: { kind: 'place', place: place('romon') },
      how: 'stopped',
    })
    journey.goToPlace(place('romon'))
    journey.goToPlace(place('monzen'))
    expect(journey.end.get()?.goal).toEqual({ kind: 'place', place: place('romon') })
    expect(journey.goal.get()).toEqual({ kind: 'place', place: place('monzen') })
  })

  it('goes on after a gap in the line, from where the world kept it', () => {
    const journey = standing()
    journey.goToPlace(place('romon'))
    walk(journey, 5)
    journey.arrive(SPAWN, { resumed: true })
    expect(journey.pose()).toEqual(SPAWN)
    expect(journey.goal.get()).toEqual({ kind: 'place', place: place('romon') })
    walk(journey, 30)
    expect(journey.end.get()?.how).toBe('arrived')
    journey.goToGround({ x: SPAWN.x, z: SPAWN.z })
    walk(journey, 2)
    journey.arrive(SPAWN, { resumed: true })
    expect(journey.end.get()).toEqual({ goal: { kind: 'ground' }, how: 'stopped' })
  })

  it('says when there is no way', () => {
    const journey = standing()
    journey.goToGround({ x: BOUNDS.maxX - 20, z: BOUNDS.minZ + 10 })
    expect(journey.end.get()?.how).toBe('no-way')
    expect(journey.goal.get()).toBeNull()
  })

  it('stands where the world puts it right, and its walk is over', () => {
    const journey = standing()
    journey.goToPlace(place('romon'))
    walk(journey, 1)
    journey.correct(SPAWN)
    journey.advance(0, still)
    expect(journey.pose()).toEqual(SPAWN)
    expect(journey.end.get()?.how).toBe('stopped')
  })

  it('does not move for a short gap, and starts anew when it comes in anew', () => {
    const journey = standing()
    journey.goToPlace(place('romon'))
    walk(journey, 1)
    const pose = journey.pose()
    if (pose === null) throw new Error('no pose')
    journey.arrive({ ...pose, x: pose.x + 0.5 }, { resumed: true })
    expect(journey.pose()).toEqual(pose)
    expect(journey.goal.get()).not.toBeNull()
    journey.arrive(SPAWN, { resumed: false })
    expect(journey.pose()).toEqual(SPAWN)
    expect(journey.goal.get()).toBeNull()
  })
})
