/** Where the town's sea stands at a tide, and how those are shown whom it would cover. */

/** High water is drawn lower than it is: the town's shore is not diked as high as the real one. */
const FLOOD_SCALE = 0.58

/**
 * Level of the sea in the town for metres of tide: as it is below the mean level, where the flat
 * lies, and less above it, so that the highest tide stays under the wall and the river's banks.
 */
export const seaLevel = (tide: number): number => (tide > 0 ? tide * FLOOD_SCALE : tide)

/** How deep someone on the flooded flat is shown to stand in the water. */
const WADING = 0.95

/** Metres by which the floating planks stand out of the water. */
export const FREEBOARD = 0.16

/**
 * The height at which someone is shown who stands at `y` on the flat while the sea is at `sea`:
 * the ground stays where it is, so nobody is ever stuck, but nobody is drawn under water either.
 * `onPlanks` is for whoever walks on the plank path, which floats.
 */
export const afloat = (y: number, sea: number, onPlanks: boolean): number =>
  Math.max(y, onPlanks ? sea + FREEBOARD : sea - WADING)
