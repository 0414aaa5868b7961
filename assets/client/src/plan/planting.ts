/** Where every tree and bush grows: woods on the hills, cherries by the water, pines by the sea. */
import { BLOCKS } from './built'
import { BOUNDS, place, WALKWAYS, way, WAYS } from './data'
import { coast, height, HONMARU, KNOLLS } from './height'
import { seeded, valueNoise } from './noise'
import { along, lengthOf, nearness } from './polyline'
import { fromShrine, GATE, SUMMIT, TORII_PATH, toShrine } from './shrine'

export type Species = 'camphor' | 'cherry' | 'cedar' | 'pine' | 'bush' | 'azalea'

export interface Plant {
  readonly species: Species
  readonly x: number
  readonly z: number
  readonly size: number
  /** Nobody comes near: a coarser shape is enough. */
  readonly far: boolean
}

const ROOM = { camphor: 4.2, cherry: 3.2, cedar: 4.2, pine: 3, bush: 1.2, azalea: 1 } as const

const byPath = nearness([TORII_PATH], 24)
const inWay = WAYS.filter(({ kind }) => kind !== 'coast').map(({ line, width, kind }) => ({
  half: kind === 'river' ? width / 2 + 1.4 : width / 2,
  near: nearness([line], width / 2 + 6),
}))

/** Most of the land is near no way at all. */
const byWay = nearness(
  WAYS.filter(({ kind }) => kind !== 'coast').map(({ line }) => line),
  14,
)
/** What grows farther than this from where people walk may be coarse. */
const inSight = nearness([...WALKWAYS.map(({ line }) => line), TORII_PATH], 46)

/** Metres of a tall tree; what stands lower on the slope hides nothing. */
const TREE_HEIGHT = 13

const BUILT_CELL = 2
const built = (() => {
  const cells = new Set<number>()
  for (const { x, z, halfX, halfZ, turn } of BLOCKS) {
    const [c, s] = [Math.cos(turn), Math.sin(turn)]
    for (let u = -halfX - 2; u <= halfX + 2; u += 1)
      for (let v = -halfZ - 2; v <= halfZ + 2; v += 1)
        cells.add(builtCell(x + u * c + v * s, z - u * s + v * c))
  }
  return cells
})()

function builtCell(x: number, z: number): number {
  return Math.floor(x / BUILT_CELL) * 4096 + Math.floor(z / BUILT_CELL)
}

/** From the inner shrine one looks over the town to the sea: nothing grows into that view. */
function inView(x: number, z: number): boolean {
  const [sx, sz] = fromShrine(SUMMIT.across, SUMMIT.ahead)
  const distance = Math.hypot(x - sx, z - sz)
  if (distance > 170 || x < sx) return false
  const { x: tx, z: tz } = place('sakagura-dori')
  const aside = Math.atan2(z - sz, x - sx) - Math.atan2(tz - sz, tx - sx)
  return Math.abs(aside) < 0.62 && height(x, z) + TREE_HEIGHT > SUMMIT.height - distance * 0.12
}

/** Whether a plant of that size may stand there: off the ways, the houses, the court and the sea. */
function free(species: Species, x: number, z: number): boolean {
  const room = ROOM[species]
  if (x > coast(z) - 7 || built.has(builtCell(x, z))) return false
  if (x < BOUNDS.minX + 2 || x > BOUNDS.maxX - 2 || z < BOUNDS.minZ + 2 || z > BOUNDS.maxZ - 2)
    return false
  const [across, ahead] = toShrine(x, z)
  if (Math.abs(across) < 36 && ahead > -40 && ahead < GATE + 52) return false
  if (Math.hypot(across - SUMMIT.across, ahead - SUMMIT.ahead) < SUMMIT.radius) return false
  if (byPath(x, z) < room) return false
  if ((species === 'cedar' || species === 'camphor') && inView(x, z)) return false
  return byWay(x, z) === Infinity || inWay.every(({ half, near }) => near(x, z) > half + room * 0.8)
}

/** Kinds that have a coarser shape. */
const TALL: ReadonlySet<Species> = new Set(['camphor', 'cedar'])

class Garden {
  readonly plants: Plant[] = []
  private readonly roll = seeded(21)

  between(low: number, high: number): number {
    return low + this.roll() * (high - low)
  }

  put(species: Species, x: number, z: number, size: number): void {
    if (!free(species, x, z)) return
    const far = TALL.has(species) && inSight(x, z) === Infinity
    this.plants.push({ species, x, z, size, far })
  }
}

/** Cedar and camphor cover the slopes; where nobody walks they may be coarse. */
function woods(garden: Garden): void {
  for (let i = 0; i < 9400; i += 1) {
    const x = garden.between(BOUNDS.minX + 2, 470)
    const z = garden.between(280, BOUNDS.maxZ - 2)
    const onKnoll = Object.values(KNOLLS).some((k) => Math.hypot(x - k.x, z - k.z) < k.radius)
    if (onKnoll || height(x, z) < 4.2) continue
    const cedar = valueNoise(x * 0.03, z * 0.03) > 0.5
    garden.put(cedar ? 'cedar' : 'camphor', x, z, garden.between(0.75, 1.35))
  }
}

