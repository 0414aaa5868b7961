/** What the town puts up for its festivals: lanterns over streets and under cherries, banners, the fire's pile, pines. */
import { Mesh } from 'three'
import type { Dress } from '../nature/calendar'
import { way } from '../plan/data'
import { height } from '../plan/height'
import { seeded } from '../plan/noise'
import { along, lengthOf } from '../plan/polyline'
import { fromShrine } from '../plan/shrine'
import { Builder, type Point3 } from './builder'
import { lanternGlow } from './glow'
import type { Materials } from './materials'
import { PAINT, paint, Surface } from './paint'

const PAPER = [paint(0xe8a95c, Surface.lit), paint(0xd8452a, Surface.lit)] as const
const CORD = paint(0x3a332c)
const POLE = paint(0x6b573f, Surface.wood)

/** Everything put up that day, in one draw call. */
export function festivalMesh(materials: Materials): Mesh {
  const { dress, hour } = materials.atmosphere
  const g = new Builder()
  festival(g, dress, hour)
  const mesh = new Mesh(g.build(), materials.built())
  mesh.castShadow = true
  mesh.receiveShadow = true
  mesh.matrixAutoUpdate = false
  if (burns(dress, hour)) mesh.add(lanternGlow(materials, fireside()))
  return mesh
}

/** Draws everything of the day's dress. `hour` decides whether the fire burns. */
function festival(g: Builder, dress: Dress, hour: number): void {
  if (dress.lanterns)
    for (const street of ['sakagura-dori', 'monzen']) strings(g, street, { every: 17, up: 5.1 })
  if (dress.cherryLanterns) strings(g, 'cherry-road', { every: 12.8, up: 3.5 })
  if (dress.banners) nobori(g)
  if (dress.bonfire) pile(g, burns(dress, hour))
  if (dress.pines) pines(g)
}

const LANTERNS = 6

/** Cords across a street from pole to pole, a row of paper lanterns on each. */
function strings(
  g: Builder,
  street: string,
  { every, up }: { every: number; up: number },
): void {
  const { line, width } = way(street)
  const half = width / 2 + 0.9
  for (let run = 7; run < lengthOf(line) - 4; run += every) {
    const { x, z, heading } = along(line, run)
    const [ax, az] = [-Math.sin(heading) * half, Math.cos(heading) * half]
    const floor = height(x, z)
    const at = (share: number): Point3 => [
      x + ax * (share * 2 - 1),
      floor + up - 0.55 * Math.sin(share * Math.PI),
      z + az * (share * 2 - 1),
    ]
    for (const side of [0, 1]) {
      const [px, , pz] = at(side)
      g.post([px, height(px, pz) - 0.1, pz], [0.05, 0.04], up + 0.15, POLE, { segments: 5 })
    }
    const cord = Array.from({ length: LANTERNS + 2 }, (_, i) => at(i / (LANTERNS + 1)))
    g.beam(cord, [0.025, 0.025], CORD)
    for (const [i, [lx, ly, lz]] of cord.slice(1, -1).entries()) lantern(g, [lx, ly, lz], i)
  }
}

/** A ribbed paper lantern hanging from a point. */
function lantern(g: Builder, [x, y, z]: Point3, i: number): void {
  const cover = PAPER[i % 2 === 0 ? 0 : 1]
  g.post([x, y - 0.5, z], [0.12, 0.19], 0.2, cover, { segments: 7, foot: 1 })
  g.post([x, y - 0.3, z], [0.19, 0.12], 0.22, cover, { segments: 7, foot: 1 })
  g.post([x, y - 0.53, z], [0.09, 0.09], 0.04, PAINT.black, { segments: 6, cap: true })
  g.post([x, y - 0.08, z], [0.09, 0.09], 0.05, PAINT.black, { segments: 6, cap: true })
}

const CLOTHS = [0x24496e, 0xf1ead8, 0x8f2f27, 0x35533f] as const

/** Brewers' banners along both sides of their street. */
function nobori(g: Builder): void {
  const { line, width } = way('sakagura-dori')
  let count = 0
  for (let run = 12; run < lengthOf(line) - 8; run += 15) {
    const { x, z, heading } = along(line, run)
    const side = count % 2 === 0 ? 1 : -1
    const off = side * (width / 2 + 0.7)
    const [px, pz] = [x - Math.sin(heading) * off, z + Math.cos(heading) * off]
    const colour = CLOTHS[count % CLOTHS.length] ?? CLOTHS[0]
    const crest = colour === CLOTHS[1] ? 0x8f2f27 : 0xf6f0e2
    g.within([px, height(px, pz), pz], -heading + (side > 0 ? 0 : Math.PI), () => {
      g.post([0, 0, 0], [0.03, 0.025], 3.4, POLE, { segments: 5 })
      g.box([0.3, 3.3, 0], [0.66, 0.03, 0.03], POLE)
      for (const turn of [0, Math.PI])
        g.within([0.33, 0.75, 0], turn, () => {
          g.panel([-0.28, 0.28], [0, 2.5], 0.004, { colour, surface: Surface.cloth })
          for (let k = 0; k < 4; k += 1)
            g.box([0, 0.5 + k * 0.5, 0.008], [0.2, 0.28, 0.004], paint(crest), { sides: 's' })
        })
    })
    count += 1
  }
}

