import { describe, expect, it } from 'vitest'
import { CROPS, cropColours } from './crops'
import { seasonOf } from './season'
import { waterEdge } from './water-edge'
import { seaLevel } from './sea-level'

const on = (month: number, date: number) => cropColours(seasonOf({ month, date }).fields)
const channels = (colour: string): number[] => (colour.match(/\d+/g) ?? []).map(Number)
const mean = (colours: readonly string[]): number[] =>
  [0, 1, 2].map((i) => colours.reduce((sum, one) => sum + (channels(one)[i] ?? 0), 0) / CROPS)

describe('the fields', () => {
  it('are green in July, gold at the end of September, watery in June', () => {
    const [red = 0, green = 0, blue = 0] = mean(on(7, 25))
    expect(green).toBeGreaterThan(red + 20)
    expect(green).toBeGreaterThan(blue + 60)
    const [goldRed = 0, goldGreen = 0] = mean(on(9, 28))
    expect(goldRed).toBeGreaterThan(goldGreen + 15)
    const [, , wet = 0] = mean(on(6, 15))
    expect(wet).toBeGreaterThan(140)
  })

  it('are not all reaped on one day', () => {
    const halfway = new Set(on(10, 12).map((one) => ((channels(one)[2] ?? 0) > 96 ? 'reaped' : 'ripe')))
    expect(halfway.size).toBe(2)
  })
})

describe('the edge of the sea', () => {
  it('lies far out at low water and at the shore at high water', () => {
    expect(waterEdge(0, seaLevel(-2.5))).toBeGreaterThan(60)
    expect(waterEdge(0, seaLevel(2.5))).toBeLessThan(8)
  })
})
