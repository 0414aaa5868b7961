/** Where every house of the town stands and what it is like: read by the scene, the colliders and the map. */
import { place, way, WALKWAYS } from './data'
import { height } from './height'
import type { Dwelling, Footprint, House, Kura, WesternHouse } from './houses'
import { seeded } from './noise'
import { along, lengthOf, type Line, nearness, reachOf } from './polyline'

const CURTAINS = [0x24406b, 0x7a2f2a, 0x2f4d3c, 0xd8cfb6] as const
const AWNINGS = [0x4d7c6a, 0xb9513c, 0x50688a, 0xa58a4a, 0x7d6a60] as const
const WALLS = [0xefe6d4, 0xe2d3b8, 0xd8c7ac, 0xf2ede2, 0xc9b798] as const
const SIGNS = [0x2b3a55, 0x7a2f2a, 0x3d5a45, 0x3a2c22, 0xf3ead6] as const

const pick = <T>(list: readonly T[], roll: number): T => {
  const item = list[Math.floor(roll * list.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** Corners and middles of a footprint, `margin` metres larger. */
function outline({ x, z, turn, halfWidth, halfDepth }: Footprint, margin: number): Line {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const points: [number, number][] = []
  for (const u of [-1, -0.5, 0, 0.5, 1])
    for (const v of [-1, -0.5, 0, 0.5, 1]) {
      const [dx, dz] = [u * (halfWidth + margin), v * (halfDepth + margin)]
      points.push([x + dx * c + dz * s, z - dx * s + dz * c])
    }
  return points
}

/** Metres between the walls of two houses, at least. */
const ALLEY = 0.3
/** Land lower than this is a bank; nothing is built on it. */
const DRY = 1.7

/** Metres from its street within which a house may stand. */
const BESIDE = 45

const sampled = (line: Line): Line =>
  Array.from({ length: Math.ceil(lengthOf(line) / 8) + 1 }, (_, k) => {
    const { x, z } = along(line, Math.min(k * 8, lengthOf(line)))
    return [x, z]
  })

/** The houses built so far; a new one leaves them and every way but its own street free. */
class Builders {
  readonly houses: House[] = []
  private readonly beside = new Map<string, readonly ((x: number, z: number) => number)[]>()

  free(print: Footprint, own: string): boolean {
    if (this.houses.some((house) => touch(house, print) || touch(print, house))) return false
    const edge = outline(print, 0.5)
    const ways = this.waysBeside(own)
    return (
      edge.every(([x, z]) => ways.every((near) => near(x, z) === Infinity)) &&
      // Its corners and its middle: the ground costs more to ask than the ways.
      edge.every(([x, z], k) => k % 4 !== 0 || height(x, z) > DRY)
    )
  }

  /** Distances to the ways a house on that street might stand in: its own at a corner, and those near it. */
  private waysBeside(own: string): readonly ((x: number, z: number) => number)[] {
    const known = this.beside.get(own)
    if (known !== undefined) return known
    const close = nearness([way(own).line], BESIDE)
    const made = WALKWAYS.filter(
      ({ id, line }) => id === own || sampled(line).some(([x, z]) => close(x, z) < Infinity),
    ).map(({ id, line, width }) => nearness([line], width / 2 + (id === own ? 0.2 : 0.6)))
    this.beside.set(own, made)
    return made
  }
}

const reach = ({ halfWidth, halfDepth }: Footprint): number => Math.hypot(halfWidth, halfDepth)

/** Whether some point of one footprint lies in the other. */
function touch(one: Footprint, other: Footprint): boolean {
  if (Math.hypot(other.x - one.x, other.z - one.z) > reach(one) + reach(other) + ALLEY) return false
  const [c, s] = [Math.cos(one.turn), Math.sin(one.turn)]
  return outline(other, ALLEY / 2).some(([x, z]) => {
    const [dx, dz] = [x - one.x, z - one.z]
    return (
      Math.abs(dx * c - dz * s) < one.halfWidth + ALLEY / 2 &&
      Math.abs(dx * s + dz * c) < one.halfDepth + ALLEY / 2
    )
  })
}

interface Slot {
  readonly halfWidth: number
  readonly halfDepth: number
  /** From the middle of the street to the front wall. */
  readonly setBack: number
  /** Free metres to the next house. */
  readonly gap: number
}

/**
 * Fills one side of a street with houses. `plan` rolls the next slot; `build` receives its
 * footprint and number. A slot that has no room moves on along the street.
 */
function lineUp(
  builders: Builders,
  { street, side, from, to }: { street: string; side: 1 | -1; from: number; to: number },
  plan: (index: number) => Slot,
  build: (print: Footprint, index: number) => void,
): void {
  const { line } = way(street)
  const end = lengthOf(line) - to
  let run = from
  for (let index = 0; ; index += 1) {
    const slot = plan(index)
    let print = front(line, side, run + slot.halfWidth, slot)
    while (run + slot.halfWidth * 2 <= end && !builders.free(print, street)) {
      run += 0.75
      print = front(line, side, run + slot.halfWidth, slot)
    }
    if (run + slot.halfWidth * 2 > end) return
    build(print, index)
    run += slot.halfWidth * 2 + slot.gap
  }
}

function front(line: Line, side: 1 | -1, distance: number, slot: Slot): Footprint {
  const { x, z, heading } = along(line, distance)
  const [nx, nz] = [-Math.sin(heading) * side, Math.cos(heading) * side]
  const off = slot.setBack + slot.halfDepth
  return {
    x: x + nx * off,
    z: z + nz * off,
    turn: Math.atan2(-nx, -nz),
    halfWidth: slot.halfWidth,
    halfDepth: slot.halfDepth,
  }
}

const shift = (print: Footprint, aside: number, back: number): { x: number; z: number } => ({
  x: print.x + Math.cos(print.turn) * aside - Math.sin(print.turn) * back,
  z: print.z - Math.sin(print.turn) * aside - Math.cos(print.turn) * back,
})

function kura(print: Footprint, roll: () => number, brewery: boolean): Kura {
  return {
    ...print,
    kind: 'kura',
    floors: roll() < 0.2 ? 1 : 2,
    gableFront: roll() < 0.32,
    curtain: roll() < 0.7 ? pick(CURTAINS, roll()) : null,
    cedarBall: brewery,
    tiledWalls: roll() < 0.45,
    boards: roll() < 0.8,
    lanterns: roll() < 0.6,
    plain: roll() < 0.42,
    seed: 1 + Math.floor(roll() * 1e6),
  }
}

function brewingStreet(builders: Builders): void {
  // The post house and the former post office have their places; the others make room.
  builders.houses.push(postHouse(), postOffice())
  for (const side of [1, -1] as const) {
    const roll = seeded(side > 0 ? 11 : 29)
    const isBrewery = (index: number): boolean => index % 4 === (side > 0 ? 1 : 2)
    lineUp(
      builders,
      { street: 'sakagura-dori', side, from: 8, to: 8 },
      (index) => ({
        halfWidth: 4.2 + roll() * 3.2 + (isBrewery(index) ? 2 : 0),
        halfDepth: 4.2 + roll() * 1.6,
        setBack: roll() < 0.25 ? 5.4 : 4.6,
        gap: 0.9 + (roll() < 0.2 ? 2.6 : 0),
      }),
      (print, index) => {
        builders.houses.push(kura(print, roll, isBrewery(index)))
        if (!isBrewery(index)) return
        for (const house of backYard(print, roll))
          if (builders.free(house, 'sakagura-dori')) builders.houses.push(house)
      },
    )
  }
}

/** Behind a brewery's front: the storehouse and its brick chimney. */
function backYard(print: Footprint, roll: () => number): House[] {
  const store = shift(print, 0, print.halfDepth + 9)
  const stack = shift(print, 4, print.halfDepth + 18)
  return [
    {
      ...kura(
        { ...print, ...store, halfWidth: print.halfWidth + 1.5, halfDepth: 6.4 },
        roll,
        false,
      ),
      floors: 2,
      tiledWalls: true,
      curtain: null,
      lanterns: false,
      plain: true,
    },
    {
      kind: 'chimney',
      ...stack,
      turn: print.turn,
      halfWidth: 1,
      halfDepth: 1,
      height: 15 + roll() * 3,
    },
  ]
}

function onStreet(id: 'tsugiba' | 'post-office', side: 1 | -1, halfDepth: number): Footprint {
  const { line } = way('sakagura-dori')
  const { x, z } = place(id)
  const slot = { halfWidth: id === 'tsugiba' ? 6.3 : 5.5, halfDepth, setBack: 4.6, gap: 0 }
  return front(line, side, reachOf(line, x, z), slot)
}

function postHouse(): Kura {
  return {
    ...onStreet('tsugiba', -1, 5),
    kind: 'kura',
    floors: 2,
    gableFront: false,
    curtain: CURTAINS[0],
    cedarBall: false,
    tiledWalls: false,
    boards: true,
    lanterns: true,
    plain: false,
    seed: 1600,
  }
}

const postOffice = (): WesternHouse => ({ ...onStreet('post-office', 1, 4.6), kind: 'western' })

function thatchedQuarter(builders: Builders): void {
  for (const [street, side, seed] of [
    ['thatch-lane', 1, 5],
    ['thatch-lane', -1, 17],
    ['thatch-south', 1, 61],
    ['thatch-south', -1, 71],
  ] as const) {
    const roll = seeded(seed)
    lineUp(
      builders,
      { street, side, from: 4, to: 2 },
      () => ({
        halfWidth: 4.4 + roll() * 1.8,
        halfDepth: 3.4 + roll() * 0.7,
        setBack: 2.8,
        gap: 2.4 + roll() * 1.6,
      }),
      (print, index) =>
        builders.houses.push({
          ...print,
          kind: 'thatched',
          kudo: index % 3 === 1 && side > 0,
          tiledEaves: index % 2 === 0,
          seed: 1 + Math.floor(roll() * 1e6),
        }),
    )
  }
  const norita = place('norita')
  builders.houses.push({
    kind: 'thatched',
    x: norita.x,
    z: norita.z + 11,
    turn: Math.PI,
    halfWidth: 6.4,
    halfDepth: 4,
    kudo: true,
    tiledEaves: false,
    seed: 1820,
  })
}

function shrineApproach(builders: Builders): void {
  for (const side of [1, -1] as const) {
    const roll = seeded(side > 0 ? 41 : 43)
    lineUp(
      builders,
      { street: 'monzen', side, from: 8, to: 34 },
      () => ({
        halfWidth: 2.8 + roll() * 1.4,
        halfDepth: 3.8 + roll() * 1.2,
        setBack: 4.4,
        gap: roll() < 0.16 ? 1.6 : 0,
      }),
      (print) =>
        builders.houses.push({
          ...print,
          kind: 'shop',
          awning: pick(AWNINGS, roll()),
          wall: pick(WALLS, roll()),
          sign: pick(SIGNS, roll()),
          seed: 1 + Math.floor(roll() * 1e6),
        }),
    )
  }
}

interface Row {
  readonly street: string
  readonly sides: readonly (1 | -1)[]
  readonly from: number
  readonly to: number
  readonly fence: Dwelling['fence']
  /** Free metres between two plots, at least and at most. */
  readonly gaps: readonly [number, number]
}

/** Ordinary houses along the roads that lead through a settlement. */
const ROWS: readonly Row[] = [
  { street: 'cherry-road', sides: [1, -1], from: 14, to: 62, fence: 'plaster', gaps: [1, 3] },
  { street: 'samurai-lane', sides: [1, -1], from: 12, to: 12, fence: 'plaster', gaps: [1, 5] },
  { street: 'castle-north', sides: [1, -1], from: 12, to: 8, fence: 'hedge', gaps: [2, 8] },
  { street: 'station-road', sides: [1, -1], from: 30, to: 46, fence: 'hedge', gaps: [2, 14] },
  { street: 'castle-road', sides: [1], from: 14, to: 40, fence: 'hedge', gaps: [2, 8] },
  { street: 'tara-kaido', sides: [1, -1], from: 12, to: 400, fence: 'hedge', gaps: [2, 12] },
  { street: 'river-road', sides: [1], from: 8, to: 60, fence: 'hedge', gaps: [2, 6] },
  { street: 'sea-road', sides: [-1], from: 36, to: 60, fence: 'hedge', gaps: [2, 10] },
  { street: 'route-207', sides: [1], from: 70, to: 160, fence: 'hedge', gaps: [4, 16] },
]

function dwellings(builders: Builders): void {
  for (const [k, { street, sides, from, to, fence, gaps }] of ROWS.entries())
    for (const side of sides) {
      const roll = seeded(101 + k * 7 + side)
      lineUp(
        builders,
        { street, side, from, to },
        () => ({
          halfWidth: 6.4 + roll() * 2.6,
          halfDepth: 6.6 + roll() * 1.6,
          setBack: way(street).width / 2 + (street === 'cherry-road' ? 4.6 : 1.6),
          gap: gaps[0] + roll() * (gaps[1] - gaps[0]),
        }),
        (print) =>
          builders.houses.push({
            ...print,
            kind: 'dwelling',
            floors: fence === 'hedge' && roll() < 0.5 ? 2 : 1,
            wall: pick(WALLS, roll()),
            fence,
            seed: 1 + Math.floor(roll() * 1e6),
          }),
      )
    }
}

/** Every house of the town, always in the same order. */
export const HOUSES: readonly House[] = (() => {
  const builders = new Builders()
  brewingStreet(builders)
  thatchedQuarter(builders)
  shrineApproach(builders)
  dwellings(builders)
  return builders.houses
})()
