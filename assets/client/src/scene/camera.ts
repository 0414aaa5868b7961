/** The camera on a boom behind the visitor's head: turned by dragging, shortened by walls. */
import { PerspectiveCamera, Vector3 } from 'three'
import type { Ground, Pose } from '../town'

const EYE_HEIGHT = 1.55
const NEAREST = 1.6
const FARTHEST = 14
const LOWEST_PITCH = -0.55
const HIGHEST_PITCH = 1.1
/** Radians the view turns for each pixel it is dragged. */
export const TURN_PER_PIXEL = 0.0052
const PITCH_PER_PIXEL = 0.004
const METRES_PER_NOTCH = 0.6
/** The boom comes out again this fast; it goes in at once, or the camera would be in the wall. */
const EASE_PER_SECOND = 5
/** Vertical field of view: a phone held upright would see a slit otherwise. */
const LANDSCAPE_VIEW = 58
const PORTRAIT_VIEW = 74
const FAR_PLANE = 3400

export class BoomCamera {
  readonly lens = new PerspectiveCamera(LANDSCAPE_VIEW, 1, 0.2, FAR_PLANE)
  /** Which way one looks: radians, 0 along +z, growing towards +x. */
  heading: number
  /** Radians the camera looks down. */
  private pitch = 0.14
  private wanted = 5.2
  private boom = 5.2
  private readonly head = new Vector3()
  private readonly ray = new Vector3()

  constructor(
    private readonly ground: Ground,
    private readonly still: boolean,
    start: Pose,
  ) {
    this.heading = start.yaw
  }

  look(dx: number, dy: number): void {
    this.heading -= dx * TURN_PER_PIXEL
    this.pitch = Math.min(HIGHEST_PITCH, Math.max(LOWEST_PITCH, this.pitch + dy * PITCH_PER_PIXEL))
  }

  zoom(notches: number): void {
    this.wanted = Math.min(FARTHEST, Math.max(NEAREST, this.wanted + notches * METRES_PER_NOTCH))
  }

  resize(width: number, height: number): void {
    this.lens.aspect = width / Math.max(1, height)
    this.lens.fov = this.lens.aspect < 1 ? PORTRAIT_VIEW : LANDSCAPE_VIEW
    this.lens.updateProjectionMatrix()
  }

  /** Follows the visitor; `seconds` since the last frame. */
  follow(pose: Pose, seconds: number): void {
    const flat = Math.cos(this.pitch)
    const back = [
      -Math.sin(this.heading) * flat,
      Math.sin(this.pitch),
      -Math.cos(this.heading) * flat,
    ] as const
    const head = this.head.set(pose.x, pose.y + EYE_HEIGHT, pose.z)
    const free = Math.max(0.5, this.ground.sight([head.x, head.y, head.z], back, this.wanted))
    const eased = this.boom + (free - this.boom) * Math.min(1, seconds * EASE_PER_SECOND)
    this.boom = free < this.boom || this.still ? free : eased
    const { position } = this.lens
    position.set(
      head.x + back[0] * this.boom,
      head.y + back[1] * this.boom,
      head.z + back[2] * this.boom,
    )
    position.y = Math.max(
      position.y,
      this.ground.floor(position.x, position.z, position.y - 1) + 0.25,
    )
    this.lens.lookAt(head.x, head.y + 0.1, head.z)
    this.lens.updateMatrixWorld()
  }

  /** The floor under a point of the canvas, from -1 to 1 both ways (up is 1), or null for sky. */
  pick(x: number, y: number): { x: number; y: number; z: number } | null {
    const from = this.lens.position
    const to = this.ray.set(x, y, 0.5).unproject(this.lens).sub(from).normalize()
    for (let run = 1; run < 220; run += run < 30 ? 0.2 : 0.6) {
      const at = { x: from.x + to.x * run, y: from.y + to.y * run, z: from.z + to.z * run }
      const floor = this.ground.floor(at.x, at.z, at.y - 0.3)
      if (at.y <= floor + 0.02) return { ...at, y: floor }
    }
    return null
  }
}
