/** The height of the ground, in metres, anywhere: plain, hills, terraces, river beds and the tidal flat. */
import { BOUNDS, way, WAYS } from './data'
import { clamp, mix, ramp, valueNoise } from './noise'
import { nearness } from './polyline'
import { COURT, DECK, stairHeight, STAIR, SUMMIT, TORII_PATH, toShrine } from './shrine'

/** Level of the rice plain. */
export const PLAIN = 2
/** Surface of the river and the moat. */
export const RIVER_LEVEL = 0.55
export const MOAT_LEVEL = 0.9
/** Level of the sea: low water, so that the flat lies open. */
export const SEA_LEVEL = -1.4
/** Inland ground below this is under water; nobody walks there. */
export const WADING = 0.3
/** Mud lower than this is under the sea; nobody walks there. */
export const DEEPEST_MUD = SEA_LEVEL + 0.1

/** The castle's raised honmaru: a rectangle with sloping sides. */
export const HONMARU = { x: -297, z: -187, halfX: 66, halfZ: 50, height: 6 } as const

interface Knoll {
  readonly x: number
  readonly z: number
  readonly radius: number
  readonly height: number
  /** Radius of the level top. */
  readonly top: number
}

/** Hills one can stand on, each with a level top to look round from. */
export const KNOLLS = {
  higashiyama: { x: 66, z: 372, radius: 92, height: 20, top: 18 },
  garyugaoka: { x: 102, z: 118, radius: 48, height: 12, top: 11 },
  asahigaoka: { x: -340, z: -172, radius: 52, height: 8, top: 14 },
} as const satisfies Record<string, Knoll>

const channel = nearness([way('hama-gawa').line], 14)
const moat = nearness(
  WAYS.filter(({ kind }) => kind === 'moat').map(({ line }) => line),
  9,
)
const toriiPath = nearness([TORII_PATH], 12)

/** Half width of the river bed from the middle of the bank's slope. */
export const RIVER_HALF = way('hama-gawa').width / 2
const MOAT_HALF = way('moat-west').width / 2

const COAST_STEP = 4
const coastTable = (() => {
  const line = way('coast').line
  const table: number[] = []
  let k = 0
  for (let z = BOUNDS.minZ; z <= BOUNDS.maxZ; z += COAST_STEP) {
    while (k + 2 < line.length && (line[k + 1]?.[1] ?? Infinity) < z) k += 1
    const [x0, z0] = line[k] ?? [0, 0]
    const [x1, z1] = line[k + 1] ?? [0, 1]
    table.push(mix(x0, x1, clamp((z - z0) / (z1 - z0), 0, 1)))
  }
  return table
})()

/** The x of the shore line at z: land to the west, mud and sea to the east. */
export function coast(z: number): number {
  const row = clamp((z - BOUNDS.minZ) / COAST_STEP, 0, coastTable.length - 1.001)
  const i = Math.floor(row)
  const x = mix(coastTable[i] ?? 0, coastTable[i + 1] ?? 0, row - i)
  return x + 2.4 * Math.sin(z * 0.047) + 1.5 * Math.sin(z * 0.13 + 1)
}

/** Height of the ground at a point, without bridges, stages and other things that are built. */
export function height(x: number, z: number): number {
  let y = PLAIN + 0.25 * (valueNoise(x * 0.03, z * 0.03) - 0.5)
  y = shrineValley(x, z, y)
  for (const knoll of Object.values(KNOLLS)) y = onKnoll(x, z, knoll, y)
  y = castle(x, z, y)
  y = southernRange(x, z, y)
  y = shore(x, z, y)
  return beds(x, z, y)
}

