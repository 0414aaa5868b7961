import { describe, expect, it } from 'vitest'
import { tideTurns } from '../nature/tide'
import { coast } from '../plan/height'
import { floodSea, waterLine } from './map-sea'

const turns = tideTurns(Date.UTC(2026, 7, 28), Date.UTC(2026, 7, 31))
const highest = turns.reduce((a, b) => (a.height > b.height ? a : b))
const lowest = turns.reduce((a, b) => (a.height < b.height ? a : b))
const bare = (ms: number): number =>
  waterLine(ms).reduce((sum, [x, z]) => sum + Math.max(0, x - coast(z)), 0) / waterLine(ms).length

describe('the sea on the map', () => {
  it('covers the flat at spring high water and bares it at low water', () => {
    expect(bare(highest.at)).toBeLessThan(6)
    expect(bare(lowest.at)).toBeGreaterThan(60)
  })

  it('is painted from the water line to the edge of the map', () => {
    const points: number[][] = []
    const pen = {
      beginPath: () => undefined,
      lineTo: (...point: number[]) => points.push(point),
      closePath: () => undefined,
      fill: () => undefined,
      fillStyle: '',
    }
    floodSea(pen, 1000, lowest.at)
    expect(points).toHaveLength(waterLine(lowest.at).length + 2)
    expect(points.at(-1)?.[0]).toBeCloseTo(1000, 6)
  })
})
