/** A tide staff beside the plank path: red and white metres, by which one sees how high the sea stands. */
import { seaLevel } from '../nature/sea-level'
import { height } from '../plan/height'
import { PLANKS } from '../plan/shore-built'
import type { Builder } from './builder'
import { paint } from './paint'

const RED = paint(0xc43a22)
const WHITE = paint(0xf3eee2)
const LOWEST = -3
const HIGHEST = 3

export function tideStaff(g: Builder): void {
  for (const { x, z, length } of PLANKS)
    for (const out of [8, length - 2]) {
      const [px, pz] = [x + out, z + 1.6]
      g.post([px, height(px, pz) - 1, pz], [0.08, 0.08], seaLevel(HIGHEST) + 3.6, paint(0x5b4a38), {
        segments: 6,
      })
      for (let metre = LOWEST; metre < HIGHEST; metre += 1)
        for (const half of [0, 1]) {
          const [low, high] = [seaLevel(metre + half / 2), seaLevel(metre + half / 2 + 0.5)]
          g.box([px - 0.1, low, pz], [0.05, high - low, half === 0 ? 0.34 : 0.2], half === 0 ? RED : WHITE)
        }
    }
}
