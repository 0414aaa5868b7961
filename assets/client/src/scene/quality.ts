/** How much each tier draws. Low is for office computers without a graphics card: no patterns, no shadows. */
import type { Tier } from '../town'

export interface Quality {
  readonly low: boolean
  /** Canvas pixels per CSS pixel, at most. */
  readonly pixels: number
  readonly antialias: boolean
  /** Side of the shadow map, 0 for none. */
  readonly shadow: number
  /** Share of the trees that are planted. */
  readonly trees: number
  /** Metres between vertices of flat, hilly and steep ground. */
  readonly ground: readonly [number, number, number]
  /** Width of the painted ground in pixels. */
  readonly map: number
  /** Name tags shown at once. */
  readonly tags: number
  /** How many of the nearest avatars are drawn in full. */
  readonly bodies: number
}

export const QUALITY: Readonly<Record<Tier, Quality>> = {
  low: {
    low: true,
    pixels: 0.75,
    antialias: false,
    shadow: 0,
    trees: 0.45,
    ground: [32, 8, 4],
    map: 1024,
    tags: 12,
    bodies: 24,
  },
  mid: {
    low: false,
    pixels: 1,
    antialias: true,
    shadow: 1024,
    trees: 0.75,
    ground: [16, 4, 2],
    map: 1536,
    tags: 20,
    bodies: 64,
  },
  high: {
    low: false,
    pixels: 2,
    antialias: true,
    shadow: 2048,
    trees: 1,
    ground: [16, 4, 2],
    map: 2048,
    tags: 24,
    bodies: 96,
  },
}
