/** The colours a look may choose, shared by the three-dimensional avatars and the picker on the first page. */
import type { Look } from './look'

/** sRGB as 0xRRGGBB; a trait that is a shape has no colours. */
export const PALETTE = {
  skin: [0xf6d7c0, 0xefc7a6, 0xe0ac84, 0xc98f68, 0xa9714d, 0x8d5a3c, 0x6b422c, 0x4f3022],
  hairColour: [0x1c1a1d, 0x3b2a20, 0x5a3d28, 0x8a6137, 0xb98a4a, 0xa8a4a0, 0xe8e2d8, 0x7a3b2e],
  top: [
    0xc6402c, 0x2d5a8c, 0x3f7d5b, 0xe0a53a, 0xf0ece2, 0x6a4c93, 0xd97b93, 0x2b2f3a, 0x8fb8d9,
    0xb7c48a, 0x7a3b2e, 0xe8d9b5, 0x1f7a8c, 0xef8354, 0x9aa0a8, 0x24406b,
  ],
  bottom: [0x24406b, 0x2b2f3a, 0x6d5b48, 0xc9b99a, 0x5a2f3f, 0x3f5c4a, 0x8a8f98, 0xf0ece2],
  accent: [0xf0ece2, 0x1c1a1d, 0xe0a53a, 0xc6402c, 0x24406b, 0x3f7d5b, 0xd97b93, 0x8fb8d9],
} as const satisfies Partial<Record<keyof Look, readonly number[]>>

export type Coloured = keyof typeof PALETTE

/** The colour of a trait as CSS writes it. */
export function cssColour(trait: Coloured, choice: number): string {
  const colours: readonly number[] = PALETTE[trait]
  return `#${(colours[choice % colours.length] ?? 0).toString(16).padStart(6, '0')}`
}
