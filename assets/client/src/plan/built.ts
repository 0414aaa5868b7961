/** Everything built that changes where one can walk, gathered from the four islands. */
import { CASTLE_BLOCKS, CASTLE_PLATFORMS } from './castle-built'
import { type Bridge, BRIDGES, place } from './data'
import type { House } from './houses'
import { HOUSES } from './layout'
import { SHORE_BLOCKS, SHORE_PLATFORMS } from './shore-built'
import { SHRINE_BLOCKS, SHRINE_PLATFORMS } from './shrine-built'
import { type Block, GROUND_TO_ROOF, type Platform, QUARTER, standing } from './solid'

const bridgeDeck = (one: Bridge): Platform => ({
  x: one.x,
  z: one.z,
  halfX: one.width / 2,
  halfZ: one.length / 2,
  turn: one.yaw,
  y0: one.y,
  y1: one.y,
  rise: one.rise,
})

const bridgeRails = (one: Bridge): Block[] =>
  [-1, 1].map((side) => {
    const aside = side * (one.width / 2 - 0.1)
    return {
      x: one.x + Math.cos(one.yaw) * aside,
      z: one.z - Math.sin(one.yaw) * aside,
      halfX: 0.1,
      halfZ: one.length / 2 - 0.2,
      turn: one.yaw,
      low: one.y - 3,
      high: one.y + one.rise + 1.1,
      open: true,
    }
  })

/** The station house stands south of its platform; a ramp at the eastern end leads up to it. */
const { x: stationX, z: stationZ } = place('hama-station')
export const STATION = { x: stationX, z: stationZ - 12, halfX: 9.2, halfZ: 3.8 } as const
export const STATION_PLATFORM = { x: stationX, z: stationZ - 22.8, halfX: 33, halfZ: 2.2, y: 2.9 } as const
export const STATION_RAMP = 6
/** The sake bar at the station's eastern end, on the platform's side. */
export const HAMA_BAR = { x: stationX + 12, z: stationZ - 13.2, halfX: 2.7, halfZ: 2.9 } as const
/** A train stands at the platform. */
export const TRAIN = { x: stationX - 10, z: stationZ - 28, halfX: 20.6, halfZ: 1.5 } as const

const stationPlatforms: Platform[] = [
  { ...STATION_PLATFORM, turn: 0, y0: STATION_PLATFORM.y, y1: STATION_PLATFORM.y, rise: 0 },
  {
    x: STATION_PLATFORM.x + STATION_PLATFORM.halfX + STATION_RAMP / 2,
    z: STATION_PLATFORM.z,
    halfX: STATION_PLATFORM.halfZ,
    halfZ: STATION_RAMP / 2,
    turn: QUARTER,
    y0: STATION_PLATFORM.y,
    y1: 2,
    rise: 0,
  },
]

const houseBlock = (house: House): Block => ({
  x: house.x,
  z: house.z,
  halfX: house.halfWidth,
  halfZ: house.halfDepth,
  turn: house.turn,
  ...GROUND_TO_ROOF,
})

/** The two wings behind a house of the U-shaped plan. */
function wings(house: House): Block[] {
  if (house.kind !== 'thatched' || !house.kudo) return []
  return [-1, 1].map((side) => {
    const [u, v] = [side * (house.halfWidth - 1.9), -house.halfDepth - 2.4]
    const [c, s] = [Math.cos(house.turn), Math.sin(house.turn)]
    return {
      x: house.x + u * c + v * s,
      z: house.z - u * s + v * c,
      halfX: 1.9,
      halfZ: 2.8,
      turn: house.turn,
      ...GROUND_TO_ROOF,
    }
  })
}

export const PLATFORMS: readonly Platform[] = [
  ...SHRINE_PLATFORMS,
  ...BRIDGES.map(bridgeDeck),
  ...SHORE_PLATFORMS,
  ...stationPlatforms,
  ...CASTLE_PLATFORMS,
]

export const BLOCKS: readonly Block[] = [
  ...HOUSES.map(houseBlock),
  ...HOUSES.flatMap(wings),
  ...SHRINE_BLOCKS,
  ...BRIDGES.flatMap(bridgeRails),
  ...SHORE_BLOCKS,
  ...CASTLE_BLOCKS,
  standing(STATION),
  standing(HAMA_BAR),
  standing(TRAIN),
]
