/** The others: known by card, moved by frames, gone when they leave. */
import { describe, expect, it } from 'vitest'
import type { PoseFrame } from '../net/protocol'
import { Gait, type AvatarCard } from '../town'
import { Roster } from './roster'

const card = (id: number): AvatarCard => ({ id, name: `n${id}`, look: 0, role: 'visitor' })
const here = { x: 0, y: 0, z: 0, yaw: 0 }

type Places = readonly (readonly [number, number])[]

/** A frame of those who are near, and of those whose turn it is. */
function frame(near: Places, turn: Places = []): PoseFrame {
  const records = [...near, ...turn].map(([id, x]) => ({
    id,
    pose: { x, y: 0, z: 0, yaw: 0 },
    gait: Gait.walk,
    snap: false,
  }))
  return { near: near.length, serverMs: 0, records }
}

function town(): Roster {
  const roster = new Roster()
  roster.reset([card(1), card(2), card(3)], 1)
  return roster
}

describe('the roster', () => {
  it('does not count or play back the own avatar', () => {
    const roster = town()
    expect(roster.cards().map(({ id }) => id)).toEqual([2, 3])
    expect(
      roster
        .see(
          frame([
            [1, 5],
            [2, 5],
          ]),
          0,
        )
        .map(([id]) => id),
    ).toEqual([2])
  })

  it('lists neighbours by distance, leaving out those never seen', () => {
    const roster = town()
    roster.see(
      frame(
        [],
        [
          [2, 9],
          [3, 4],
          [77, 1],
        ],
      ),
      0,
    )
    const near = roster.neighbours(here, 0)
    expect(near.map(({ card, metres }) => [card.id, metres])).toEqual([
      [3, 4],
      [2, 9],
    ])
  })

  it('knows where someone stands whose card comes after the frame', () => {
    const roster = town()
    roster.see(frame([[9, 6]]), 0)
    roster.come([card(9)])
    expect(roster.neighbours(here, 0)[0]?.card.id).toBe(9)
  })

  it('leads the near within a beat or so, and the others until their next turn', () => {
    const roster = town()
    roster.see(frame([[2, 0]], [[3, 50]]), 0)
    roster.see(frame([[2, 0.2]]), 0.1)
    const told = roster.see(frame([[2, 2.2]], [[3, 52]]), 1.1)
    expect(told.map(([id]) => id)).toEqual([2, 3])
    expect(told[0]?.[1].span).toBeLessThan(0.31)
    expect(told[1]?.[1].span).toBeCloseTo(1.21)
  })

  it('takes the first of two records of one avatar in a frame', () => {
    const roster = town()
    roster.see(frame([[2, 0]]), 0)
    const told = roster.see(frame([[2, 0.2]], [[2, 0.2]]), 0.1)
    expect(told).toHaveLength(1)
    expect(told[0]?.[1].span).toBeLessThan(0.31)
  })

  it('lets whoever is told to be where they are going just go on', () => {
    const roster = town()
    roster.see(frame([], [[3, 50]]), 0)
    const [[, way] = []] = roster.see(frame([], [[3, 52]]), 2)
    expect(roster.see(frame([], [[3, 52]]), 2.3)).toEqual([])
    expect(roster.segments()).toEqual([[3, way]])
  })

  it('hears a last step from a turn when it comes right after a near record', () => {
    const roster = town()
    roster.see(frame([[2, 0]]), 0)
    roster.see(frame([[2, 0.2]]), 0.1)
    const [[, way] = []] = roster.see(frame([], [[2, 0.5]]), 0.3)
    expect(way?.to.x).toBe(0.5)
    expect(way?.span).toBeLessThan(0.31)
  })

  it('does not let someone who comes near dart ahead', () => {
    const roster = town()
    for (const now of [0, 1, 2]) roster.see(frame([], [[2, now * 1.4]]), now)
    let speed = 0
    for (let beat = 1; beat <= 20; beat += 1) {
      const now = 2 + beat / 10
      const [[, way] = []] = roster.see(frame([[2, now * 1.4]]), now)
      if (way !== undefined) speed = Math.max(speed, (way.to.x - way.from.x) / way.span)
    }
    expect(speed).toBeLessThan(5.5) // no faster than a run
    expect(roster.neighbours(here, 4)[0]?.pose.x).toBeGreaterThan(5.2)
  })

  it('forgets who left, and puts a new owner of the number where they are', () => {
    const roster = town()
    roster.see(frame([[2, 1]]), 0)
    roster.leave([2])
    expect(roster.neighbours(here, 0)).toEqual([])
    const [fresh] = roster.see(frame([[2, 3]]), 0.1)
    expect(fresh?.[1].span).toBe(0)
  })

  it('starts anew', () => {
    const roster = town()
    roster.see(frame([[2, 1]]), 0)
    roster.reset([card(3)], 2)
    expect(roster.segments()).toEqual([])
    expect(roster.cards().map(({ id }) => id)).toEqual([3])
  })
})
