/** The plan of the town holds together: nothing stands in the way, in the water or in something else. */
import { describe, expect, it } from 'vitest'
import { BOUNDS, BRIDGES, PLACES, WALKWAYS, way } from './data'
import { coast, height, KNOLLS, underWater } from './height'
import type { House } from './houses'
import { HOUSES } from './layout'
import { fromMap, MAP_SHAPE, toMap } from './map'
import { planting } from './planting'
import { along, lengthOf, nearness, smooth } from './polyline'
import { fromShrine, toShrine, TORII_PATH } from './shrine'

const inside = (house: House, x: number, z: number, margin = 0): boolean => {
  const [dx, dz] = [x - house.x, z - house.z]
  const [c, s] = [Math.cos(house.turn), Math.sin(house.turn)]
  const [u, v] = [dx * c - dz * s, dx * s + dz * c]
  return Math.abs(u) < house.halfWidth + margin && Math.abs(v) < house.halfDepth + margin
}

const corners = ({ x, z, turn, halfWidth, halfDepth }: House): [number, number][] => {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const pairs = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const
  return pairs.map(([u, v]) => {
    const [dx, dz] = [u * halfWidth, v * halfDepth]
    return [x + dx * c + dz * s, z - dx * s + dz * c]
  })
}

describe('houses', () => {
  it('leave every street, road and path free', () => {
    for (const { id, line, width } of WALKWAYS) {
      const blocking: string[] = []
      for (let run = 0; run < lengthOf(line); run += 1) {
        const { x, z } = along(line, run)
        for (const house of HOUSES)
          if (Math.hypot(house.x - x, house.z - z) < 40 && inside(house, x, z, width / 4)) blocking.push(`${id} at ${run.toFixed(0)} m`)
      }
      expect(blocking).toEqual([])
    }
  })

  it('do not stand in one another', () => {
    const overlaps = HOUSES.flatMap((house, i) =>
      HOUSES.slice(i + 1)
        .filter((other) => Math.hypot(other.x - house.x, other.z - house.z) < 45)
        .filter((other) => corners(other).some(([x, z]) => inside(house, x, z, -0.4)))
        .map((other) => [house, other]),
    )
    expect(overlaps).toEqual([])
  })

  it('stand on dry, level land', () => {
    for (const house of HOUSES) {
      const heights = corners(house).map(([x, z]) => height(x, z))
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.6)
      expect(Math.min(...heights)).toBeGreaterThan(1)
    }
  })

  it('are the same each time, and enough for a town', () => {
    expect(HOUSES.filter(({ kind }) => kind === 'kura').length).toBeGreaterThan(35)
    expect(HOUSES.filter(({ kind }) => kind === 'thatched').length).toBeGreaterThan(12)
    expect(HOUSES.filter(({ kind }) => kind === 'shop').length).toBeGreaterThan(20)
  })
})

describe('plants', () => {
  const plants = planting()

  it('keep off the ways and out of the water', () => {
    const near = WALKWAYS.map(({ line, width }) => nearness([line], width / 2))
    for (const { species, x, z } of plants) {
      expect([species, near.some((one) => one(x, z) < Infinity)]).toEqual([species, false])
      expect(underWater(x, z, height(x, z))).toBe(false)
      expect(x).toBeLessThan(coast(z))
    }
  })

  it('grow the same each time', () => {
    expect(planting()).toEqual(plants)
  })
})

describe('the ground', () => {
  it('is a number everywhere, inside the bounds and beyond', () => {
    for (let x = BOUNDS.minX - 500; x <= BOUNDS.maxX + 500; x += 37)
      for (let z = BOUNDS.minZ - 500; z <= BOUNDS.maxZ + 500; z += 37)
        expect(Number.isFinite(height(x, z))).toBe(true)
  })

  it('lies under water along the river, and is spanned by bridges there', () => {
    const river = way('hama-gawa').line
    for (let run = 10; run < lengthOf(river) - 80; run += 5) {
      const { x, z } = along(river, run)
      expect(underWater(x, z, height(x, z))).toBe(true)
    }
    for (const { x, z, y } of BRIDGES) expect(height(x, z)).toBeLessThan(y - 1)
  })

  it('is level on every hilltop', () => {
    for (const { x, z, top } of Object.values(KNOLLS))
      expect(Math.abs(height(x + top * 0.7, z) - height(x, z))).toBeLessThan(0.4)
  })
})

describe('lines', () => {
  it('keep their ends when they are smoothed, and bend without corners', () => {
    const line = smooth([
      [0, 0],
      [10, 0],
      [10, 10],
    ])
    expect(line[0]).toEqual([0, 0])
    expect(line.at(-1)).toEqual([10, 10])
    expect(line.length).toBe(13)
  })

  it('are measured and followed in metres', () => {
    const line = [
      [0, 0],
      [3, 4],
      [3, 14],
    ] as const
    expect(lengthOf(line)).toBeCloseTo(15)
    expect(along(line, 10)).toMatchObject({ x: 3, z: 9 })
    const near = nearness([line], 2)
    expect(near(5, 9)).toBeCloseTo(2)
    expect(near(5.1, 9)).toBe(Infinity)
  })

  it('of the torii path climb from the terrace to the inner shrine', () => {
    const heights = TORII_PATH.map(([x, z]) => height(x, z))
    expect(heights[0]).toBeCloseTo(20, 0)
    expect(heights.at(-1)).toBeGreaterThan(50)
  })
})

describe('coordinates', () => {
  it('of the shrine and of the map come back as they went', () => {
    for (const { x, z } of PLACES) {
      expect(fromShrine(...toShrine(x, z))).toEqual([expect.closeTo(x), expect.closeTo(z)])
      const [px, py] = toMap(800, x, z)
      expect(px).toBeLessThan(800)
      expect(py).toBeLessThan(800 * MAP_SHAPE)
      expect(fromMap(800, px, py)).toEqual([expect.closeTo(x), expect.closeTo(z)])
    }
  })
})
