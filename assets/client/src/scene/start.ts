/** Starts the town in three dimensions: builds it in slices, then hands over the stage. */
import { NoToneMapping, PCFShadowMap, Scene, WebGLRenderer } from 'three'
import { isDressed } from '../nature/calendar'
import { SPAWN } from '../plan/data'
import type { Ground, SceneOptions, TownScene } from '../town'
import { createAtmosphere } from './atmosphere'
import { BoomCamera } from './camera'
import { Crowd } from './crowd/crowd'
import { Tags } from './crowd/tags'
import { raiseDistricts } from './districts'
import { Lamps } from './lamps'
import { Materials } from './materials'
import { QUALITY, type Quality } from './quality'
import { type Parts, Stage } from './stage'

/** Avatars one instance may hold; the server's limit is lower. */
const CAPACITY = 1024
/** Milliseconds of building after which the page gets its turn. */
const PATIENCE = 24
/** Share of the start that is building; the rest is the driver compiling shaders. */
const BUILDING = 0.85

/** Builds the town on the canvas and returns it once it can be walked in. */
export async function startScene(options: SceneOptions, ground: Ground): Promise<TownScene> {
  return new Stage(options, await raiseTown(options, ground))
}

/** Builds everything the stage needs. Throws when the browser has no WebGL 2. */
export async function raiseTown(options: SceneOptions, ground: Ground): Promise<Parts> {
  const quality = QUALITY[options.tier]
  const renderer = createRenderer(options.canvas, quality)
  const dress = dressOf(options)
  const atmosphere = createAtmosphere(options.moment)
  const materials = new Materials(atmosphere, quality)
  const scene = new Scene()
  const lamps = new Lamps(atmosphere, quality)
  scene.add(lamps.sky, lamps.sun, lamps.sun.target)
  const crowd = new Crowd(materials, CAPACITY)
  const tags = new Tags(crowd, renderer, { shown: quality.tags, sharp: !quality.low })
  scene.add(crowd.group, tags.mesh)
  await inTurns(raiseDistricts(scene, materials), (share) => options.progress(share * BUILDING))
  const festival = await dress
  if (festival !== null) scene.add(festival.festivalMesh(materials))
  const camera = new BoomCamera(ground, options.reducedMotion, SPAWN)
  camera.follow(SPAWN, 1)
  await renderer.compileAsync(scene, camera.lens)
  options.progress(1)
  return { renderer, scene, camera, crowd, tags, lamps, atmosphere, quality }
}

/** What is put up for festivals is fetched on their days alone; without it the town is only plainer. */
async function dressOf({ moment }: SceneOptions): Promise<typeof import('./festival') | null> {
  if (!isDressed(moment.dress)) return null
  try {
    return await import('./festival')
  } catch (fault) {
    console.error(fault)
    return null
  }
}

function createRenderer(canvas: HTMLCanvasElement, quality: Quality): WebGLRenderer {
  const renderer = new WebGLRenderer({
    canvas,
    antialias: quality.antialias,
    powerPreference: 'high-performance',
  })
  // The shaders carry their own tone curve (see `glsl.ts`).
  renderer.toneMapping = NoToneMapping
  renderer.shadowMap.enabled = quality.shadow > 0
  renderer.shadowMap.type = PCFShadowMap
  // Reading back the compiler's log costs a stall for each program.
  renderer.debug.checkShaderErrors = import.meta.env.DEV
  return renderer
}

/** Works through the slices, giving the page its turn in between. */
async function inTurns(slices: Iterable<number>, progress: (share: number) => void): Promise<void> {
  let since = performance.now()
  for (const share of slices) {
    if (performance.now() - since < PATIENCE) continue
    progress(share)
    await breath()
    since = performance.now()
  }
}

/** Lets the browser handle input and paint; timers would make it wait longer than it needs. */
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
