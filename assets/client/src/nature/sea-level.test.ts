import { describe, expect, it } from 'vitest'
import { coast, height, PLAIN } from '../plan/height'
import { BOUNDS } from '../plan/data'
import { afloat, seaLevel } from './sea-level'
import { tideAt } from './tide'

const YEAR = Array.from({ length: 24 * 366 }, (_, hour) =>
  seaLevel(tideAt(Date.UTC(2026, 0, 1) + hour * 3_600_000)),
)

describe('the sea in the town', () => {
  it('follows the tide, and never overtops the land behind the shore', () => {
    expect(Math.max(...YEAR)).toBeLessThan(PLAIN - 0.2)
    for (let i = -3; i < 3; i += 0.1) expect(seaLevel(i + 0.1)).toBeGreaterThan(seaLevel(i))
  })

  it('uncovers the flat at low water and covers all of it at high water', () => {
    const flat: number[] = []
    for (let z = BOUNDS.minZ + 20; z < BOUNDS.maxZ - 20; z += 20)
      for (let out = 4; out < 60; out += 6) flat.push(height(coast(z) + out, z))
    const dry = (sea: number): number => flat.filter((y) => y > sea).length / flat.length
    expect(dry(Math.min(...YEAR))).toBeGreaterThan(0.9)
    expect(dry(Math.max(...YEAR))).toBeLessThan(0.02)
  })
})

describe('who stands on the flat', () => {
  it('stands on the ground while it is dry, and is shown above the water when it floods', () => {
    expect(afloat(-0.4, -1.2, false)).toBe(-0.4)
    expect(afloat(-0.4, 1.2, false)).toBeGreaterThan(0)
    expect(afloat(3, 1.5, false)).toBe(3)
  })

  it('keeps dry feet on the planks at every tide', () => {
    expect(afloat(-0.4, -1.2, true)).toBe(-0.4)
    expect(afloat(-0.4, 1.2, true)).toBeGreaterThan(1.2)
  })
})
