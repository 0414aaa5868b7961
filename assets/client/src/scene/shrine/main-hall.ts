/** The main hall on its eighteen-metre stage, and the stair beside it. */
import { height } from '../../plan/height'
import { STAGE_POSTS, STAGE_RAILS } from '../../plan/shrine-built'
import { COURT, DECK, fromShrine, LIFT, STAGE_HEIGHT, STAIR, STEPS } from '../../plan/shrine'
import type { Builder, Point3 } from '../builder'
import { PAINT, paint, shaded, Surface } from '../paint'
import { roof } from '../roof'
import { dormer, hall, karahafu, railing, SHRINE_ROOF } from './timber'

const HALF = 16
const BACK = -13
const FRONT = 7
/** Rows of beams between the court and the deck, and the metres between two of them. */
const TIERS = 7
const TIER = 2.38

const groundAt = (across: number, ahead: number): number => height(...fromShrine(across, ahead))

/** Everything on and under the stage, in the shrine's frame. */
export function mainHall(g: Builder): void {
  posts(g)
  beams(g)
  deck(g)
  g.within([0, DECK, -1.9], 0, () => worshipHall(g))
  g.within([0, DECK, -22], 0, () => innerHall(g))
  stair(g)
  lift(g)
  shrineUnderStage(g)
}

function posts(g: Builder): void {
  for (const [x, z] of STAGE_POSTS) {
    const foot = Math.min(groundAt(x, z) - 0.2, DECK - 1)
    if (DECK - foot < 1.2) continue
    g.box([x, foot, z], [1.15, 0.55, 1.15], PAINT.paleStone, { taper: 0.1 })
    g.post([x, foot + 0.5, z], [0.36, 0.33], DECK - foot - 0.5, PAINT.vermilion, {
      segments: 10,
      foot: 0.62,
    })
  }
}

function beams(g: Builder): void {
  const rows = [...new Set(STAGE_POSTS.map(([, z]) => z))]
  const columns = [...new Set(STAGE_POSTS.map(([x]) => x))]
  const front = rows.at(-1)
  for (let tier = 1; tier <= TIERS; tier += 1) {
    const y = COURT + tier * TIER - 0.2
    for (const z of rows) {
      if (groundAt(0, z) > y - 0.4) continue
      const beam = z === front ? shaded(PAINT.vermilion, 1) : shaded(PAINT.darkVermilion, 0.72)
      g.box([0, y, z], [2 * HALF - 0.2, 0.42, 0.26], beam)
    }
    for (const x of columns) {
      let back = BACK
      while (back < FRONT && groundAt(x, back) > y - 0.2) back += 1
      if (FRONT - back > 2)
        g.box(
          [x, y + 0.02, (back + FRONT - 0.6) / 2],
          [0.24, 0.4, FRONT - 0.6 - back],
          shaded(PAINT.darkVermilion, 0.85),
        )
      // White end grain of the beams shows on the front.
      g.box([x, y + 0.04, FRONT - 0.4], [0.26, 0.34, 0.5], PAINT.white, { sides: 'snewtb' })
    }
  }
}

function deck(g: Builder): void {
  const [middle, depth] = [(BACK + FRONT) / 2, FRONT - BACK]
  g.box([0, DECK - 0.75, middle], [2 * HALF + 1.2, 0.45, depth + 1.2], shaded(PAINT.vermilion, 0.9))
  g.box([0, DECK - 0.32, middle], [2 * HALF + 2, 0.34, depth + 2], PAINT.wood)
  for (let i = 0; i < 30; i += 1)
    g.box([-HALF + (i * 2 * HALF) / 29, DECK - 0.72, FRONT + 0.85], [0.22, 0.3, 0.5], PAINT.white, {
      sides: 'snewtb',
    })
  for (const line of STAGE_RAILS)
    railing(
      g,
      line.map(([across, ahead]) => [across, DECK, ahead]),
    )
}

