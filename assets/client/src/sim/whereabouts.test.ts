/** The town's own places tell where one is, upstairs and down. */
import { describe, expect, it } from 'vitest'
import { ISLANDS, place, PLACES } from '../plan/data'
import { islandOf, isWithin, nearby, placeOf } from './whereabouts'

const far = { x: 5000, y: 0, z: 5000, yaw: 0 }

describe('whereabouts', () => {
  it.each(PLACES)('standing at $id one is there', (spot) => {
    expect(placeOf(PLACES, spot)?.id).toBe(spot.id)
  })

  it('tells the stage from what lies under it', () => {
    const [above, below] = [place('honden'), place('iwasaki')]
    expect(isWithin(above, below)).toBe(true)
    expect(above.y - below.y).toBeGreaterThan(10)
    expect(placeOf(PLACES, { ...above, y: below.y })?.id).toBe('iwasaki')
  })

  it('knows the island between its places, and nothing outside the town', () => {
    for (const island of ISLANDS) {
      const middle = { x: island.x, y: 2, z: island.z, yaw: 0 }
      expect(islandOf(ISLANDS, middle)?.id).toBe(island.id)
    }
    expect(placeOf(PLACES, far)).toBeNull()
    expect(islandOf(ISLANDS, far)).toBeNull()
  })

  it('tells what is near, the nearest first, and not where one stands', () => {
    const near = nearby(PLACES, place('romon'), 3)
    expect(near).toHaveLength(3)
    expect(near.map(({ place: { id } }) => id)).not.toContain('romon')
    const metres = near.map((one) => one.metres)
    expect(metres).toEqual([...metres].sort((a, b) => a - b))
    const others = PLACES.filter(({ id }) => id !== 'romon' && !near.some((one) => one.place.id === id))
    for (const { x, z } of others) {
      const away = Math.hypot(x - place('romon').x, z - place('romon').z)
      expect(away).toBeGreaterThanOrEqual(metres.at(-1) ?? Infinity)
    }
  })
})
