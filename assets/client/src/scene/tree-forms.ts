/** How each species grows: trunks, clumps of leaves, lobes for the low tier, colours. */
import type { Species } from '../plan/planting'

/** Shaded and sunlit colour of each species' leaves. */
export const LEAVES: Readonly<Record<Species, readonly [number, number]>> = {
  camphor: [0x4d7a34, 0x93a83f],
  cherry: [0xf3bccb, 0xfbe3e8],
  cedar: [0x33573a, 0x4f7440],
  pine: [0x3a6038, 0x5d8244],
  bush: [0x5a8a3e, 0x86a44a],
  azalea: [0xc8406f, 0xf08fb0],
}

export interface Trunk {
  readonly from: readonly [x: number, y: number, z: number]
  readonly to: readonly [x: number, y: number, z: number]
  readonly thick: readonly [number, number]
}

export interface Clump {
  readonly at: readonly [x: number, y: number, z: number]
  readonly radius: number
  readonly rise: number
  readonly cards: number
  readonly size: number
}

interface Form {
  readonly trunks: readonly Trunk[]
  readonly clumps: readonly Clump[]
}

const star = <T>(count: number, first: number, make: (angle: number, i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(first + (i * 2 * Math.PI) / count, i))

/** Trunks and clumps of each species, in metres for a tree of size 1. */
export function form(species: Species): Form {
  switch (species) {
    case 'camphor':
      return {
        trunks: [
          { from: [0, -0.4, 0], to: [0.2, 4, 0.1], thick: [0.75, 0.42] },
          ...star(5, 0.3, (a): Trunk => ({
            from: [0.2, 3.4, 0.1],
            to: [Math.cos(a) * 3, 7, Math.sin(a) * 3],
            thick: [0.3, 0.1],
          })),
        ],
        clumps: [
          ...star(5, 0.3, (a, i): Clump => ({
            at: [Math.cos(a) * 3.3, 7.2 + ((i * 7) % 5) * 0.25, Math.sin(a) * 3.3],
            radius: 2.9,
            rise: 2.1,
            cards: 34,
            size: 1,
          })),
          { at: [0, 9.8, 0], radius: 3.4, rise: 2.3, cards: 44, size: 1.05 },
          { at: [0, 7.2, 0], radius: 3.6, rise: 2, cards: 24, size: 1.05 },
        ],
      }
    case 'cherry':
      return {
        trunks: [
          { from: [0, -0.3, 0], to: [0.15, 2.2, 0], thick: [0.34, 0.22] },
          ...star(5, 0, (a): Trunk => ({
            from: [0.15, 2, 0],
            to: [Math.cos(a) * 2.1, 4.1, Math.sin(a) * 2.1],
            thick: [0.15, 0.05],
          })),
        ],
        clumps: [
          ...star(5, 0, (a, i): Clump => ({
            at: [Math.cos(a) * 2.2, 4.3 + ((i * 3) % 5) * 0.15, Math.sin(a) * 2.2],
            radius: 1.7,
            rise: 1.1,
            cards: 26,
            size: 0.62,
          })),
          { at: [0, 5.5, 0], radius: 1.9, rise: 1.2, cards: 30, size: 0.62 },
        ],
      }
    case 'cedar':
      return {
        trunks: [{ from: [0, -0.5, 0], to: [0, 12, 0], thick: [0.42, 0.08] }],
        clumps: Array.from({ length: 9 }, (_, i) => ({
          at: [0, 3.2 + i * 1.28, 0] as const,
          radius: 2.07 * (1 - i / 9.6),
          rise: 0.9,
          cards: 26 - i * 2,
          size: 1.05 - i * 0.06,
        })),
      }
    case 'pine':
      return {
        trunks: [
          { from: [0, -0.3, 0], to: [0.5, 2.8, 0.1], thick: [0.3, 0.22] },
          { from: [0.5, 2.8, 0.1], to: [0.1, 5.2, 0], thick: [0.22, 0.1] },
        ],
        clumps: (
          [
            [1.5, 3.2, 0.2, 1.5],
            [-1, 3.9, 0.6, 1.4],
            [0.4, 4.6, -0.9, 1.3],
            [0.1, 5.5, 0, 1.4],
          ] as const
        ).map(([x, y, z, radius]) => ({
          at: [x, y, z] as const,
          radius,
          rise: 0.45,
          cards: 22,
          size: 0.55,
        })),
      }
    default:
      return {
        trunks: [],
        clumps: [{ at: [0, 0.45, 0], radius: 0.85, rise: 0.6, cards: 26, size: 0.36 }],
      }
  }
}

/** Lobes of the low tier's crowns: height, offset to the side, radius and rise. */
export const LOBES: Readonly<
  Record<
    Species,
    readonly (readonly [y: number, x: number, z: number, radius: number, rise: number])[]
  >
> = {
  camphor: [
    [8, 0, 0, 3.6, 2.9],
    [6.4, 2.4, 1, 2.5, 1.9],
    [6.6, -2.2, -1.2, 2.6, 2],
  ],
  cherry: [
    [5, 0, 0, 2.1, 1.4],
    [4.2, 1.6, 0.9, 1.6, 1.1],
    [4.3, -1.5, -0.7, 1.6, 1.1],
  ],
  cedar: [
    [5, 0, 0, 2, 2.8],
    [8.8, 0, 0, 1.4, 3.6],
  ],
  pine: [
    [3.5, 1.3, 0.1, 1.5, 0.6],
    [4.2, -0.8, 0.5, 1.4, 0.6],
    [5.4, 0.1, -0.2, 1.4, 0.6],
  ],
  bush: [[0.45, 0, 0, 0.9, 0.6]],
  azalea: [[0.42, 0, 0, 0.9, 0.55]],
}
