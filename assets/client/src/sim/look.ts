/** What an avatar looks like, packed into one number below 2^24 so that it fits the roster. */
import { seeded } from '../plan/noise'

/** How each trait is chosen: an index into the colours of `sim/palette`, or a shape below. */
export interface Look {
  readonly skin: number
  readonly hair: number
  readonly hairColour: number
  readonly clothes: number
  readonly top: number
  readonly bottom: number
  readonly hat: number
  readonly accent: number
}

/** Traits with the bits they take; the order is the packing, from the lowest bit up. */
const BITS = {
  skin: 3,
  hair: 2,
  hairColour: 3,
  clothes: 2,
  top: 4,
  bottom: 3,
  hat: 2,
  accent: 3,
} as const satisfies Record<keyof Look, number>

const TRAITS = Object.keys(BITS) as readonly (keyof Look)[]

/** How many choices each trait offers. */
export const CHOICES: Readonly<Record<keyof Look, number>> = Object.fromEntries(
  TRAITS.map((trait) => [trait, 2 ** BITS[trait]]),
) as Record<keyof Look, number>

export const Hair = { short: 0, bob: 1, bun: 2, long: 3 } as const
export const Clothes = { shirt: 0, happi: 1, yukata: 2, skirt: 3 } as const
export const Hat = { none: 0, straw: 1, cap: 2, headband: 3 } as const

/** The look as one number; traits outside their choices wrap round. */
export function packLook(look: Look): number {
  let packed = 0
  let shift = 0
  for (const trait of TRAITS) {
    packed |= (Math.floor(look[trait]) & (CHOICES[trait] - 1)) << shift
    shift += BITS[trait]
  }
  return packed
}

/** The look of any number; whatever another client sent, it can be drawn. */
export function unpackLook(packed: number): Look {
  let rest = Math.floor(packed) & 0xffffff
  const look = {} as Record<keyof Look, number>
  for (const trait of TRAITS) {
    look[trait] = rest & (CHOICES[trait] - 1)
    rest >>= BITS[trait]
  }
  return look
}

/** A pleasant look for a seed; hats are rare, because a crowd of hats hides the faces. */
export function randomLook(seed: number): Look {
  const roll = seeded(seed * 7919 + 17)
  roll()
  const choose = (trait: keyof Look): number => Math.floor(roll() * CHOICES[trait])
  return {
    skin: Math.floor(roll() * 5),
    hair: choose('hair'),
    hairColour: roll() < 0.7 ? Math.floor(roll() * 3) : choose('hairColour'),
    clothes: choose('clothes'),
    top: choose('top'),
    bottom: choose('bottom'),
    hat: roll() < 0.3 ? choose('hat') : Hat.none,
    accent: choose('accent'),
  }
}