function worshipHall(g: Builder): void {
  g.box([0, 0, 0], [22.5, 0.7, 11.6], PAINT.paleStone)
  hall(g, { halfWidth: 10, halfDepth: 4.6, y: 0.7, height: 4.6, bays: [7, 3], doors: 3 })
  roof(g, {
    ...SHRINE_ROOF,
    halfWidth: 13.4,
    halfDepth: 7.8,
    height: 7.6,
    y: 6.2,
    inset: 4.4,
    lift: 1.05,
    thickness: 0.34,
    soffitShare: 0.5,
    overhang: 0.8,
    ridgeHeight: 0.8,
    rows: 8,
    columns: 18,
  })
  g.within([0, 8.1, 4.5], 0, () => dormer(g, 4, 3.7, 5.4))
  karahafu(g, 4.6, 5.35, [5.4, 9.2], 2.1)
  for (const side of [-1, 1]) {
    g.box([side * 3.5, 0, 8.2], [0.42, 5.4, 0.42], PAINT.vermilion)
    g.box([side * 3.5, 0, 8.2], [0.66, 0.4, 0.66], PAINT.gold)
  }
  g.box([0, 4.75, 8.2], [8.6, 0.5, 0.36], PAINT.vermilion)
  g.box([0, 4.1, 8.2], [6.8, 0.2, 0.2], PAINT.white)
  sacredRope(g)
  g.box([0, 0.7, 6.2], [2.6, 0.85, 0.9], PAINT.darkWood)
}

/** The straw rope over the entrance with its paper streamers. */
function sacredRope(g: Builder): void {
  for (let i = 0; i < 12; i += 1) {
    const u = (i / 11) * 2 - 1
    const thick = 0.12 + 0.16 * (1 - u * u)
    g.post(
      [u * 3.2, 3.85 - (1 - u * u) * 0.35, 8.2],
      [thick, thick],
      0.3 + 0.1 * (1 - u * u),
      PAINT.rope,
      { segments: 6, cap: true },
    )
  }
  for (let i = 0; i < 4; i += 1)
    g.box([-2.1 + i * 1.4, 2.95, 8.32], [0.4, 0.75, 0.03], paint(0xffffff), { sides: 'sn' })
}

function innerHall(g: Builder): void {
  g.box([0, -1, 0], [14, 2.2, 9], PAINT.stone)
  hall(g, { halfWidth: 5.6, halfDepth: 3.2, y: 1.2, height: 4.2, bays: [5, 3], doors: 1 })
  roof(g, {
    ...SHRINE_ROOF,
    halfWidth: 8.2,
    halfDepth: 5.7,
    height: 5.2,
    y: 6.4,
    inset: 3.1,
    lift: 0.8,
    thickness: 0.3,
    soffitShare: 0.5,
    overhang: 0.6,
    ridgeHeight: 0.7,
  })
}