/** The ridge the shrine climbs, with its ledge, terrace, stair and inner shrine. */
function shrineValley(x: number, z: number, y: number): number {
  const [across, ahead] = toShrine(x, z)
  if (ahead > 74 || across > 230) return y
  const broad = valueNoise(across * 0.02 + 9, ahead * 0.02)
  const fine = valueNoise(across * 0.06, ahead * 0.06 + 4)
  const west = ramp(225, 150, across)
  let hill = (DECK - COURT) * ramp(2, -15, ahead) * (1 - 0.75 * ramp(34, 70, Math.abs(across)))
  hill += (28 + 14 * broad) * ramp(-24, -124, ahead)
  // The northern flank is lower: from the inner shrine one sees the town over it.
  const flank = across > -6 ? 15 + 10 * broad : 30 + 24 * broad
  hill += flank * ramp(50, 140, Math.abs(across + 6)) * ramp(64, -44, ahead + 20 * broad)
  let ground = y + (hill + fine * 2.2 * ramp(4, 20, hill)) * west
  // Behind the hall the ground is level with the stage; the inner shrine has its own level top.
  const terrace = ramp(24, 14, Math.abs(across + 6)) * ramp(-13, -16, ahead) * ramp(-40, -30, ahead)
  ground = mix(ground, DECK, terrace)
  const toSummit = Math.hypot(across - SUMMIT.across, ahead - SUMMIT.ahead)
  ground = mix(ground, SUMMIT.height, ramp(SUMMIT.radius + 16, SUMMIT.radius, toSummit))
  // The ledge must not swallow the stair.
  const beside = Math.abs(across - STAIR.across)
  const wild = Math.max(ramp(3.4, 7, beside), ramp(STAIR.top, STAIR.top - 3, ahead))
  if (wild < 1 && ahead < STAIR.foot)
    ground = Math.min(ground, mix(Math.max(stairHeight(ahead) - 0.7, y), ground, wild))
  // The torii path is a little smoother than the wild slope.
  if (ahead < -26) ground -= fine * ramp(-26, -40, ahead) * ramp(6, 3, Math.min(6, toriiPath(x, z)))
  return ground
}

function onKnoll(x: number, z: number, knoll: Knoll, y: number): number {
  const distance = Math.hypot(x - knoll.x, z - knoll.z)
  if (distance > knoll.radius) return y
  const slope = ramp(knoll.radius, knoll.top, distance)
  const rough = 1.2 * (valueNoise(x * 0.07, z * 0.07) - 0.5) * slope * (1 - slope) * 4
  return y + knoll.height * slope + rough
}

function castle(x: number, z: number, y: number): number {
  const { halfX, halfZ } = HONMARU
  const out = Math.max(Math.abs(x - HONMARU.x) - halfX, Math.abs(z - HONMARU.z) - halfZ)
  return out > 6 ? y : y + (HONMARU.height - PLAIN) * ramp(6, -3, out)
}

/** Mountains close the valley in the south. */
function southernRange(x: number, z: number, y: number): number {
  if (z < 410) return y
  const broad = valueNoise(x * 0.018, z * 0.018 + 40)
  const beside = ramp(16, 90, Math.abs(x + 90))
  return y + (26 + 30 * broad) * ramp(425, 540, z) * beside * ramp(330, 200, x)
}

/** Creeks (where along the coast they begin) that drain the flat. */
const CREEKS = [-352, -226, -118, 62, 176, 300] as const

function shore(x: number, z: number, y: number): number {
  const out = x - coast(z)
  if (out < -1) return y
  let mud = -0.35 - Math.max(0, out) * 0.021 + 0.1 * (valueNoise(x * 0.09, z * 0.05) - 0.5)
  for (const [i, start] of CREEKS.entries()) {
    const aside = Math.abs(z - start - 22 * Math.sin(out * 0.035 + i))
    mud -= 0.65 * ramp(5, 0.5, aside) * ramp(8, 30, out)
  }
  return mix(y, mud, ramp(-1, 1.4, out))
}

function beds(x: number, z: number, y: number): number {
  let ground = y
  const inRiver = channel(x, z)
  if (inRiver < 14) {
    const bed = x > coast(z) - 4 ? -0.8 : -0.5
    ground = mix(ground, Math.min(ground, bed), ramp(RIVER_HALF + 0.5, RIVER_HALF - 1.3, inRiver))
  }
  const inMoat = moat(x, z)
  if (inMoat < 9)
    ground = mix(ground, Math.min(ground, -0.4), ramp(MOAT_HALF + 0.4, MOAT_HALF - 1, inMoat))
  return ground
}

/** Whether bare ground of that height there lies under water too deep to walk in. */
export function underWater(x: number, z: number, y: number): boolean {
  return x < coast(z) - 6 ? y < WADING : y < DEEPEST_MUD
}
