/** One walks where a person could: over bridges and up stairs, not through rivers, walls or air. */
import { describe, expect, it } from 'vitest'
import { BOUNDS, bridge, PLACES, place, SPAWN, WALKWAYS, way } from '../plan/data'
import { coast, height } from '../plan/height'
import { HOUSES } from '../plan/layout'
import { along } from '../plan/polyline'
import { COURT, DECK, fromShrine, OFFICE, STAIR, TORII_PATH } from '../plan/shrine'
import type { Pose } from '../town'
import { Colliders, withinBounds } from './colliders'
import { createGround } from './ground'
import { advance, goTo, standing as atRest, STILL } from './walker'

const ground = createGround()
const STRIDE = 2.6 / 30

const standing = (x: number, z: number, y = height(x, z)): Pose => ({
  x,
  y: ground.floor(x, z, y),
  z,
  yaw: 0,
})

/** Walks straight at a goal until there or until `steps` are used up. */
function walkTo(start: Pose, x: number, z: number, steps = 4000): Pose {
  let at = start
  for (let k = 0; k < steps; k += 1) {
    const left = Math.hypot(x - at.x, z - at.z)
    if (left < 0.4) break
    const stride = Math.min(STRIDE, left)
    at = ground.step(at, ((x - at.x) / left) * stride, ((z - at.z) / left) * stride)
  }
  return at
}

const away = (pose: Pose, x: number, z: number): number => Math.hypot(pose.x - x, pose.z - z)

describe('water', () => {
  it('is crossed on every bridge', () => {
    for (const { x, z, yaw, length } of [
      'shinkyo',
      'upper-bridge',
      'red-bridge',
      'river-mouth-bridge',
    ].map(bridge)) {
      const [dx, dz] = [Math.sin(yaw) * (length / 2 + 3), Math.cos(yaw) * (length / 2 + 3)]
      const there = walkTo(standing(x - dx, z - dz), x + dx, z + dz)
      expect(away(there, x + dx, z + dz)).toBeLessThan(1)
    }
  })

  it('stops a walker on the bank of the river and of the moat', () => {
    const { line } = way('hama-gawa')
    const { x, z, heading } = along(line, 300)
    const [nx, nz] = [-Math.sin(heading), Math.cos(heading)]
    const there = walkTo(standing(x - nx * 14, z - nz * 14), x + nx * 14, z + nz * 14, 2000)
    expect(away(there, x + nx * 14, z + nz * 14)).toBeGreaterThan(12)
    expect(there.y).toBeGreaterThan(0.2)

    const gate = place('akamon')
    const beside = walkTo(standing(gate.x - 30, gate.z), gate.x - 30, gate.z + 22, 2000)
    expect(beside.z).toBeLessThan(gate.z + 13)
  })

  it('lets one down the steps onto the mud, but not into the sea', () => {
    const { x, z } = place('mudflat')
    const out = walkTo(standing(x, z), coast(z) + 200, z, 4000)
    expect(out.y).toBeLessThan(-0.2)
    expect(out.y).toBeGreaterThan(-1.5)
    expect(out.x).toBeGreaterThan(coast(z) + 10)
    expect(out.x).toBeLessThan(coast(z) + 80)
  })
})

describe('every street, road and path', () => {
  const ways = [...WALKWAYS, { id: 'torii-path', line: TORII_PATH }]

  it.each(ways.map(({ id, line }) => [id, line] as const))(
    '%s is walked from end to end, both ways',
    (_id, line) => {
      for (const points of [line, [...line].reverse()]) {
        const [start, goal] = [points[0], points.at(-1)]
        if (!start || !goal) throw new Error('no line')
        let at = standing(...start)
        for (const [x, z] of points) at = walkTo(at, x, z, 3000)
        // Some lines end at the edge of the town, where nobody may stand.
        const end = withinBounds(...goal)
        expect(away(at, end.x, end.z)).toBeLessThan(1)
      }
    },
  )
})

describe('walls', () => {
  it('stop a walker in front of every house', () => {
    const colliders = new Colliders()
    for (const { x, z, turn, halfDepth, kind } of HOUSES) {
      if (kind === 'chimney') continue
      const far = halfDepth + 1.6
      const start = standing(x + Math.sin(turn) * far, z + Math.cos(turn) * far)
      if (colliders.blocked(start.x, start.y, start.z, 0)) continue
      const there = walkTo(start, x, z, 200)
      expect(away(there, x, z)).toBeGreaterThan(halfDepth)
    }
  })

  it('are slid along, not stuck to', () => {
    const house = HOUSES.find(({ kind }) => kind === 'kura')
    if (house === undefined) throw new Error('no house')
    const [fx, fz] = [Math.sin(house.turn), Math.cos(house.turn)]
    const far = house.halfDepth + 0.5
    const start = standing(house.x + fx * far, house.z + fz * far)
    let at = start
    for (let k = 0; k < 30; k += 1)
      at = ground.step(at, (-fx * 0.5 + fz * 0.8) * STRIDE, (-fz * 0.5 - fx * 0.8) * STRIDE)
    expect(away(at, start.x, start.z)).toBeGreaterThan(1)
  })

  it('hold against one giant step', () => {
    const { across, ahead } = OFFICE
    const [x, z] = fromShrine(across, ahead + 12)
    const there = ground.step(standing(x, z), -24, 0)
    expect(away(there, ...fromShrine(across, ahead - 12))).toBeGreaterThan(10)
  })
})