function stair(g: Builder): void {
  const run = (STAIR.foot - STAIR.top) / STEPS
  const tones = [paint(0xb9b2a2, Surface.ashlar), paint(0xb1aa9a, Surface.ashlar)] as const
  for (let i = 0; i < STEPS; i += 1) {
    const top = COURT + (STAGE_HEIGHT * (i + 1)) / STEPS
    const ahead = STAIR.foot - run * (i + 0.5)
    g.box(
      [STAIR.across, top - 1.1, ahead],
      [STAIR.halfWidth * 2, 1.1, run + 0.02],
      tones[i % 2 === 0 ? 0 : 1],
      { sides: 'tsew' },
    )
  }
  // A wall of stone carries the flight where it stands clear of the slope.
  for (let k = 0; k < 8; k += 1) {
    const ahead = STAIR.foot - 4 * (k + 0.5)
    const top = COURT + STAGE_HEIGHT * (k / 8) - 0.6
    if (top > COURT + 0.5)
      g.box(
        [STAIR.across, COURT - 1, ahead],
        [STAIR.halfWidth * 2 - 0.1, top - COURT + 1, 4.02],
        PAINT.stone,
        { sides: 'ewns' },
      )
  }
  for (const side of [-1, 1]) {
    const x = STAIR.across + side * 2.9
    const line: Point3[] = [
      [x, COURT + 0.2, STAIR.foot - 0.3],
      [x, DECK + 0.1, STAIR.top + (side > 0 ? 2 : 0.2)],
    ]
    railing(g, line, 1)
  }
  const landing = paint(PAINT.paleStone.colour, Surface.paving)
  g.box([-20.4, DECK - 0.75, -17.8], [10.4, 0.8, 3.6], landing)
  g.box([-17.6, DECK - 0.48, -12.4], [4.6, 0.5, 7.6], PAINT.wood)
  railing(
    g,
    [
      [-19.9, DECK, -8.7],
      [-19.9, DECK, -13.4],
    ],
    1,
  )
  railing(
    g,
    [
      [-19.9, DECK, -8.7],
      [-16.9, DECK, -8.7],
    ],
    1,
  )
}

/** The glass lift beside the stage: a shaft in a red frame, its doors open below and above. */
function lift(g: Builder): void {
  const { across: x, ahead: z, half } = LIFT
  const glass = paint(0x8fa9b8, Surface.glass)
  const [foot, top] = [COURT - 0.3, DECK + 3.8]
  g.box([x, foot, z], [2 * half, top - foot, 2 * half], glass, { sides: 'ne' })
  g.box([x, COURT + 2.9, z], [2 * half, top - COURT - 2.9, 2 * half], glass, { sides: 's' })
  g.box([x, foot, z], [2 * half, STAGE_HEIGHT + 0.2, 2 * half], glass, { sides: 'w' })
  for (const dx of [-half, half])
    for (const dz of [-half, half])
      g.box([x + dx, foot, z + dz], [0.3, top - foot, 0.3], PAINT.darkVermilion)
  for (let y = COURT + 2.9; y < top; y += 3)
    for (const dz of [-half, half])
      g.box([x, y, z + dz], [2 * half, 0.16, 0.2], PAINT.darkVermilion)
  for (const y of [COURT, DECK - 0.1]) g.box([x, y, z], [2 * half, 0.1, 2 * half], PAINT.paleStone)
  g.box([x, top, z], [2 * half + 0.8, 0.4, 2 * half + 0.8], PAINT.vermilion, { sides: 'tnsewb' })
  g.box([x - half - 0.6, DECK - 0.3, z], [2.4, 0.32, 2.4], PAINT.wood)
  for (const dz of [-1.3, 1.3])
    railing(g, [
      [x - half - 1.2, DECK, z + dz],
      [x - half, DECK, z + dz],
    ])
}

/** The small shrine right under the stage. */
function shrineUnderStage(g: Builder): void {
  g.within([8.2, COURT, -2.6], 0, () => {
    g.box([0, 0, 0], [3, 0.7, 2.6], PAINT.paleStone)
    g.within([0, 0.7, 0], 0, () => {
      g.box([0, 0, 0], [1.8, 1.7, 1.4], PAINT.whiteWall)
      g.panel([-0.6, 0.6], [0.1, 1.4], 0.72, { colour: PAINT.wood.colour, surface: Surface.paper })
      for (const x of [-0.9, 0.9]) g.box([x, 0, 0.7], [0.16, 1.9, 0.16], PAINT.vermilion)
    })
    roof(g, {
      ...SHRINE_ROOF,
      halfWidth: 1.6,
      halfDepth: 1.4,
      height: 1.1,
      y: 2.5,
      inset: 0.8,
      lift: 0.2,
      thickness: 0.14,
      gilded: false,
      rows: 3,
      columns: 6,
      ridgeHeight: 0.24,
    })
  })
}
