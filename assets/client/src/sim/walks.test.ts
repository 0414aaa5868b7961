/** Whatever way one walks, from wherever: nobody leaves the town, falls through its ground, or gets stuck. */
import { describe, expect, it } from 'vitest'
import { BOUNDS, PLACES, SPAWN } from '../plan/data'
import { height, underWater } from '../plan/height'
import { seeded } from '../plan/noise'
import type { Pose } from '../town'
import { createGround } from './ground'

const ground = createGround()
const STARTS = [{ id: 'spawn', ...SPAWN }, ...PLACES]
/** Metres of one step: a run at thirty steps a second, and a leap after a stall. */
const STRIDES = [0.17, 2.6]

/** A walk that keeps a direction for a while and then turns: into corners, along walls, over edges. */
function wander(start: Pose, seed: number, stride: number): Pose[] {
  const roll = seeded(seed)
  const poses: Pose[] = [start]
  let angle = roll() * 2 * Math.PI
  for (let k = 0; k < 500; k += 1) {
    if (roll() < 0.03) angle = roll() * 2 * Math.PI
    const last = poses.at(-1) ?? start
    poses.push(ground.step(last, Math.cos(angle) * stride, Math.sin(angle) * stride))
  }
  return poses
}

/** Inside the town, not under its ground, and not standing in water. */
function isSound({ x, y, z }: Pose): boolean {
  const { minX, maxX, minZ, maxZ } = BOUNDS
  const bare = height(x, z)
  const isInside = x > minX && x < maxX && z > minZ && z < maxZ
  return isInside && y > bare - 0.01 && !(y < bare + 1e-6 && underWater(x, z, bare))
}

const canMove = (pose: Pose): boolean =>
  Array.from({ length: 16 }, (_, k) => (k / 8) * Math.PI).some((angle) => {
    const there = ground.step(pose, Math.cos(angle) * 0.6, Math.sin(angle) * 0.6)
    return Math.hypot(there.x - pose.x, there.z - pose.z) > 0.3
  })

describe.each(STARTS)('from $id', (start) => {
  it('random walks stay in the town, on its ground, and can go on', () => {
    for (const [k, stride] of STRIDES.entries())
      for (let seed = 1; seed <= 2; seed += 1) {
        const poses = wander(start, seed * 17 + k, stride)
        expect(poses.slice(1).filter((pose) => !isSound(pose))).toEqual([])
        const last = poses.at(-1)
        expect(last !== undefined && canMove(last)).toBe(true)
      }
  })
})

describe('every place', () => {
  it('is reached by a way from the spawn, and has ways back and to the next one', () => {
    const pairs = STARTS.flatMap((one, k) => {
      const next = STARTS[(k + 1) % STARTS.length] ?? SPAWN
      return [
        [SPAWN, one],
        [one, SPAWN],
        [one, next],
      ] as const
    })
    const none = pairs.filter(([a, b]) => ground.path(a.x, a.z, b.x, b.z, a.y, b.y).length === 0)
    expect(none).toEqual([])
  }, 30_000)
})

describe('ways', () => {
  it('from anywhere one can stand lead to the spawn, walkable all along', () => {
    const roll = seeded(5)
    const lost: string[] = []
    for (let tries = 0; tries < 12; tries += 1) {
      const x = BOUNDS.minX + 8 + roll() * (BOUNDS.maxX - BOUNDS.minX - 16)
      const z = BOUNDS.minZ + 8 + roll() * (BOUNDS.maxZ - BOUNDS.minZ - 16)
      if (underWater(x, z, height(x, z))) continue
      const way = ground.path(x, z, SPAWN.x, SPAWN.z, height(x, z), SPAWN.y)
      if (way.length === 0) continue
      let at: Pose = { x, y: height(x, z), z, yaw: 0 }
      for (const [px, pz] of way)
        for (let k = 0; k < 3000 && Math.hypot(px - at.x, pz - at.z) > 0.4; k += 1) {
          const left = Math.hypot(px - at.x, pz - at.z)
          at = ground.step(at, ((px - at.x) / left) * 0.29, ((pz - at.z) / left) * 0.29)
        }
      if (Math.hypot(at.x - SPAWN.x, at.z - SPAWN.z) > 1) lost.push(`${x} ${z}`)
    }
    expect(lost).toEqual([])
  }, 30_000)
})
