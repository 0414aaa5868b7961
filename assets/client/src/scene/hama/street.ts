/** Streets as strips of paving on the ground, and the houses along them. */
import { way } from '../../plan/data'
import { height } from '../../plan/height'
import type { House } from '../../plan/houses'
import { HOUSES } from '../../plan/layout'
import { along, lengthOf, type Line } from '../../plan/polyline'
import type { Builder, Point3 } from '../builder'
import { type Paint, PAINT, paint, Surface } from '../paint'
import { dwelling } from './dwelling'
import { chimney, kura } from './kura'
import { shop, westernHouse } from './shop'
import { thatched } from './thatched'

/** A strip that lies on the ground along a line, `offset` metres to its left. */
export function ribbon(
  g: Builder,
  line: Line,
  {
    offset = 0,
    width,
    lift,
    step = 4,
  }: { offset?: number; width: number; lift: number; step?: number },
  cover: Paint,
): void {
  const length = lengthOf(line)
  const pieces = Math.max(1, Math.round(length / step))
  g.sheet(1, pieces, cover, (u, v) => {
    const run = v * length
    const { x, z, heading } = along(line, run)
    const off = offset + (u - 0.5) * width
    const [px, pz] = [x - Math.sin(heading) * off, z + Math.cos(heading) * off]
    return [px, height(px, pz) + lift, pz, (u - 0.5) * width, run, 0.97]
  })
}

/** The brewing street's paving with its water channels, and the lanes' paving. */
export function pavements(g: Builder): void {
  const street = way('sakagura-dori')
  ribbon(g, street.line, { width: street.width, lift: 0.05 }, paint(0xb8b0a0, Surface.paving))
  for (const offset of [-3.15, 3.15]) {
    ribbon(g, street.line, { offset, width: 0.62, lift: 0.06 }, paint(0x8d887d, Surface.ashlar))
    ribbon(g, street.line, { offset, width: 0.34, lift: 0.075 }, paint(0x39454a))
  }
  const monzen = way('monzen')
  ribbon(g, monzen.line, { width: monzen.width, lift: 0.05 }, paint(0xc2b7a2, Surface.paving))
  ribbon(g, way('shrine-front').line, { width: 6, lift: 0.04 }, PAINT.paving)
}

/** Draws a house where it stands; returns where its lanterns hang. */
export function drawHouse(g: Builder, house: House): Point3[] {
  let lanterns: Point3[] = []
  g.within([house.x, height(house.x, house.z) - 0.08, house.z], house.turn, () => {
    switch (house.kind) {
      case 'kura':
        lanterns = kura(g, house)
        break
      case 'thatched':
        thatched(g, house)
        break
      case 'shop':
        shop(g, house)
        break
      case 'western':
        westernHouse(g, house)
        break
      case 'dwelling':
        dwelling(g, house)
        break
      case 'chimney':
        chimney(g, house.height)
    }
  })
  return lanterns
}

/** Metres of a neighbourhood's side: large enough for few draw calls, small enough to be left out of view. */
const NEIGHBOURHOOD = 170

/** Houses in groups that are near one another: each becomes one draw call that can be left out of view. */
export function neighbourhoods(): readonly (readonly House[])[] {
  const groups = new Map<string, House[]>()
  for (const house of HOUSES) {
    const key = `${Math.floor(house.x / NEIGHBOURHOOD)} ${Math.floor(house.z / NEIGHBOURHOOD)}`
    const group = groups.get(key)
    if (group) group.push(house)
    else groups.set(key, [house])
  }
  return [...groups.values()]
}
