/** Keys, thumb and camera together: what the person wants now, and which way forward is. */
import type { Intent } from '../town'

/** The stronger of two wishes, so that a resting thumb does not hold back a key. */
export function stronger(a: Intent, b: Intent): Intent {
  return Math.hypot(a.forward, a.right) >= Math.hypot(b.forward, b.right) ? a : b
}
