/** The shrine: everything unique of it in one buffer, and what repeats as lists of places. */
import { bridge } from '../../plan/data'
import { height } from '../../plan/height'
import {
  AMULETS,
  BASIN,
  COURT,
  FIRST_TORII,
  FOXES,
  fromShrine,
  GATE,
  KAGURADEN,
  OFFICE,
  SUMMIT,
  TORII_PATH,
} from '../../plan/shrine'
import { SHRINE } from '../../plan/data'
import type { Builder } from '../builder'
import { PAINT, paint } from '../paint'
import { roof } from '../roof'
import { archBridge, sakeBarrels, smallShrine, stoneFox } from './furnishings'
import { romon } from './gate'
import { mainHall } from './main-hall'
import { dormer, hall, karahafu, railing, SHRINE_ROOF } from './timber'

const QUARTER = Math.PI / 2

/** Draws the shrine into `g`, in slices that each take a few tens of milliseconds. */
export const shrineSlices: readonly ((g: Builder) => void)[] = [
  (g) => inShrine(g, () => mainHall(g)),
  (g) =>
    inShrine(g, () => {
      g.within([0, COURT, GATE], 0, () => romon(g))
      court(g)
    }),
  (g) => {
    for (const id of ['shinkyo', 'pond-bridge']) {
      const { x, y, z, yaw, length, width, rise } = bridge(id)
      g.within([x, y - 0.02, z], yaw, () => archBridge(g, { length, width: width + 0.4, rise }))
    }
    summit(g)
  },
]

function inShrine(g: Builder, draw: () => void): void {
  g.within([SHRINE.x, 0, SHRINE.z], QUARTER, draw)
}

function court(g: Builder): void {
  g.within([KAGURADEN.across, COURT, KAGURADEN.ahead], -QUARTER, () => kaguraden(g))
  g.within([AMULETS.across, COURT, AMULETS.ahead], QUARTER, () => office(g))
  g.within([OFFICE.across, COURT, OFFICE.ahead], -QUARTER, () => office(g))
  g.within([BASIN.across, COURT, BASIN.ahead], 0, () => waterBasin(g))
  g.within([-13, COURT, GATE - 7.5], 0.3, () => sakeBarrels(g, 8, 3))
  paved(g, [-5.2, 5.2], [8, GATE - 6])
  for (const side of [-1, 1]) g.within([side * 5.4, COURT, FOXES], side * -0.25, () => stoneFox(g))
}

function paved(
  g: Builder,
  [x0, x1]: readonly [number, number],
  [z0, z1]: readonly [number, number],
): void {
  const y = COURT + 0.16
  g.quad([x0, y, z1], [x1, y, z1], [x1, y, z0], [x0, y, z0], PAINT.paving)
}

/** Where prayers are held and sacred dances shown: a wide hall on a base of stone, steps in front. */
function kaguraden(g: Builder): void {
  g.box([0, 0, 0], [18.8, 1.1, 12.4], PAINT.paleStone)
  for (const [y, z] of [
    [0.72, 6.4],
    [0.36, 6.9],
  ] as const)
    g.box([0, 0, z], [6.4, y, 1], PAINT.paleStone)
  hall(g, { halfWidth: 8, halfDepth: 4.6, y: 1.1, height: 4, bays: [7, 3], doors: 3 })
  roof(g, {
    ...SHRINE_ROOF,
    halfWidth: 11,
    halfDepth: 7.6,
    height: 5.6,
    y: 6,
    inset: 4,
    lift: 0.9,
    thickness: 0.3,
    soffitShare: 0.5,
    overhang: 0.7,
    ridgeHeight: 0.7,
  })
  g.within([0, 7.3, 4.2], 0, () => dormer(g, 3, 2.6, 4.4))
  karahafu(g, 3.4, 5.2, [4.8, 7.8], 1.6)
  for (const side of [-1, 1]) {
    g.box([side * 2.7, 0, 7], [0.36, 5.3, 0.36], PAINT.vermilion)
    g.box([side * 2.7, 0, 7], [0.6, 0.4, 0.6], PAINT.gold)
  }
  g.box([0, 4.7, 7], [6.4, 0.4, 0.3], PAINT.vermilion)
  for (const side of [-1, 1])
    railing(
      g,
      [
        [side * 9.2, 1.1, -6],
        [side * 9.2, 1.1, 6],
        [side * 3.4, 1.1, 6],
      ],
      0.8,
    )
}

