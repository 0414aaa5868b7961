/** The sea on the map as it stands now: over the flat at high water, far off it at low water. */
import { cropColours } from '../nature/crops'
import { dayOf } from '../nature/kashima-time'
import { seaLevel } from '../nature/sea-level'
import { seasonOf } from '../nature/season'
import { tideAt } from '../nature/tide'
import { waterEdge } from '../nature/water-edge'
import { BOUNDS } from '../plan/data'
import { coast } from '../plan/height'
import { toMap } from '../plan/map'

const STEP = 8

/** Colours of the fields at an instant. */
export const cropsAt = (ms: number): readonly string[] => cropColours(seasonOf(dayOf(ms)).fields)

/** The line where the sea begins at an instant, from north to south. */
export function waterLine(ms: number): readonly (readonly [x: number, z: number])[] {
  const sea = seaLevel(tideAt(ms))
  const line: [number, number][] = []
  for (let z = BOUNDS.minZ; z <= BOUNDS.maxZ; z += STEP)
    line.push([Math.min(BOUNDS.maxX, coast(z) + waterEdge(z, sea)), z])
  return line
}

/** Paint the sea over what of the flat it covers at an instant, on a map of that width. */
export function floodSea(
  pen: Pick<CanvasRenderingContext2D, 'beginPath' | 'lineTo' | 'closePath' | 'fill'> & {
    fillStyle: CanvasRenderingContext2D['fillStyle']
  },
  width: number,
  ms: number,
): void {
  pen.beginPath()
  for (const [x, z] of waterLine(ms)) pen.lineTo(...toMap(width, x, z))
  pen.lineTo(...toMap(width, BOUNDS.maxX, BOUNDS.maxZ))
  pen.lineTo(...toMap(width, BOUNDS.maxX, BOUNDS.minZ))
  pen.closePath()
  pen.fillStyle = 'rgb(128 168 190 / 88%)'
  pen.fill()
}
