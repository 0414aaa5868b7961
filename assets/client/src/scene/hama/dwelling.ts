/** Ordinary houses: tiled roof, plaster and boards, a garden behind a wall or a hedge. */
import { seeded } from '../../plan/noise'
import type { Dwelling } from '../../plan/houses'
import type { Builder } from '../builder'
import { PAINT, paint, shaded, Surface } from '../paint'
import { roof } from '../roof'
import { TILED_ROOF } from './kura'

/** Depth of the garden in front of the house. */
const GARDEN = 3.8
const BOARDS = shaded(paint(0x5d4b3c, Surface.boards), [0.72, 0.72, 1, 1])

/** Draws the plot with its front towards +z. */
export function dwelling(g: Builder, house: Dwelling): void {
  const { halfWidth, halfDepth, floors } = house
  const roll = seeded(house.seed)
  const [half, deep] = [halfWidth - 0.9, halfDepth - GARDEN / 2 - 0.4]
  const aside = (roll() - 0.5) * 0.8
  g.within([aside, 0, -GARDEN / 2 + 0.2], 0, () => {
    storey(g, half, deep, 0, house)
    // A lower roof all round, and a smaller upper floor on it.
    const upper = floors === 2
    cover(g, half, deep, upper ? [3, 1.1] : [3, 2.5])
    if (upper)
      g.within([0, 0, -0.6], 0, () => {
        storey(g, half * 0.72, deep * 0.72, 3.2, house)
        cover(g, half * 0.72, deep * 0.72, [5.8, 2])
      })
  })
  fence(g, house)
}

function storey(g: Builder, half: number, deep: number, y: number, { wall }: Dwelling): void {
  g.box([0, y, 0], [2 * half, 2.8, 2 * deep], paint(wall, Surface.plaster), { sides: 'nsew' })
  if (y === 0)
    for (const [turn, reach, z] of [
      [0, half, deep],
      [Math.PI, half, deep],
      [Math.PI / 2, deep, half],
      [-Math.PI / 2, deep, half],
    ] as const)
      g.within([0, 0, 0], turn, () => g.panel([-reach, reach], [0, 0.9], z + 0.03, BOARDS))
  g.panel([-half * 0.8, half * 0.25], [y + 0.5, y + 2.2], deep + 0.05, PAINT.paper)
  g.panel([half * 0.45, half * 0.8], [y + (y === 0 ? 0 : 0.6), y + 2.1], deep + 0.05, PAINT.lattice)
}

function cover(
  g: Builder,
  half: number,
  deep: number,
  [y, height]: readonly [number, number],
): void {
  roof(g, {
    ...TILED_ROOF,
    halfWidth: half + 0.8,
    halfDepth: deep + 0.8,
    height,
    y: y - 0.2,
    inset: Math.min(deep, half) * 0.75,
    curve: 0.12,
    thickness: 0.16,
    soffitShare: 0.3,
    ridgeHeight: 0.3,
    overhang: 0.3,
    rows: 2,
    columns: 2,
  })
}

/** Along the street, open at the gate. */
function fence(g: Builder, { halfWidth, halfDepth, fence: kind, seed }: Dwelling): void {
  const gate = ((seed % 5) - 2) * 0.18 * halfWidth
  const z = halfDepth - 0.3
  for (const [x0, x1] of [
    [-halfWidth, gate - 1],
    [gate + 1, halfWidth],
  ] as const) {
    const [middle, length] = [(x0 + x1) / 2, x1 - x0]
    if (kind === 'hedge') {
      g.box([middle, 0, z], [length, 1.25, 0.8], paint(0x4f6b35, Surface.thatch), { taper: 0.1 })
      continue
    }
    g.box([middle, 0, z], [length, 0.5, 0.6], PAINT.stone)
    g.box([middle, 0.5, z], [length, 1.1, 0.4], PAINT.plaster, { sides: 'nsew' })
    g.box([middle, 1.6, z], [length, 0.28, 0.9], PAINT.tiles, { sides: 'tnsewb', taper: 0.14 })
  }
  if (kind === 'hedge') return
  for (const side of [-1, 1]) g.box([gate + side * 0.9, 0, z], [0.22, 2.2, 0.3], PAINT.darkWood)
  g.box([gate, 2.1, z], [2.6, 0.24, 1.1], PAINT.tiles, { sides: 'tnsewb', taper: 0.16 })
}
