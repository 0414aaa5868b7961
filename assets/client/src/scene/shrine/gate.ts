/** The two-storey gate of the shrine. */
import type { Builder } from '../builder'
import { PAINT } from '../paint'
import { roof } from '../roof'
import { bay, dormer, hall, railing, SHRINE_ROOF } from './timber'

const POSTS_X = [-5.6, -2, 2, 5.6] as const
const POSTS_Z = [-3, 0, 3] as const

/** The gate, its passage along z, standing on y = 0. */
export function romon(g: Builder): void {
  g.box([0, 0, 0], [15, 0.7, 9.6], PAINT.paleStone)
  for (const z of [5.6, -5.6]) g.box([0, 0, z], [6.8, 0.36, 2], PAINT.paleStone)
  lowerStorey(g)
  brackets(g)
  g.box([0, 6.1, 0], [14.4, 0.32, 9.2], PAINT.vermilion, { sides: 'tbnsew' })
  for (const z of [-3.3, 3.3])
    g.box([0, 5.55, z], [12.2, 0.55, 0.3], PAINT.whiteWall, { sides: 'ns' })
  const [x, y, z] = [7, 6.4, 4.4]
  railing(
    g,
    [
      [-x, y, z],
      [0, y, z],
      [x, y, z],
      [x, y, -z],
      [-x, y, -z],
      [-x, y, z],
    ],
    0.95,
  )
  hall(g, { halfWidth: 5.2, halfDepth: 2.8, y: 6.4, height: 3.2, bays: [5, 3], doors: 1 })
  roof(g, {
    ...SHRINE_ROOF,
    halfWidth: 8.3,
    halfDepth: 5.7,
    height: 4.6,
    y: 10.5,
    inset: 3,
    lift: 0.95,
    thickness: 0.32,
    soffitShare: 0.45,
    overhang: 0.7,
    ridgeHeight: 0.7,
    rows: 8,
    columns: 18,
  })
  g.within([0, 11.3, 4.2], 0, () => dormer(g, 2.4, 1.9, 3.2))
  // The gilded name board.
  g.box([0, 7.6, 3.1], [1.5, 1, 0.14], PAINT.black)
  g.box([0, 7.7, 3.19], [1.2, 0.78, 0.04], PAINT.gold)
}

function lowerStorey(g: Builder): void {
  for (const x of POSTS_X)
    for (const z of POSTS_Z) {
      g.box([x, 0.7, z], [0.9, 0.3, 0.9], PAINT.paleStone)
      g.post([x, 1, z], [0.34, 0.31], 4.6, PAINT.vermilion, { segments: 10 })
    }
  for (const side of [-1, 1]) {
    for (const z of [-3, 3])
      g.within([side * 3.8, 1, z], z > 0 ? 0 : Math.PI, () => bay(g, 3.4, 4.4, 'window'))
    g.within([side * 5.6, 1, 0], (side * Math.PI) / 2, () => bay(g, 5.8, 4.4, 'window'))
    g.within([side * 2, 1, 0], (-side * Math.PI) / 2, () => bay(g, 5.8, 4.4, 'window'))
  }
  for (const z of POSTS_Z) {
    g.box([0, 5, z], [12.4, 0.55, 0.4], PAINT.vermilion)
    if (z !== 0) g.box([0, 4.2, z], [12, 0.3, 0.3], PAINT.vermilion)
  }
}

function brackets(g: Builder): void {
  for (let i = 0; i < 7; i += 1)
    for (const z of [-3.5, 3.5]) {
      const x = -6 + i * 2
      g.box([x, 5.5, z], [0.5, 0.26, 0.9], PAINT.green)
      g.box([x, 5.75, z + Math.sign(z) * 0.3], [1.2, 0.22, 0.3], PAINT.lightVermilion)
      g.box([x, 5.8, z + Math.sign(z) * 0.7], [0.2, 0.18, 0.3], PAINT.white)
    }
}
