/** Fallen petals, painted on the ground under the cherries. */
import { MAP_SHAPE, toMap } from '../plan/map'
import { seeded } from '../plan/noise'
import type { Plant } from '../plan/planting'
import { BOUNDS } from '../plan/data'

const COLOURS = ['#f6cdd6', '#f2bcc9', '#fbe4e8'] as const
/** Petals lie this many tree radii around, and this many dabs are painted for each tree. */
const REACH = 4.6
const DABS = 150

/** Strew petals on a map of that width under each cherry; `share` from 0 to 1. */
export function strewPetals(
  g: CanvasRenderingContext2D,
  width: number,
  plants: readonly Plant[],
  share: number,
): void {
  const roll = seeded(33)
  const metre = width / (BOUNDS.maxX - BOUNDS.minX)
  for (const { species, x, z, size } of plants) {
    if (species !== 'cherry') continue
    for (let i = 0; i < DABS * share; i += 1) {
      // Thickest by the trunk, and blown a little to the east.
      const [angle, out] = [roll() * 2 * Math.PI, roll() ** 0.7 * REACH * size]
      const [px, py] = toMap(width, x + Math.cos(angle) * out + 0.4, z + Math.sin(angle) * out)
      if (py > width * MAP_SHAPE) continue
      g.fillStyle = COLOURS[Math.floor(roll() * COLOURS.length)] ?? COLOURS[0]
      g.globalAlpha = 0.5 + 0.5 * roll()
      const dab = Math.max(0.5, (0.18 + roll() * 0.3) * metre)
      g.fillRect(px, py, dab, dab)
    }
  }
  g.globalAlpha = 1
}
