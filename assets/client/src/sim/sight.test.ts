/** The camera on its boom: wherever one stands and looks, it is neither in a wall nor under the ground. */
import { describe, expect, it } from 'vitest'
import { PLACES, SPAWN } from '../plan/data'
import { height } from '../plan/height'
import { seeded } from '../plan/noise'
import type { Pose } from '../town'
import { Colliders } from './colliders'
import { createGround } from './ground'

const ground = createGround()
const colliders = new Colliders()
/** As far as the camera's boom reaches, from the eyes. */
const FAR = 14
const EYES = 1.55

/** The solid thing a point is in, if any: railings and posts may be looked through. */
function inside(x: number, y: number, z: number): boolean {
  return colliders.blocks.some((block) => {
    if (block.open || y > block.high || y < block.low) return false
    const [dx, dz] = [x - block.x, z - block.z]
    const u = dx * block.cos - dz * block.sin
    const v = dx * block.sin + dz * block.cos
    return Math.abs(u) < block.halfX && Math.abs(v) < block.halfZ
  })
}

/** Spots within a minute's walk of a place. */
function around(start: Pose): Pose[] {
  const roll = seeded(9)
  const poses: Pose[] = [start]
  for (let leg = 0; leg < 6; leg += 1) {
    const angle = roll() * 2 * Math.PI
    poses.push(ground.step(poses.at(-1) ?? start, Math.cos(angle) * 7, Math.sin(angle) * 7))
  }
  return poses
}

describe.each([{ id: 'spawn', ...SPAWN }, ...PLACES])('round $id', (start) => {
  it('no deck comes between the eyes and the camera', () => {
    const { x, y, z } = start
    for (let turn = 0; turn < 8; turn += 1) {
      const [dx, dz] = [Math.sin((turn / 4) * Math.PI) * 0.8, Math.cos((turn / 4) * Math.PI) * 0.8]
      const free = ground.sight([x, y + EYES, z], [dx, -0.6, dz], FAR)
      const below = y + EYES - 0.6 * free
      expect(below).toBeGreaterThan(ground.floor(x + dx * free, z + dz * free, y) - 0.2)
    }
  })

  it('the camera stands free in every direction', () => {
    const hidden: unknown[] = []
    for (const { x, y, z } of around(start))
      for (let turn = 0; turn < 12; turn += 1)
        for (const pitch of [-0.3, 0.14, 0.7]) {
          const angle = (turn / 6) * Math.PI
          const flat = Math.cos(pitch)
          const back = [Math.sin(angle) * flat, Math.sin(pitch), Math.cos(angle) * flat] as const
          const free = ground.sight([x, y + EYES, z], back, FAR)
          const [cx, cy, cz] = [
            x + back[0] * free,
            y + EYES + back[1] * free,
            z + back[2] * free,
          ]
          if (inside(cx, cy, cz) || cy < height(cx, cz)) hidden.push([x, y, z, angle, pitch, free])
        }
    expect(hidden).toEqual([])
  })
})
