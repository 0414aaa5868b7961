/** Shops of the shrine's approach, and the western-style former post office. */
import { seeded } from '../../plan/noise'
import type { Shop, WesternHouse } from '../../plan/houses'
import type { Builder } from '../builder'
import { PAINT, paint, shaded, Surface } from '../paint'
import { roof } from '../roof'
import { deepWindow, TILED_ROOF } from './kura'

const GOODS = [0xc8402c, 0xe6c25a, 0x6f8f4e, 0xf1e6cf, 0x8a4f6a, 0xd88a3c] as const

/** A two-storey shop facing +z: open front, signboard, and its share of the arcade roof. */
export function shop(g: Builder, house: Shop): void {
  const { halfWidth, halfDepth } = house
  const wall = paint(house.wall, Surface.plaster)
  const top = 5.4
  g.box([0, 0, 0], [halfWidth * 2, top, halfDepth * 2], wall, { sides: 'nsew' })
  for (const [turn, half, z] of [
    [Math.PI, halfWidth, halfDepth],
    [Math.PI / 2, halfDepth, halfWidth],
    [-Math.PI / 2, halfDepth, halfWidth],
  ] as const)
    g.within([0, 0, 0], turn, () => {
      g.panel(
        [-half, half],
        [0.1, 1.7],
        z + 0.02,
        shaded(paint(0x5d4b3c, Surface.boards), [0.72, 0.72, 1, 1]),
      )
      for (const x of [-half * 0.45, half * 0.45]) deepWindow(g, [x, 3.6, z], [0.8, 0.8])
    })
  openFront(g, house)
  g.box([0, 3.3, halfDepth + 0.12], [halfWidth * 1.7, 0.8, 0.14], paint(house.sign), {
    sides: 'snewtb',
  })
  const marks = seeded(house.seed)
  const count = 3 + Math.floor(marks() * 3)
  const ink = house.sign > 0xd00000 ? paint(0x2a2420) : paint(0xf6efdd)
  for (let i = 0; i < count; i += 1)
    g.box(
      [(i - (count - 1) / 2) * 0.62, 3.46, halfDepth + 0.2],
      [0.4, 0.46 - marks() * 0.1, 0.02],
      ink,
      { sides: 's' },
    )
  for (const x of [-halfWidth * 0.5, halfWidth * 0.5])
    deepWindow(g, [x, 4.35, halfDepth], [1.1, 0.75])
  arcade(g, house)
  roof(g, {
    ...TILED_ROOF,
    halfWidth: halfWidth + 0.35,
    halfDepth: halfDepth + 0.6,
    height: (halfDepth + 0.6) * 0.5,
    y: top,
    inset: 0,
    curve: 0.1,
    thickness: 0.16,
    soffitShare: 0.75,
    ridgeHeight: 0.36,
    rows: 3,
    columns: 4,
  })
}

function openFront(g: Builder, { halfWidth, halfDepth, seed }: Shop): void {
  const roll = seeded(seed + 3)
  const z = halfDepth
  g.panel([-halfWidth + 0.2, halfWidth - 0.2], [0.05, 2.5], z + 0.02, {
    colour: 0x6b4a2f,
    surface: Surface.paper,
  })
  g.box([0, 0, z + 0.5], [halfWidth * 1.7, 0.75, 0.9], PAINT.wood)
  for (let i = 0; i < 6; i += 1) {
    const x = -halfWidth * 0.72 + (i * halfWidth * 1.44) / 5
    const goods = GOODS[Math.floor(roll() * GOODS.length)] ?? GOODS[0]
    g.box([x, 0.75, z + 0.45], [halfWidth * 0.22, 0.12 + roll() * 0.16, 0.6], paint(goods))
  }
}