function cherries(garden: Garden): void {
  const river = way('hama-gawa').line
  for (let run = 40; run < lengthOf(river) - 120; run += run < 560 ? 10 : 17)
    for (const side of [-1, 1]) {
      const { x, z, heading } = along(river, run)
      const off = side * garden.between(10, 11)
      if (garden.between(0, 1) < 0.85)
        garden.put(
          'cherry',
          x - Math.sin(heading) * off,
          z + Math.cos(heading) * off,
          garden.between(0.9, 1.25),
        )
    }
  const road = way('cherry-road').line
  for (let run = 4; run < lengthOf(road) - 12; run += 6.4)
    for (const side of [-1, 1]) {
      const { x, z, heading } = along(road, run)
      garden.put(
        'cherry',
        x - Math.sin(heading) * side * 5.7,
        z + Math.cos(heading) * side * 5.7,
        garden.between(1.05, 1.35),
      )
    }
  for (const [across, ahead] of [
    [-29, 48],
    [26, 48],
    [34, 42],
    [34, 6],
    [-33, 22],
    [32, 74],
    [-32, 74],
    [-22, 92],
    [-28, 102],
  ] as const) {
    const [x, z] = fromShrine(across, ahead)
    // The court is kept free of woods; these few belong to it.
    garden.plants.push({ species: 'cherry', x, z, size: garden.between(1.05, 1.35), far: false })
  }
  ring(garden, 'cherry', KNOLLS.asahigaoka, 48)
  ring(garden, 'cherry', KNOLLS.garyugaoka, 44)
  ring(garden, 'cherry', KNOLLS.higashiyama, 16)
  for (let i = 0; i < 44; i += 1)
    garden.put(
      'cherry',
      HONMARU.x + garden.between(-1, 1) * (HONMARU.halfX - 6),
      HONMARU.z + garden.between(-0.8, 1) * (HONMARU.halfZ - 6),
      garden.between(1, 1.3),
    )
}

/** Plants on a hill's slope, leaving its level top open. */
function ring(
  garden: Garden,
  species: Species,
  knoll: { x: number; z: number; radius: number; top: number },
  count: number,
): void {
  for (let i = 0; i < count; i += 1) {
    const angle = i * 2.399
    const distance = garden.between(knoll.top + 1.5, knoll.radius * 0.86)
    const [x, z] = [knoll.x + Math.cos(angle) * distance, knoll.z + Math.sin(angle) * distance]
    garden.put(species, x, z, garden.between(0.95, 1.3))
  }
}

function hedges(garden: Garden): void {
  azaleas(garden)
  for (const id of ['river-road', 'tara-kaido', 'castle-road', 'mudflat-path', 'sea-road', 'right-bank']) {
    const { line, width } = way(id)
    for (let run = 0; run < lengthOf(line); run += 6.5) {
      const { x, z, heading } = along(line, run)
      const off =
        (garden.between(0, 1) < 0.5 ? -1 : 1) * garden.between(width / 2 + 1.6, width / 2 + 4)
      if (garden.between(0, 1) < 0.6)
        garden.put(
          'bush',
          x - Math.sin(heading) * off,
          z + Math.cos(heading) * off,
          garden.between(0.7, 1.4),
        )
    }
  }
}

/** Azaleas in rows along the contour of the slope that faces the shrine. */
function azaleas(garden: Garden): void {
  const { x, z, top, radius } = KNOLLS.higashiyama
  for (let distance = top + 4; distance < radius * 0.8; distance += 4.2)
    for (let angle = -1.25; angle < 1.25; angle += 2.7 / distance) {
      const out = distance + garden.between(-0.6, 0.6)
      garden.put(
        'azalea',
        x - Math.cos(angle) * out,
        z + Math.sin(angle) * out,
        garden.between(1.3, 2.1),
      )
    }
}

function single(garden: Garden): void {
  for (let i = 0; i < 330; i += 1) {
    const x = garden.between(BOUNDS.minX + 10, BOUNDS.maxX - 60)
    const z = garden.between(BOUNDS.minZ + 10, BOUNDS.maxZ - 90)
    if (height(x, z) < 4) garden.put('camphor', x, z, garden.between(0.5, 0.85))
  }
  for (let z = BOUNDS.minZ + 6; z < BOUNDS.maxZ; z += 15)
    garden.put(
      'pine',
      coast(z) - garden.between(10, 14),
      z + garden.between(0, 6),
      garden.between(1, 1.5),
    )
  for (const [across, ahead] of [
    [-40, 2],
    [38, -2],
    [40, 40],
    [-41, 46],
    [44, 20],
  ] as const) {
    const [x, z] = fromShrine(across, ahead)
    garden.put('camphor', x, z, garden.between(1.2, 1.6))
  }
}

/** Everything that grows, always in the same order. Takes some tens of milliseconds. */
export function planting(): readonly Plant[] {
  const garden = new Garden()
  woods(garden)
  cherries(garden)
  hedges(garden)
  single(garden)
  return garden.plants
}
