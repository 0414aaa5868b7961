/** Every choice of a look has its colour. */
import { expect, it } from 'vitest'
import { CHOICES } from './look'
import { type Coloured, cssColour, PALETTE } from './palette'

it.each(Object.keys(PALETTE) as Coloured[])(
  '%s has one colour for each choice, all different',
  (trait) => {
    expect(PALETTE[trait]).toHaveLength(CHOICES[trait])
    expect(new Set<number>(PALETTE[trait]).size).toBe(CHOICES[trait])
  },
)

it('is written as CSS writes colours', () => {
  expect(cssColour('top', 0)).toBe('#c6402c')
  expect(cssColour('hairColour', 8)).toBe('#1c1a1d')
})