/** The low roof over the pavement that joins the shops on each side. */
function arcade(g: Builder, { halfWidth, halfDepth, awning }: Shop): void {
  const reach = halfWidth + 0.15
  const cover = paint(awning, Surface.cloth)
  const across = (u: number): number => (u * 2 - 1) * reach
  g.sheet(
    2,
    3,
    cover,
    (u, v) => [
      across(u),
      3.15 - v * 0.45 + 0.12 * Math.sin(v * Math.PI),
      halfDepth + v * 2.1,
      across(u),
      v * 2,
    ],
    true,
  )
  g.sheet(
    2,
    1,
    shaded(cover, 0.8),
    (u, v) => [across(u), 2.7 - v * 0.24, halfDepth + 2.1, across(u), v],
    true,
  )
  g.sheet(
    2,
    1,
    shaded(paint(0xd8d2c4), 0.6),
    (u, v) => [across(u), 2.66 + v * 0.4, halfDepth + 2.1 - v * 2.1, u, v, 0.6],
    true,
  )
  for (const x of [-reach + 0.1, reach - 0.1])
    g.post([x, 0, halfDepth + 2], [0.06, 0.06], 2.6, paint(0x8d8f8f), { segments: 6 })
}

/** The former post office: weatherboards painted blue, tall windows, a hipped roof. */
export function westernHouse(g: Builder, { halfWidth, halfDepth }: WesternHouse): void {
  const boards = paint(0x7fb0c9, Surface.boards)
  const trim = paint(0xf4f3ea)
  const top = 6.2
  g.box([0, 0, 0], [halfWidth * 2 + 0.2, 0.6, halfDepth * 2 + 0.2], PAINT.stone)
  g.box([0, 0.6, 0], [halfWidth * 2, top - 0.6, halfDepth * 2], boards, { sides: 'nsew' })
  for (const y of [0.6, 3.3, top - 0.3])
    g.box([0, y, 0], [halfWidth * 2 + 0.16, 0.22, halfDepth * 2 + 0.16], trim)
  for (const turn of [0, Math.PI, Math.PI / 2, -Math.PI / 2])
    g.within([0, 0, 0], turn, () => {
      const sideways = Math.abs(Math.sin(turn)) > 0.5
      const [half, z] = sideways ? [halfDepth, halfWidth] : [halfWidth, halfDepth]
      tallWindows(g, half, z, turn === 0)
    })
  porch(g, halfDepth, trim)
  roof(g, {
    ...TILED_ROOF,
    halfWidth: halfWidth + 0.6,
    halfDepth: halfDepth + 0.6,
    height: 2.4,
    y: top,
    inset: halfDepth + 0.6,
    curve: 0.05,
    thickness: 0.2,
    rows: 4,
    columns: 8,
  })
}

function tallWindows(g: Builder, half: number, z: number, front: boolean): void {
  const count = Math.max(2, Math.round(half / 1.2))
  for (const y of [1.2, 3.9])
    for (let i = 0; i < count; i += 1) {
      const x = -half + ((i + 0.5) * 2 * half) / count
      if (front && y < 2 && Math.abs(x) < 1.3) continue
      g.box([x, y - 0.1, z + 0.02], [1.1, 1.8, 0.12], paint(0xf4f3ea), { sides: 'stbew' })
      g.panel([x - 0.42, x + 0.42], [y, y + 1.6], z + 0.09, paint(0x9fb6bd, Surface.paper))
    }
}

function porch(g: Builder, z: number, trim: ReturnType<typeof paint>): void {
  g.box([0, 0, z + 0.8], [2.6, 0.5, 1.6], PAINT.stone)
  g.panel([-0.7, 0.7], [0.5, 2.7], z + 0.06, paint(0x5b7f92, Surface.paper))
  for (const x of [-1.1, 1.1]) g.post([x, 0.5, z + 1.4], [0.12, 0.1], 2.3, trim, { segments: 8 })
  g.box([0, 2.8, z + 0.8], [2.9, 0.35, 1.8], trim, { sides: 'tnsewb' })
}
