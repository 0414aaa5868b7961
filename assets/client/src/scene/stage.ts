/** The town as it is shown: takes what the shell tells it and draws a frame when asked. */
import {
  InstancedMesh,
  Mesh,
  type Object3D,
  type Scene,
  type Texture,
  Vector3,
  type WebGLRenderer,
} from 'three'
import { SPAWN } from '../plan/data'
import type { Moment } from '../nature/moment'
import { afloat, FREEBOARD } from '../nature/sea-level'
import { coast } from '../plan/height'
import { PLANKS } from '../plan/shore-built'
import { Gait, type Pose, type SceneOptions, type TownScene } from '../town'
import type { Atmosphere } from './atmosphere'
import type { BoomCamera } from './camera'
import type { Crowd } from './crowd/crowd'
import type { Tags } from './crowd/tags'
import type { Lamps } from './lamps'
import type { Quality } from './quality'

/** Seconds between two choices of who is near, and of whose names are shown. */
const SORT_EVERY = 0.4
const TAGS_EVERY = 0.1

/** What the town is made of once it is built. */
export interface Parts {
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  readonly camera: BoomCamera
  readonly crowd: Crowd
  readonly tags: Tags
  readonly lamps: Lamps
  readonly atmosphere: Atmosphere
  readonly quality: Quality
}

/** Frames slower than this many milliseconds count against the resolution. */
const SLOW_FRAME = 34
const SLOW_FRAMES = 60
const FEWEST_PIXELS = 0.5
/** Metres of the eye over the sea, at least. */
const LOWEST_EYE = 0.4

export class Stage implements TownScene {
  private pose: Pose = SPAWN
  private gait: Gait = Gait.stand
  /** The page's second at which the scene's clock is zero: small numbers keep their digits in shaders. */
  readonly began = performance.now() / 1000
  private last = 0
  private sorted = -1
  private tagged = -1
  private slow = 0
  private pixels: number
  private size = { width: 1, height: 1 }
  private readonly spot = new Vector3()

  constructor(
    private readonly options: SceneOptions,
    private readonly parts: Parts,
  ) {
    this.pixels = Math.min(devicePixelRatio, parts.quality.pixels)
    const { clientWidth, clientHeight } = options.canvas
    this.resize(clientWidth || 1, clientHeight || 1)
  }

  own(pose: Pose, gait: Gait): void {
    this.pose = this.wade(pose)
    this.gait = gait
  }

  ownCard(...args: Parameters<TownScene['ownCard']>): void {
    this.parts.crowd.ownCard(...args)
  }

  come(...args: Parameters<TownScene['come']>): void {
    this.parts.crowd.come(...args)
  }

  leave(id: number): void {
    this.parts.crowd.leave(id)
  }

  move(...[id, segment]: Parameters<TownScene['move']>): void {
    this.parts.crowd.move(id, {
      ...segment,
      from: this.wade(segment.from),
      to: this.wade(segment.to),
      start: segment.start - this.began,
    })
  }

  emote(...[id, emote]: Parameters<TownScene['emote']>): void {
    this.parts.crowd.emote(id, emote, performance.now() / 1000 - this.began)
  }

  look(dx: number, dy: number): void {
    this.parts.camera.look(dx, dy)
  }

  zoom(notches: number): void {
    this.parts.camera.zoom(notches)
  }

  heading(): number {
    return this.parts.camera.heading
  }

  pick(x: number, y: number): { x: number; y: number; z: number } | null {
    const { width, height } = this.size
    return this.parts.camera.pick((x / width) * 2 - 1, 1 - (y / height) * 2)
  }

  frame(time: number): void {
    const { renderer, scene, camera, crowd, tags, lamps, atmosphere } = this.parts
    const now = time - this.began
    const seconds = Math.min(0.5, Math.max(0, now - this.last))
    this.last = now
    // With reduced motion water and leaves stand still; people still walk.
    atmosphere.uniforms.uTime.value = this.options.reducedMotion ? 3 : now % 3600
    crowd.uNow.value = now
    crowd.placeOwn(this.pose, this.gait, now)
    camera.follow(this.pose, seconds)
    const eye = camera.lens.position
    // Over the flooded flat the eye stays above the water.
    if (eye.x > coast(eye.z)) eye.y = Math.max(eye.y, atmosphere.uniforms.uSea.value + LOWEST_EYE)
    if (now - this.sorted > SORT_EVERY) {
      this.sorted = now
      crowd.sort(eye, now, this.spot)
    }
    if (now - this.tagged > TAGS_EVERY) {
      this.tagged = now
      tags.update(eye, now)
    }
    const ahead = this.pose
    lamps.follow(
      ahead.x + Math.sin(camera.heading) * 24,
      ahead.y,
      ahead.z + Math.cos(camera.heading) * 24,
    )
    renderer.render(scene, camera.lens)
    this.keepPace(seconds * 1000)
  }

  setMoment(moment: Moment): void {
    this.parts.atmosphere.set(moment)
    this.parts.lamps.dim()
  }

  resize(width: number, height: number): void {
    const { renderer, camera, tags } = this.parts
    this.size = { width, height }
    renderer.setPixelRatio(this.pixels)
    renderer.setSize(width, height, false)
    camera.resize(width, height)
    tags.resize(width, height)
  }

  stop(): void {
    const { renderer, scene, tags } = this.parts
    scene.traverse(dispose)
    tags.dispose()
    renderer.dispose()
  }

  /** Nobody is drawn under the sea: the flat's ground stays, and who is on it wades. */
  private wade(pose: Pose): Pose {
    const sea = this.parts.atmosphere.uniforms.uSea.value
    if (pose.y > sea + FREEBOARD || pose.x < coast(pose.z) - 1) return pose
    return { ...pose, y: afloat(pose.y, sea, onPlanks(pose)) }
  }

  /** After two slow seconds the picture gets coarser; it does not get finer again in this visit. */
  private keepPace(milliseconds: number): void {
    if (document.visibilityState !== 'visible') return
    this.slow = milliseconds > SLOW_FRAME ? this.slow + 1 : Math.max(0, this.slow - 2)
    if (this.slow < SLOW_FRAMES || this.pixels <= FEWEST_PIXELS) return
    this.slow = 0
    this.pixels = Math.max(FEWEST_PIXELS, this.pixels * 0.8)
    this.resize(this.size.width, this.size.height)
  }
}

/** Half the width of the plank path, with the toes that stand over its edge. */
const PLANK_HALF = 0.9

const onPlanks = ({ x, z }: Pose): boolean =>
  PLANKS.some(
    (path) => x > path.x - 1 && x < path.x + path.length + 1 && Math.abs(z - path.z) < PLANK_HALF,
  )

function dispose(thing: Object3D): void {
  if (!(thing instanceof Mesh)) return
  thing.geometry.dispose()
  if (thing instanceof InstancedMesh) thing.dispose()
  for (const material of Array.isArray(thing.material) ? thing.material : [thing.material]) {
    const { map } = material as { map?: Texture | null }
    map?.dispose()
    material.dispose()
  }
}
