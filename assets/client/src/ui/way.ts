/** Directions in words, for those who do not see the map. */

const WORDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const

interface Spot {
  readonly x: number
  readonly z: number
}

/** The key of the compass word that leads from one spot to another (x is east, z is south). */
export function wayWord(from: Spot, to: Spot): string {
  const eighth = Math.round(Math.atan2(to.x - from.x, from.z - to.z) / (Math.PI / 4))
  return `town-way-${WORDS[(eighth + 8) % 8] ?? 'n'}`
}
