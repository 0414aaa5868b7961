/** The part of the map one sees: kept inside, kept in place, and the way back. */
import { describe, expect, it } from 'vitest'
import { around, fromWindow, NEAREST, panned, shows, toWindow, WHOLE, zoomed } from './map-window'

describe('the window of the map', () => {
  it('begins with the whole map, which cannot be moved', () => {
    expect(panned(WHOLE, 3, -2)).toEqual(WHOLE)
    expect(zoomed(WHOLE, 0.5)).toEqual(WHOLE)
  })

  it('goes nearer round its middle, and not nearer than there is anything to see', () => {
    expect(zoomed(around(0.4, 0.6, 2), 2)).toEqual({ x: 0.4, y: 0.6, zoom: 4 })
    expect(zoomed(WHOLE, 1000).zoom).toBe(NEAREST)
  })

  it('moves by what is seen, not by what there is', () => {
    expect(panned(around(0.5, 0.5, 4), 1, 0)).toEqual({ x: 0.75, y: 0.5, zoom: 4 })
  })

  it('never leaves the map', () => {
    expect(around(0, 1, 4)).toEqual({ x: 0.125, y: 0.875, zoom: 4 })
    expect(panned(around(0.5, 0.5, 4), 99, -99)).toEqual({ x: 0.875, y: 0.125, zoom: 4 })
    const back = zoomed(around(0, 0, 8), 1 / 8)
    expect(back).toEqual(WHOLE)
  })

  it('knows where a point is, and which point is there', () => {
    const seen = around(0.3, 0.6, 3)
    const [x, y] = toWindow(seen, 0.37, 0.52)
    expect(x).toBeCloseTo(0.71)
    expect(y).toBeCloseTo(0.26)
    const [backX, backY] = fromWindow(seen, x, y)
    expect(backX).toBeCloseTo(0.37)
    expect(backY).toBeCloseTo(0.52)
  })

  it('says when a point is about to leave it', () => {
    const seen = around(0.5, 0.5, 4)
    expect(shows(seen, 0.5, 0.5)).toBe(true)
    expect(shows(seen, 0.61, 0.5)).toBe(false)
  })
})
