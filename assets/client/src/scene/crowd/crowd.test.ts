/** The crowd keeps one seat for each avatar, recycles them, and never jumps. */
import type { InstancedBufferGeometry, Mesh } from 'three'
import { Vector3 } from 'three'
import { beforeEach, describe, expect, it } from 'vitest'
import { seeded } from '../../plan/noise'
import { type AvatarCard, Emote, Gait, type Pose, type Segment } from '../../town'
import { momentAt } from '../../nature/moment'
import { createAtmosphere } from '../atmosphere'
import { Materials } from '../materials'
import { QUALITY } from '../quality'
import { Crowd } from './crowd'
import { farBody } from './far-body'
import { nearBody } from './body'
import { whereabouts } from './rank'

const card = (id: number): AvatarCard => ({ id, name: `v${id}`, look: id * 7919, role: 'visitor' })
const at = (x: number, z = 0): Pose => ({ x, y: 2, z, yaw: 0 })
const stay = (pose: Pose, start = 0): Segment => ({
  from: pose,
  to: pose,
  start,
  span: 0,
  gait: Gait.stand,
})

let crowd: Crowd
beforeEach(() => {
  crowd = new Crowd(new Materials(createAtmosphere(momentAt(Date.UTC(2026, 3, 1, 3))), QUALITY.low), 256)
})

/** Instances drawn: near bodies, near shadows, far bodies, far shadows. */
const drawn = (): number[] =>
  crowd.group.children.map(
    (mesh) => ((mesh as Mesh).geometry as InstancedBufferGeometry).instanceCount,
  )

const seen = (id: number, now: number): Vector3 => {
  const actor = crowd.everybody.get(id)
  if (!actor) throw new Error(`nobody ${id}`)
  return whereabouts(actor, now, new Vector3())
}

describe('seats', () => {
  it('are given with the first pose, not before', () => {
    crowd.come(card(1))
    expect(drawn()).toEqual([0, 0, 0, 0])
    crowd.move(1, stay(at(3)))
    expect(drawn()).toEqual([0, 0, 1, 1])
  })

  it('are free again after any order of comings and goings', () => {
    for (let round = 0; round < 5; round += 1) {
      for (let id = 1; id <= 40; id += 1) {
        crowd.come(card(id))
        crowd.move(id, stay(at(id)))
      }
      crowd.sort(new Vector3(1, 2, 0), 1, new Vector3())
      for (let id = 1; id <= 40; id += 3) crowd.leave(id)
      const [near = 0, , far = 0] = drawn()
      expect(near + far).toBe(crowd.everybody.size)
      for (let id = 1; id <= 40; id += 1)
        if (crowd.everybody.has(id)) expect(seen(id, 1).x).toBe(id)
      for (let id = 1; id <= 40; id += 1) crowd.leave(id)
      expect(drawn()).toEqual([0, 0, 0, 0])
    }
  })

  it('are used again by thousands who come and go', () => {
    const roll = seeded(41)
    const here: number[] = []
    let next = 1
    for (let step = 1; step <= 6000; step += 1) {
      const comes = here.length < 20 || (here.length < 200 && roll() < 0.5)
      if (comes) {
        crowd.come(card(next))
        crowd.move(next, stay(at(next % 997)))
        here.push(next)
        next += 1
      } else crowd.leave(here.splice(Math.floor(roll() * here.length), 1)[0] ?? 0)
      if (step % 40 === 0) crowd.sort(new Vector3(roll() * 997, 2, 0), 1, new Vector3())
      if (step % 500 > 0) continue
      const [near = 0, nearShadows, far = 0, farShadows] = drawn()
      expect([near + far, near, far]).toEqual([here.length, nearShadows, farShadows])
      for (const id of here) expect(seen(id, 1).x).toBe(id % 997)
    }
    expect(next).toBeGreaterThan(3000)
    for (const id of here) crowd.leave(id)
    expect(drawn()).toEqual([0, 0, 0, 0])
    expect(crowd.everybody.size).toBe(0)
  })

  it('go to the nearest in full and to the rest in outline', () => {
    for (let id = 1; id <= 10; id += 1) {
      crowd.come(card(id))
      crowd.move(id, stay(at(id * 20)))
    }
    crowd.sort(new Vector3(0, 2, 0), 1, new Vector3())
    expect(drawn()).toEqual([2, 2, 8, 8])
    crowd.sort(new Vector3(200, 2, 0), 1, new Vector3())
    expect(drawn()).toEqual([3, 3, 7, 7])
  })

  it('run out without harm', () => {
    for (let id = 1; id <= 300; id += 1) {
      crowd.come(card(id))
      crowd.move(id, stay(at(id)))
    }
    expect(drawn()).toEqual([0, 0, 256, 256])
    for (let id = 1; id <= 300; id += 1) crowd.leave(id)
    expect(drawn()).toEqual([0, 0, 0, 0])
  })
})

describe('motion', () => {
  it('leads along the stretch and stays at its end', () => {
    crowd.come(card(1))
    crowd.move(1, { from: at(0), to: at(1), start: 10, span: 0.2, gait: Gait.walk })
    expect(seen(1, 10).x).toBeCloseTo(0)
    expect(seen(1, 10.1).x).toBeCloseTo(0.5)
    expect(seen(1, 99).x).toBeCloseTo(1)
  })

  it('carries the stride over from one stretch to the next', () => {
    crowd.come(card(1))
    const stride = (): [number, number] => {
      const [, , before = 0, after = 0] = crowd.everybody.get(1)?.time ?? []
      return [before, after]
    }
    crowd.move(1, { from: at(0), to: at(0.2), start: 0, span: 0.1, gait: Gait.walk })
    const [, end] = stride()
    crowd.move(1, { from: at(0.2), to: at(0.4), start: 0.1, span: 0.1, gait: Gait.walk })
    expect(Math.sin(stride()[0])).toBeCloseTo(Math.sin(end))
    expect(stride()[1]).toBeGreaterThan(stride()[0])
  })

  it('of the own avatar follows every frame, whoever else says so', () => {
    crowd.ownCard(card(7))
    crowd.placeOwn(at(5), Gait.stand, 1)
    crowd.move(7, stay(at(99)))
    expect(seen(7, 1).x).toBe(5)
    expect(crowd.ownId).toBe(7)
    expect(drawn()).toEqual([1, 1, 0, 0])
  })

  it('goes on when a visitor changes their look', () => {
    crowd.ownCard(card(7))
    crowd.placeOwn(at(5), Gait.stand, 1)
    crowd.come({ ...card(7), look: 1 })
    crowd.placeOwn(at(6), Gait.walk, 1.1)
    expect(seen(7, 1.1).x).toBe(6)
    crowd.come(card(1))
    crowd.move(1, stay(at(3)))
    crowd.emote(1, Emote.bow, 4)
    crowd.come({ ...card(1), look: 2 })
    expect(seen(1, 5).x).toBe(3)
    expect(crowd.everybody.get(1)?.emote[0]).toBe(Emote.bow)
    expect(drawn()).toEqual([1, 1, 1, 1])
  })
})

describe('bodies', () => {
  const triangles = (body: InstancedBufferGeometry): number => (body.index?.count ?? 0) / 3

  it('are cheap from afar', () => {
    expect(triangles(farBody())).toBeLessThanOrEqual(160)
    expect(triangles(nearBody())).toBeLessThan(1800)
  })
})
