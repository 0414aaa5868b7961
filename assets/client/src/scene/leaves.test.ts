import { Color } from 'three'
import { describe, expect, it } from 'vitest'
import { seasonOf } from '../nature/season'
import { festivityOf } from '../nature/calendar'
import { foliageOf as leaves } from './leaves'

const { dress } = festivityOf({ year: 2026, month: 4, date: 1 })
const foliageOf = (species: Parameters<typeof leaves>[0], season: ReturnType<typeof seasonOf>) =>
  leaves(species, season, { ...dress, cherryLanterns: false })
const on = (month: number, date: number) => seasonOf({ month, date })
const red = ({ r, g }: Color): number => r - g

describe('leaves through the year', () => {
  it('are pink on cherries in spring, green in summer, red in autumn, gone in winter', () => {
    const spring = foliageOf('cherry', on(3, 31))
    expect(spring.bright.getHex()).toBe(new Color(0xfbe3e8).getHex())
    expect(spring.hanging).toBe(1)
    expect(red(foliageOf('cherry', on(7, 20)).bright)).toBeLessThan(0)
    expect(red(foliageOf('cherry', on(11, 20)).bright)).toBeGreaterThan(0.2)
    expect(foliageOf('cherry', on(1, 20)).hanging).toBeLessThan(0.2)
  })

  it('turn on some trees of the woods, never on pines and cedars', () => {
    const autumn = on(11, 22)
    expect(foliageOf('camphor', autumn).turning).toBeGreaterThan(0.2)
    expect(red(foliageOf('camphor', autumn).turnBright)).toBeGreaterThan(0.3)
    expect(foliageOf('cedar', autumn).turning).toBe(0)
    expect(foliageOf('pine', autumn).turning).toBe(0)
  })

  it('are lit by lanterns on cherries alone, in the nights of the cherry festival', () => {
    expect(leaves('cherry', on(4, 1), dress).lanterns).toBeGreaterThan(0)
    expect(leaves('cedar', on(4, 1), dress).lanterns).toBe(0)
    expect(foliageOf('cherry', on(4, 1)).lanterns).toBe(0)
  })

  it('leave azaleas green but for their weeks', () => {
    expect(red(foliageOf('azalea', on(4, 26)).bright)).toBeGreaterThan(0.3)
    expect(red(foliageOf('azalea', on(8, 26)).bright)).toBeLessThan(0)
  })
})
