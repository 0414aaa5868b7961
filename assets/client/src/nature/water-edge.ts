/** Where the sea begins on the flat. */
import { coast, height } from '../plan/height'

/** Metres from the shore line beyond which it is always sea. */
const FARTHEST = 150
const STEP = 6

/** Metres from the shore line out to where the ground lies under a sea at that level. */
export function waterEdge(z: number, sea: number): number {
  for (let out = 0; out < FARTHEST; out += STEP) if (height(coast(z) + out, z) < sea) return out
  return FARTHEST
}
