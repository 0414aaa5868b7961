import { describe, expect, it } from 'vitest'
import { momentAt } from '../nature/moment'
import { createAtmosphere } from './atmosphere'
import { WALKWAYS } from '../plan/data'
import { nearness } from '../plan/polyline'
import { FIRE_AT, festivalMesh } from './festival'
import { Materials } from './materials'
import { QUALITY } from './quality'

const triangles = (text: string): number => {
  const moment = momentAt(Date.parse(`${text}:00+09:00`))
  const mesh = festivalMesh(new Materials(createAtmosphere(moment), QUALITY.low))
  const positions = mesh.geometry.getAttribute('position').array
  // One point that is no number would take the whole mesh out of sight.
  for (const value of positions) if (!Number.isFinite(value)) throw new RangeError('not a point')
  return (mesh.geometry.getIndex()?.count ?? 0) / 3
}

describe('what is put up for a festival', () => {
  it('is nothing on a plain day and something on every dressed one', () => {
    expect(triangles('2026-07-01T12:00')).toBe(0)
    for (const day of ['2026-01-02', '2026-01-19', '2026-03-28', '2026-04-05', '2026-08-08', '2026-12-07'])
      expect(triangles(`${day}T12:00`)).toBeGreaterThan(100)
  })

  it('stays small: a street of lanterns costs less than its houses', () => {
    expect(triangles('2026-03-28T12:00')).toBeLessThan(60_000)
  })

  it('keeps the fire off every way', () => {
    const near = nearness(
      WALKWAYS.map(({ line }) => line),
      30,
    )
    expect(near(...FIRE_AT)).toBeGreaterThan(7)
  })

  it('burns from eight on the evening of the fire, and not at noon', () => {
    expect(triangles('2026-12-08T20:30')).toBeGreaterThan(triangles('2026-12-08T12:00') + 200)
  })
})
