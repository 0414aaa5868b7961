/** Sun and sky as lamps; the sun's shadows are drawn only when the visitor has moved on. */
import { DirectionalLight, HemisphereLight, Vector3 } from 'three'
import type { Atmosphere, Lit } from './atmosphere'
import type { Quality } from './quality'

/** Metres the visitor walks before the shadows are drawn anew: nothing that casts them moves. */
const SHADOW_STRIDE = 10
const SHADOW_REACH = 70
const SUN_DISTANCE = 160

export class Lamps {
  readonly sun = new DirectionalLight()
  readonly sky = new HemisphereLight()
  private readonly direction: Vector3
  private readonly lit: Lit
  private readonly drawnAt = new Vector3(Infinity, 0, 0)

  constructor({ lit, lamp }: Atmosphere, { shadow }: Quality) {
    this.direction = lamp
    this.lit = lit
    this.sun.color = lit.sun
    this.sky.color = lit.sky
    this.sky.groundColor = lit.ground
    this.dim()
    if (shadow === 0) return
    this.sun.castShadow = true
    const { mapSize, camera } = this.sun.shadow
    mapSize.set(shadow, shadow)
    camera.left = camera.bottom = -SHADOW_REACH
    camera.right = camera.top = SHADOW_REACH
    camera.near = 1
    camera.far = SUN_DISTANCE * 2
    Object.assign(this.sun.shadow, {
      bias: -0.0006,
      normalBias: 0.35,
      autoUpdate: false,
      intensity: 0.92,
    })
  }

  /** Takes on the strength of the moment; the shadows are drawn anew with the next step. */
  dim(): void {
    this.sun.intensity = this.lit.sunStrength * 1.15
    this.sky.intensity = this.lit.skyStrength * 1.5
    this.drawnAt.set(Infinity, 0, 0)
  }

  /** Keeps the lit and shadowed square round that point. */
  follow(x: number, y: number, z: number): void {
    const { target, position, castShadow, shadow } = this.sun
    if (castShadow && Math.hypot(this.drawnAt.x - x, this.drawnAt.z - z) < SHADOW_STRIDE) return
    this.drawnAt.set(x, y, z)
    target.position.set(x, y, z)
    target.updateMatrixWorld()
    position.copy(target.position).addScaledVector(this.direction, SUN_DISTANCE)
    shadow.needsUpdate = true
  }
}
