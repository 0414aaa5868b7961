/** A look survives the trip through one number, and every number is a look. */
import { describe, expect, it } from 'vitest'
import { CHOICES, type Look, packLook, randomLook, unpackLook } from './look'

describe('a packed look', () => {
  it('comes back as it went, for every choice of every trait', () => {
    const plain = unpackLook(0)
    for (const trait of Object.keys(CHOICES) as (keyof Look)[])
      for (let choice = 0; choice < CHOICES[trait]; choice += 1) {
        const look = { ...plain, [trait]: choice }
        expect(unpackLook(packLook(look))).toEqual(look)
      }
  })

  it('stays below 2^24', () => {
    const most = Object.fromEntries(
      Object.entries(CHOICES).map(([trait, choices]) => [trait, choices - 1]),
    ) as unknown as Look
    expect(packLook(most)).toBeLessThan(2 ** 24)
    expect(unpackLook(packLook(most))).toEqual(most)
  })

  it('can be drawn whatever the number', () => {
    for (const packed of [0xffffff, -1, 2 ** 31, 1.7, Number.NaN])
      for (const [trait, choice] of Object.entries(unpackLook(packed))) {
        expect(choice).toBeGreaterThanOrEqual(0)
        expect(choice).toBeLessThan(CHOICES[trait as keyof Look])
      }
  })
})

describe('a random look', () => {
  it('is the same for the same seed, and different people look different', () => {
    expect(randomLook(7)).toEqual(randomLook(7))
    const looks = new Set(Array.from({ length: 100 }, (_, seed) => packLook(randomLook(seed))))
    expect(looks.size).toBeGreaterThan(95)
  })
})
