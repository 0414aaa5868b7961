/** The height of the ground, in metres, anywhere: plain, hills, terraces, river beds and the tidal flat. */
import { BOUNDS, type Hill, hill, isStill, MOUND, way, WAYS } from './data'
import { clamp, mix, ramp, valueNoise } from './noise'
import { lengthOf, nearness, reachOf } from './polyline'
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

/** The castle's raised honmaru. */
export const HONMARU = MOUND

/** Hills one can stand on, each with a level top to look round from. */
export const KNOLLS = {
  higashiyama: hill('higashiyama'),
  garyugaoka: hill('garyugaoka'),
  asahigaoka: hill('asahigaoka'),
} as const

const river = way('hama-gawa')
const channel = nearness([river.line], 14)
const toriiPath = nearness([TORII_PATH], 12)
const TORII_LENGTH = lengthOf(TORII_PATH)

/** Half width of the river bed from the middle of the bank's slope. */
export const RIVER_HALF = river.width / 2

/** Moats and ponds by their width: a distance to each kind. */
const stillWaters = [...new Set(WAYS.filter(isStill).map(({ width }) => width))].map((width) => ({
  half: width / 2,
  near: nearness(
    WAYS.filter((one) => isStill(one) && one.width === width).map(({ line }) => line),
    width,
  ),
}))

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

/** The ridge the shrine climbs, with its ledge, terrace, stair and inner shrine; it goes on northward. */
function shrineValley(x: number, z: number, y: number): number {
  const [across, ahead] = toShrine(x, z)
  if (ahead > 84 || across > 520) return y
  const broad = valueNoise(across * 0.02 + 9, ahead * 0.02)
  const fine = valueNoise(across * 0.06, ahead * 0.06 + 4)
  const aside = 0.75 * ramp(34, 70, Math.abs(across)) * ramp(-70, -25, ahead)
  let rise = (DECK - COURT) * ramp(2, -15, ahead) * (1 - aside)
  rise += (28 + 14 * broad) * ramp(-24, -160, ahead)
  // The northern flank is lower: from the inner shrine one sees the town over it.
  const flank = across > -6 ? 15 + 10 * broad + 14 * ramp(200, 330, across) : 30 + 24 * broad
  rise += flank * ramp(50, 140, Math.abs(across + 6)) * ramp(64, -44, ahead + 20 * broad)
  let ground = y + (rise + fine * 2.2 * ramp(4, 20, rise)) * ramp(520, 400, across)
  const toSummit = Math.hypot(across - SUMMIT.across, ahead - SUMMIT.ahead)
  // Towards the town and the sea the mountain falls away, so that one sees them from the inner shrine.
  const view = Math.atan2(across - SUMMIT.across, ahead - SUMMIT.ahead)
  if (view > -0.1 && view < 1.3 && toSummit < 160) {
    const open = ramp(-0.1, 0.25, view) * ramp(1.3, 0.95, view) * ramp(160, 110, toSummit)
    const fall = SUMMIT.height - 0.34 * Math.max(0, toSummit - SUMMIT.radius)
    ground = mix(ground, Math.min(ground, Math.max(fall, DECK - 4)), open)
  }
  // Behind the hall the ground is level with the stage; the inner shrine has its own level top.
  const terrace = ramp(24, 14, Math.abs(across + 6)) * ramp(-13, -16, ahead) * ramp(-40, -30, ahead)
  ground = mix(ground, DECK, terrace)
  // The torii path is cut into the slope and climbs evenly.
  const near = toriiPath(x, z)
  if (near < 10 && ahead < -26) {
    const share = reachOf(TORII_PATH, x, z) / TORII_LENGTH
    ground = mix(ground, mix(DECK, SUMMIT.height, share), ramp(10, 3, near))
  }
  ground = mix(ground, SUMMIT.height, ramp(SUMMIT.radius + 16, SUMMIT.radius, toSummit))
  // The ledge must not swallow the stair.
  const beside = Math.abs(across - STAIR.across)
  const wild = Math.max(ramp(3.4, 7, beside), ramp(STAIR.top, STAIR.top - 3, ahead))
  if (wild < 1 && ahead < STAIR.foot)
    ground = Math.min(ground, mix(Math.max(stairHeight(ahead) - 0.7, y), ground, wild))
  return ground
}

function onKnoll(x: number, z: number, knoll: Hill, y: number): number {
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

/** Mountains close the valley in the south, left and right of the river. */
function southernRange(x: number, z: number, y: number): number {
  if (z < RANGE) return y
  const broad = valueNoise(x * 0.018, z * 0.018 + 40)
  const { higashiyama } = KNOLLS
  const beside =
    ramp(20, 95, Math.abs(x - RIVER_SOURCE)) *
    ramp(50, 110, Math.hypot(x - higashiyama.x, z - higashiyama.z))
  return y + (26 + 30 * broad) * ramp(RANGE, BOUNDS.maxZ + 24, z) * beside * ramp(470, 330, x)
}

/** Where the mountains begin, and the x at which the river comes out of them. */
const RANGE = BOUNDS.maxZ - 64
const RIVER_SOURCE = river.line[0]?.[0] ?? 0

/** Creeks (where along the coast they begin) that drain the flat. */
const CREEKS = [-330, -150, -20, 130, 300, 560, 668, 830] as const

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

/** Most of the land is near no water at all: one look tells. */
const anyWater = nearness(
  WAYS.filter((one) => one.kind === 'river' || isStill(one)).map(({ line }) => line),
  16,
)

function beds(x: number, z: number, y: number): number {
  if (anyWater(x, z) === Infinity) return y
  let ground = y
  const inRiver = channel(x, z)
  if (inRiver < 14) {
    const bed = x > coast(z) - 4 ? -0.8 : -0.5
    ground = mix(ground, Math.min(ground, bed), ramp(RIVER_HALF + 0.5, RIVER_HALF - 1.3, inRiver))
  }
  for (const { half, near } of stillWaters) {
    const inside = near(x, z)
    if (inside <= 2 * half)
      ground = mix(ground, Math.min(ground, -0.4), ramp(half + 0.4, half - 1, inside))
  }
  return ground
}

/** Whether bare ground of that height there lies under water too deep to walk in. */
export function underWater(x: number, z: number, y: number): boolean {
  return x < coast(z) - 6 ? y < WADING : y < DEEPEST_MUD
}
