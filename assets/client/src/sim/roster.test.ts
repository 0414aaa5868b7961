/** The others: known by card, moved by frames, gone when they leave. */
import { describe, expect, it } from 'vitest'
import { FrameKind, type PoseFrame } from '../net/protocol'
import { Gait, type AvatarCard } from '../town'
import { FAR_SPAN } from './playback'
import { Roster } from './roster'

const card = (id: number): AvatarCard => ({ id, name: `n${id}`, look: 0, role: 'visitor' })
const here = { x: 0, y: 0, z: 0, yaw: 0 }

function frame(kind: FrameKind, places: readonly (readonly [number, number])[]): PoseFrame {
  const records = places.map(([id, x]) => ({
    id,
    pose: { x, y: 0, z: 0, yaw: 0 },
    gait: Gait.walk,
    snap: false,
  }))
  return { kind, serverMs: 0, records }
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
          frame(FrameKind.near, [
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
      frame(FrameKind.all, [
        [2, 9],
        [3, 4],
        [77, 1],
      ]),
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
    roster.see(frame(FrameKind.near, [[9, 6]]), 0)
    roster.come([card(9)])
    expect(roster.neighbours(here, 0)[0]?.card.id).toBe(9)
  })

  it('moves the near by near frames and the far by frames of everybody', () => {
    const roster = town()
    roster.see(frame(FrameKind.near, [[2, 0]]), 0)
    roster.see(
      frame(FrameKind.all, [
        [2, 0.2],
        [3, 50],
      ]),
      0.01,
    )
    const second = roster.see(
      frame(FrameKind.all, [
        [2, 0.2],
        [3, 52],
      ]),
      1.01,
    )
    expect(second.map(([id, segment]) => [id, segment.span])).toEqual([
      [2, FAR_SPAN],
      [3, FAR_SPAN],
    ])
    roster.see(frame(FrameKind.near, [[2, 0.4]]), 1.1)
    expect(
      roster
        .see(
          frame(FrameKind.all, [
            [2, 0.4],
            [3, 54],
          ]),
          1.11,
        )
        .map(([id]) => id),
    ).toEqual([3])
  })

  it('forgets who left, and puts a new owner of the number where they are', () => {
    const roster = town()
    roster.see(frame(FrameKind.near, [[2, 1]]), 0)
    roster.leave([2])
    expect(roster.neighbours(here, 0)).toEqual([])
    const [fresh] = roster.see(frame(FrameKind.near, [[2, 3]]), 0.1)
    expect(fresh?.[1].span).toBe(0)
  })

  it('starts anew', () => {
    const roster = town()
    roster.see(frame(FrameKind.near, [[2, 1]]), 0)
    roster.reset([card(3)], 2)
    expect(roster.segments()).toEqual([])
    expect(roster.cards().map(({ id }) => id)).toEqual([3])
  })
})