describe('the stage', () => {
  const [footX, footZ] = fromShrine(STAIR.across, STAIR.foot + 2)
  const [headX, headZ] = fromShrine(STAIR.across, STAIR.top - 1.5)

  it('is climbed by its stair, eighteen metres over the court', () => {
    const head = walkTo(standing(footX, footZ), headX, headZ)
    expect(head.y - COURT).toBeCloseTo(18, 0)
    const [x, z] = fromShrine(4, 6)
    const landing = walkTo(walkTo(head, ...fromShrine(-17.2, -17.5)), ...fromShrine(-17.2, -11.5))
    const deck = walkTo(walkTo(landing, ...fromShrine(-13.5, -10.5)), ...fromShrine(-13.5, 6.3))
    expect(away(walkTo(deck, x, z), x, z)).toBeLessThan(1)
    expect(deck.y).toBeCloseTo(DECK, 1)
  })

  it('can be walked under and walked on, and has a rail', () => {
    const [x, z] = fromShrine(1.9, 3)
    expect(ground.floor(x, z, COURT)).toBeLessThan(COURT + 1)
    expect(ground.floor(x, z, DECK)).toBeCloseTo(DECK, 1)
    const [edgeX, edgeZ] = fromShrine(5, 20)
    const held = walkTo(standing(...fromShrine(5, 6), DECK), edgeX, edgeZ, 400)
    expect(held.y).toBeCloseTo(DECK, 1)
  })

  it('lets nobody drop off an open edge', () => {
    const [x, z] = fromShrine(14, -30)
    const held = walkTo(standing(...fromShrine(14, -12), DECK), x, z, 600)
    expect(held.y).toBeGreaterThan(DECK - 4)
  })
})

describe('the edge of the town', () => {
  it('cannot be passed in any direction', () => {
    for (let k = 0; k < 10; k += 1) {
      const angle = (k / 10) * 2 * Math.PI
      let at: Pose = standing(place('asahigaoka').x, place('asahigaoka').z)
      for (let n = 0; n < 600; n += 1)
        at = ground.step(at, Math.cos(angle) * 2, Math.sin(angle) * 2)
      expect(at.x).toBeGreaterThan(BOUNDS.minX)
      expect(at.x).toBeLessThan(BOUNDS.maxX)
      expect(at.z).toBeGreaterThan(BOUNDS.minZ)
      expect(at.z).toBeLessThan(BOUNDS.maxZ)
    }
  })

  it('holds against steps that are no numbers', () => {
    const start = standing(SPAWN.x, SPAWN.z)
    expect(ground.step(start, Number.NaN, 1)).toEqual(start)
    expect(ground.step(start, Number.POSITIVE_INFINITY, 1)).toEqual(start)
  })
})

describe('places', () => {
  it('have the height of the floor one stands on', () => {
    const floating = [...PLACES, { id: 'spawn', ...SPAWN }].filter(
      ({ x, y, z }) => Math.abs(ground.floor(x, z, y) - y) > 0.15,
    )
    expect(floating.map(({ id, x, y, z }) => [id, ground.floor(x, z, y)])).toEqual([])
  })

  it('are reached on foot from the spawn by their path', () => {
    const lost = PLACES.filter(({ x, y, z, radius }) => {
      let walker = goTo(atRest(SPAWN), { x, y, z }, ground)
      for (let second = 0; second < 400 && walker.route.length > 0; second += 0.5)
        walker = advance(walker, 0.5, { intent: STILL, heading: 0, ground })
      const at = walker.pose
      return away(at, x, z) > Math.min(1, radius) || Math.abs(at.y - y) > 1
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  }, 30_000)

  it('are told apart by storey: under the stage and on it', () => {
    const [x, z] = fromShrine(6, 5)
    const below = ground.path(SPAWN.x, SPAWN.z, x, z, SPAWN.y, COURT)
    const above = ground.path(SPAWN.x, SPAWN.z, x, z, SPAWN.y, DECK)
    const longer = (points: ReadonlyArray<readonly [number, number]>): number =>
      points.reduce((sum, p, i) => {
        const q = points[i - 1]
        return q === undefined ? 0 : sum + Math.hypot(p[0] - q[0], p[1] - q[1])
      }, 0)
    expect(longer(below)).toBeLessThan(170)
    expect(longer(above)).toBeGreaterThan(170)
  })

  it('have no path from the middle of the sea', () => {
    expect(ground.path(BOUNDS.maxX - 20, BOUNDS.minZ + 10, SPAWN.x, SPAWN.z)).toEqual([])
  })
})

describe('sight', () => {
  it('ends at a wall and at the ground, and passes a railing', () => {
    const house = HOUSES[0]
    if (house === undefined) throw new Error('no house')
    const [fx, fz] = [Math.sin(house.turn), Math.cos(house.turn)]
    const eye = [
      house.x + fx * (house.halfDepth + 3),
      3.5,
      house.z + fz * (house.halfDepth + 3),
    ] as const
    expect(ground.sight(eye, [-fx, 0, -fz], 12)).toBeLessThan(3)
    expect(ground.sight([SPAWN.x, 3.5, SPAWN.z], [0, -1, 0], 12)).toBeLessThan(1.6)
    const [x, z] = fromShrine(0, 7)
    expect(ground.sight([x, DECK + 1, z], [1, 0, 0], 8)).toBe(8)
  })
})