/** The shrine's fire rite: about 20:00 on 8 December; the pile is some 6 m high, the flame more. */
const FIRE_FROM = 20
const FIRE_UNTIL = 22
/** To the side of the court, off everybody's way. */
export const FIRE_AT = fromShrine(-17, 32)

const burns = (dress: Dress, hour: number): boolean =>
  dress.bonfire && hour >= FIRE_FROM && hour < FIRE_UNTIL

/** Points round the fire, from which its light falls on the court. */
function fireside(): Point3[] {
  const [x, z] = FIRE_AT
  return Array.from({ length: 22 }, (_, k) => {
    const [angle, out] = [k * 2.399, 0.6 + (k % 4) * 1.5]
    const [px, pz] = [x + Math.cos(angle) * out, z + Math.sin(angle) * out]
    return [px, height(px, pz), pz]
  })
}

function pile(g: Builder, isBurning: boolean): void {
  const [x, z] = FIRE_AT
  const bamboo = paint(0x8d9a52)
  const ember = paint(0xff7a2e, Surface.lit)
  g.within([x, height(x, z), z], 0, () => {
    for (let layer = 0; layer < 6; layer += 1)
      for (let k = 0; k < 11; k += 1) {
        const angle = (k / 11) * 2 * Math.PI + layer * 0.3
        const [out, up] = [2.3 - layer * 0.34, layer * 0.92]
        g.beam(
          [
            [Math.cos(angle) * out, up, Math.sin(angle) * out],
            [Math.cos(angle) * (out - 0.75), up + 1.5, Math.sin(angle) * (out - 0.75)],
          ],
          [0.22, 0.22],
          layer % 2 === 0 ? PAINT.wood : bamboo,
        )
      }
    g.post([0, 0, 0], [0.06, 0.04], 7.4, bamboo, { segments: 6 })
    for (let k = 0; k < 4; k += 1) {
      const [px, pz] = [k < 2 ? -3.2 : 3.2, k % 2 === 0 ? -3.2 : 3.2]
      g.post([px, 0, pz], [0.05, 0.04], 3.4, bamboo, { segments: 5 })
    }
    for (const turn of [0, 1, 2, 3])
      g.within([0, 2.6, 0], (turn * Math.PI) / 2, () => g.box([0, 0, 3.2], [6.4, 0.05, 0.05], PAINT.rope))
    if (!isBurning) return
    const roll = seeded(128)
    for (let k = 0; k < TONGUES; k += 1) {
      // The innermost tongues are the hottest and reach highest.
      const [angle, out] = [roll() * 2 * Math.PI, roll() ** 0.6 * 2]
      const heat = 1 - out / 2
      const tall = 2.6 + heat * 7 + roll() * 2
      const [x0, z0, lean] = [Math.cos(angle) * out, Math.sin(angle) * out, 0.4 - 0.9 * roll()]
      const hue = heat > 0.62 ? 0xe8a63c : heat > 0.3 ? 0xe0702a : 0xc23a18
      tongue(g, [x0, 0.4 + heat, z0], { tall, lean, thick: 0.5 + roll() * 0.4 }, hue)
    }
    g.post([0, 0.05, 0], [2.6, 2.2], 0.2, ember, { segments: 10, cap: true })
  })
}

const TONGUES = 26

/** One tongue of flame, bending inward and with the wind. */
function tongue(
  g: Builder,
  [x, y, z]: Point3,
  { tall, lean, thick }: { tall: number; lean: number; thick: number },
  hue: number,
): void {
  const cover = paint(hue, Surface.lit)
  let [cx, cz, radius] = [x, z, thick]
  for (let piece = 0; piece < 3; piece += 1) {
    const next = piece === 2 ? 0.02 : radius * 0.62
    g.post([cx, y + (piece * tall) / 3, cz], [radius, next], tall / 3, cover, { segments: 6, foot: 1 })
    cx += lean * 0.22 - cx * 0.12
    cz -= cz * 0.12
    radius = next
  }
}

/** Pine and cut bamboo to the left and right of the shrine's gate and the castle's. */
function pines(g: Builder): void {
  for (const across of [-4.6, 4.6]) {
    const [x, z] = fromShrine(across, 65)
    g.within([x, height(x, z), z], 0, () => {
      g.post([0, 0, 0], [0.34, 0.34], 0.5, PAINT.rope, { segments: 9, cap: true })
      for (const [k, tall] of [1.7, 1.4, 1.15].entries()) {
        const angle = (k * 2 * Math.PI) / 3
        g.post([Math.cos(angle) * 0.12, 0.4, Math.sin(angle) * 0.12], [0.07, 0.07], tall, paint(0x7f9a48), {
          segments: 7,
          cap: true,
        })
      }
      g.ball([0.22, 0.75, 0.1], 0.26, paint(0x2f5a34))
      g.ball([-0.2, 0.7, -0.14], 0.24, paint(0x33633a))
    })
  }
}
