import { describe, expect, it } from 'vitest'
import { momentAt } from '../nature/moment'
import { tideTurns } from '../nature/tide'
import { place, way } from '../plan/data'
import { heardAt, named, SOUNDS } from './heard'

const at = (text: string) => momentAt(Date.parse(`${text}:00+09:00`))
const ear = (id: string, yaw = 0) => ({ ...place(id), yaw })

describe('what is heard', () => {
  it('is the sea at the shore and not in the castle', () => {
    const noon = { ...at('2026-02-10T12:00'), tide: 2 }
    expect(named(heardAt(ear('mudflat'), noon))[0]).toBe('sea')
    expect(heardAt(ear('akamon'), noon).loud.sea).toBe(0)
  })

  it('is the river by the river', () => {
    const line = way('hama-gawa').line
    const [x, z] = line[Math.floor(line.length / 2)] ?? [0, 0]
    expect(heardAt({ x, z, yaw: 0 }, at('2026-02-10T12:00')).loud.river).toBeGreaterThan(0.8)
  })

  it('is cicadas on a summer day, crickets on an autumn night, neither in winter', () => {
    const shrine = ear('okunoin')
    expect(heardAt(shrine, at('2026-08-05T08:00')).loud.cicadas).toBeGreaterThan(0.5)
    expect(heardAt(shrine, at('2026-08-05T23:00')).loud.cicadas).toBeLessThan(0.05)
    expect(heardAt(shrine, at('2026-10-01T21:00')).loud.crickets).toBeGreaterThan(0.3)
    for (const hour of ['09:00', '22:00']) {
      const { loud } = heardAt(shrine, at(`2026-01-15T${hour}`))
      expect(loud.cicadas + loud.crickets + loud.frogs).toBe(0)
    }
  })

  it('goes out with the tide', () => {
    const [high, low] = [{ ...at('2026-02-10T12:00'), tide: 2.3 }, { ...at('2026-02-10T12:00'), tide: -2.4 }]
    const shore = ear('mudflat')
    expect(heardAt(shore, low).loud.sea).toBeLessThan(heardAt(shore, high).loud.sea - 0.2)
    expect(heardAt(shore, low).loud.mud).toBeGreaterThan(heardAt(shore, high).loud.mud)
  })

  it('comes from the side it is on', () => {
    const noon = { ...at('2026-02-10T12:00'), tide: 1 }
    // The sea lies in the east (+x); looking north (yaw pi) it is at the right hand.
    const shore = { x: place('mudflat').x - 20, z: place('mudflat').z }
    expect(heardAt({ ...shore, yaw: Math.PI }, noon).side.sea).toBeGreaterThan(0.9)
    expect(heardAt({ ...shore, yaw: 0 }, noon).side.sea).toBeLessThan(-0.9)
  })

  it('stays within its bounds everywhere and always', () => {
    const turns = tideTurns(Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 3))
    for (let month = 0; month < 12; month += 1)
      for (const turn of turns)
        for (const id of ['romon', 'tsugiba', 'mudflat', 'michinoeki', 'akamon']) {
          const { loud, side } = heardAt(ear(id, month), momentAt(turn.at + month * 30.4 * 86_400_000))
          for (const sound of SOUNDS) {
            expect(loud[sound]).toBeGreaterThanOrEqual(0)
            expect(loud[sound]).toBeLessThanOrEqual(1)
            expect(Math.abs(side[sound])).toBeLessThanOrEqual(1.0001)
          }
        }
  })
})
