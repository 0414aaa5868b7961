/**
 * A page for looking at the town without the server (not part of the build). Parameters:
 * tier, hour, day=MM-DD, tide (metres over the mean level; without it as it really is then), n (people),
 * at=x,z,radius (where they stand), cam=x,y,z,tx,ty,tz (camera and target),
 * by=place id (the camera's and the people's x and z count from there), rel=1 (heights over the ground), fov, and walk=1 to walk with the arrow keys instead.
 */
import { startOfDay } from './nature/kashima-time'
import { type Moment, momentAt } from './nature/moment'
import { height } from './plan/height'
import { seeded } from './plan/noise'
import { place, SPAWN } from './plan/data'
import { raiseTown } from './scene/start'
import { Stage } from './scene/stage'
import { createGround } from './sim/ground'
import { packLook, randomLook } from './sim/look'
import { Emote, Gait, type Pose, type SceneOptions, type Tier } from './town'

const query = new URLSearchParams(location.search)
const numbers = (key: string, otherwise: readonly number[]): readonly number[] =>
  query.get(key)?.split(',').map(Number) ?? otherwise
const number = (key: string, otherwise: number): number => Number(query.get(key) ?? otherwise)

const NAMES = [
  '田中さくら',
  'ゆうと',
  '鹿島案内人・光武',
  'Anna',
  'สมชาย',
  '김민준',
  '陳小明',
  'ミカ',
  '祐徳太郎',
  'John',
]

/** The moment of the address: a day of a year in which the dates of the notes hold. */
function moment(): Moment {
  const [month = 4, date = 1] = (query.get('day') ?? '04-01').split('-').map(Number)
  const began = startOfDay({ year: 2026, month, date })
  const then = momentAt(began + number('hour', 15) * 3_600_000)
  return { ...then, tide: number('tide', then.tide) }
}

const from = query.has('by') ? place(query.get('by') ?? '') : { x: 0, z: 0 }

const canvas = document.querySelector('canvas')
if (canvas === null) throw new Error('no canvas')
const options: SceneOptions = {
  canvas,
  tier: (query.get('tier') ?? 'high') as Tier,
  moment: moment(),
  reducedMotion: false,
  progress: (share) => (document.title = `${Math.round(share * 100)} %`),
}
const began = performance.now()
const ground = createGround()
const parts = await raiseTown(options, ground)
const stage = new Stage(options, parts)
const raised = performance.now() - began
stage.resize(innerWidth, innerHeight)

const people = (count: number): void => {
  const roll = seeded(77)
  const [dx = 0, dz = 0, radius] = numbers('at', [-125, 330, 16])
  const [x, z] = [dx + from.x, dz + from.z]
  for (let id = 1; id <= count; id += 1) {
    const [angle, far] = [roll() * Math.PI * 2, Math.sqrt(roll()) * (radius ?? 10)]
    const [px, pz] = [x + Math.cos(angle) * far, z + Math.sin(angle) * far]
    const y = ground.floor(px, pz, number('level', height(px, pz) + 0.4))
    const pose: Pose = { x: px, y, z: pz, yaw: roll() * Math.PI * 2 }
    const walking = roll() < 0.6
    const next = { ...pose, x: px + Math.sin(pose.yaw) * 0.26, z: pz + Math.cos(pose.yaw) * 0.26 }
    stage.come({
      id,
      name: NAMES[id % NAMES.length] + (id > 9 ? String(id) : ''),
      look: packLook(randomLook(id)),
      role: id === 2 ? 'guide' : 'visitor',
    })
    stage.move(id, {
      from: pose,
      to: walking ? next : pose,
      start: performance.now() / 1000 + roll() * 0,
      span: walking ? 0.1 : 0,
      gait: walking ? Gait.walk : Gait.stand,
    })
    if (roll() < 0.25) stage.emote(id, (1 + (id % 5)) as Emote)
  }
}

people(number('n', 60))
const { renderer, scene, camera, lamps, crowd, tags, atmosphere } = parts
const lens = camera.lens

/** Draws one frame with a free camera. */
const shot = (): void => {
  const [dx = 0, up = 0, dz = 0, dtx = 0, aim = 0, dtz = 0] = numbers(
    'cam',
    [-54, 4, 330, -150, 12, 330],
  )
  const [x, z, tx, tz] = [dx + from.x, dz + from.z, dtx + from.x, dtz + from.z]
  // rel=1: heights over the ground instead of absolute ones.
  const [y, ty] = query.has('rel') ? [height(x, z) + up, height(tx, tz) + aim] : [up, aim]
  lens.fov = number('fov', 55)
  lens.updateProjectionMatrix()
  lens.position.set(x, y, z)
  lens.lookAt(tx, ty, tz)
  lens.updateMatrixWorld()
  const reach = number('shadow', 45) / Math.hypot(tx - x, ty - y, tz - z)
  lamps.follow(x + (tx - x) * reach, y, z + (tz - z) * reach)
  const now = performance.now() / 1000 - number('pause', 0)
  atmosphere.uniforms.uTime.value = 3
  crowd.sort(lens.position, 1e9, lens.position.clone())
  crowd.uNow.value = now - stage.began
  tags.update(lens.position, crowd.uNow.value)
  renderer.render(scene, lens)
  const gl = renderer.getContext()
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
}

if (query.has('walk')) {
  const keys = new Set<string>()
  addEventListener('keydown', ({ code }) => keys.add(code))
  addEventListener('keyup', ({ code }) => keys.delete(code))
  addEventListener(
    'pointermove',
    (event) => event.buttons && stage.look(event.movementX, event.movementY),
  )
  let pose: Pose = SPAWN
  stage.ownCard({ id: 9000, name: 'me', look: packLook(randomLook(5)), role: 'visitor' })
  const loop = (time: number): void => {
    const [forward, turn] = [
      Number(keys.has('ArrowUp')) - Number(keys.has('ArrowDown')),
      Number(keys.has('ArrowRight')) - Number(keys.has('ArrowLeft')),
    ]
    stage.look(turn * 6, 0)
    const yaw = stage.heading()
    const next = ground.step(pose, Math.sin(yaw) * forward * 0.09, Math.cos(yaw) * forward * 0.09)
    pose = { ...next, yaw: forward === 0 ? pose.yaw : yaw }
    stage.own(pose, forward === 0 ? Gait.stand : Gait.walk)
    stage.frame(time / 1000)
    requestAnimationFrame(loop)
  }
  requestAnimationFrame(loop)
} else {
  shot()
}

const first = performance.now() - began
Object.assign(window, {
  lab: {
    stage,
    parts,
    shot,
    spawn: SPAWN,
    raised,
    first,
    info: () => ({
      calls: renderer.info.render.calls,
      triangles: renderer.info.render.triangles,
      programs: renderer.info.programs?.length,
      geometries: renderer.info.memory.geometries,
      textures: renderer.info.memory.textures,
    }),
  },
})
document.title = 'ready'