function office(g: Builder): void {
  g.box([0, 0, 0], [17, 0.4, 7.6], PAINT.paleStone)
  hall(g, { halfWidth: 8, halfDepth: 3.4, y: 0.4, height: 3.2, bays: [7, 3], doors: 1 })
  roof(g, {
    ...SHRINE_ROOF,
    halfWidth: 9.6,
    halfDepth: 5,
    height: 3.4,
    y: 4.7,
    inset: 3,
    lift: 0.6,
    thickness: 0.26,
  })
}

function waterBasin(g: Builder): void {
  g.box([0, 0, 0], [3.4, 0.9, 1.7], PAINT.stone)
  g.quad(
    [-1.4, 0.93, 0.6],
    [1.4, 0.93, 0.6],
    [1.4, 0.93, -0.6],
    [-1.4, 0.93, -0.6],
    paint(0x35606a),
  )
  for (const x of [-2.1, 2.1])
    for (const z of [-1.3, 1.3]) g.box([x, 0, z], [0.22, 3, 0.22], PAINT.vermilion)
  roof(g, {
    ...SHRINE_ROOF,
    gilded: false,
    halfWidth: 3.2,
    halfDepth: 2.4,
    height: 1.5,
    y: 3,
    inset: 0,
    lift: 0.3,
    curve: 0.4,
    thickness: 0.16,
  })
}

/** The inner shrine on the mountain. */
function summit(g: Builder): void {
  const [x, z] = fromShrine(SUMMIT.across, SUMMIT.ahead - 6)
  g.within([x, height(x, z) - 0.1, z], QUARTER, () => smallShrine(g))
  for (const side of [-1, 1]) {
    const [fx, fz] = fromShrine(SUMMIT.across + side * 3, SUMMIT.ahead - 2.6)
    g.within([fx, height(fx, fz) - 0.1, fz], QUARTER, () => stoneFox(g), 0.8)
  }
}

/** A spot with the turn about the vertical to stand there. */
export interface Stand {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly turn: number
  readonly size: number
}

const stand = (x: number, z: number, turn: number, { sink = 0, size = 1 } = {}): Stand => ({
  x,
  y: height(x, z) - sink,
  z,
  turn,
  size,
})

/** Every torii of the path to the inner shrine. */
export function pathTorii(): Stand[] {
  const stands: Stand[] = []
  for (let i = 2; i < TORII_PATH.length - 8; i += 1) {
    const [at, before, after] = [TORII_PATH[i], TORII_PATH[i - 1], TORII_PATH[i + 1]]
    if (at && before && after)
      stands.push(
        stand(at[0], at[1], Math.atan2(after[0] - before[0], after[1] - before[1]), { sink: 0.1 }),
      )
  }
  return stands
}

/** The first torii in front of the bridge. */
export const firstTorii = (): Stand => stand(...fromShrine(0, FIRST_TORII), QUARTER)

export function courtLanterns(): Stand[] {
  const stands: Stand[] = []
  for (let i = 0; i < 7; i += 1)
    for (const side of [-1, 1])
      stands.push(stand(...fromShrine(side * 6.4, 12 + i * 6.2), 0, { size: 1.05 }))
  return stands
}

/** Red lanterns beside the torii path. */
export function pathLanterns(): Stand[] {
  const stands: Stand[] = []
  for (let i = 3; i < TORII_PATH.length - 2; i += 7) {
    const [a, b] = [TORII_PATH[i], TORII_PATH[i + 1]]
    if (!a || !b) continue
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const off = (i % 2 === 0 ? -2.5 : 2.5) / length
    stands.push(
      stand(a[0] - (b[1] - a[1]) * off, a[1] + (b[0] - a[0]) * off, 0.4, { sink: 0.05, size: 0.9 }),
    )
  }
  return stands
}

/** Banners along the way from the torii to the shopping street. */
export function banners(): Stand[] {
  const stands: Stand[] = []
  for (let i = 0; i < 5; i += 1)
    for (const side of [-1, 1])
      stands.push(stand(...fromShrine(side * 5.4, FIRST_TORII + 6 + i * 5), QUARTER))
  return stands
}
