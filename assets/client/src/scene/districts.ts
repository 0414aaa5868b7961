/** The town in slices: each builds something that can be seen, and leaves the page free to breathe between. */
import {
  InstancedMesh,
  Matrix4,
  Mesh,
  type MeshLambertMaterial,
  Quaternion,
  type Scene,
  Vector3,
} from 'three'
import { BRIDGES, way } from '../plan/data'
import { height } from '../plan/height'
import { planting } from '../plan/planting'
import { along, lengthOf } from '../plan/polyline'
import { Builder, type Point3 } from './builder'
import { castle } from './castle'
import { lanternGlow } from './glow'
import { station, tracks } from './hama/station'
import { drawHouse, neighbourhoods, pavements } from './hama/street'
import type { Materials } from './materials'
import { PAINT } from './paint'
import { pontoon } from './pontoon'
import { noriPoles, shore } from './shore'
import { archBridge, banner, redLantern, roadBridge, stoneLantern } from './shrine/furnishings'
import {
  banners,
  courtLanterns,
  firstTorii,
  pathLanterns,
  pathTorii,
  shrineSlices,
  type Stand,
} from './shrine/precinct'
import { torii } from './shrine/torii'
import { mountains, outskirts, skyDome } from './sky'
import { groundMaterial, groundTexture, groundTiles } from './terrain'
import { groves, leafTexture, plantGrove } from './trees'
import { tideStaff } from './tide-staff'
import { inlandWater, sea } from './water'

type Slice = () => void

/**
 * Builds everything of the town into the scene, a slice at a time, in the order in which one would
 * miss it. Yields the share done after each slice, so that the caller can let the page breathe.
 */
export function* raiseDistricts(scene: Scene, materials: Materials): Generator<number, void> {
  const built = materials.built()
  scene.onBeforeRender = (_renderer, _scene, camera) => hideFar(scene, camera.position)
  const lights: Point3[] = []
  const stages: readonly (() => readonly Slice[])[] = [
    () => groundSlices(scene, materials),
    () => [
      () => scene.add(skyDome(materials), mountains(materials)),
      () => scene.add(outskirts(materials)),
      () => scene.add(sea(materials), inlandWater(materials)),
    ],
    () => shrine(scene, built, lights),
    () => houses(scene, built, lights),
    () => [
      () =>
        scene.add(
          drawn(built, pavements, bridges, tracks),
          upTo(HOUSES_SEEN, drawn(built, station)),
        ),
      () => scene.add(upTo(HOUSES_SEEN, drawn(built, castle))),
      () => scene.add(drawn(built, shore, tideStaff), pontoon(materials, built)),
    ],
    () => trees(scene, materials),
    () => [() => lanterns(scene, materials, built, lights)],
  ]
  for (const [k, stage] of stages.entries()) {
    const slices = stage()
    for (const [i, slice] of slices.entries()) {
      slice()
      yield (k + (i + 1) / slices.length) / stages.length
    }
  }
}

function groundSlices(scene: Scene, materials: Materials): readonly Slice[] {
  const { quality } = materials
  let material: MeshLambertMaterial | null = null
  return [
    () => {
      material = groundMaterial(materials, groundTexture(quality.map, materials.atmosphere.season))
    },
    ...groundTiles(quality).map((tile) => () => {
      if (material !== null) scene.add(tile(material))
    }),
  ]
}

function shrine(scene: Scene, built: MeshLambertMaterial, lights: Point3[]): readonly Slice[] {
  return [
    ...shrineSlices.map((slice) => () => scene.add(upTo(HOUSES_SEEN, drawn(built, slice)))),
    () => {
      const stone = courtLanterns()
      const red = pathLanterns()
      lights.push(...[...stone, ...red].map(footOf))
      scene.add(
        upTo(
          FURNISHINGS_SEEN,
          repeated(built, (g) => torii(g, { width: 2.9, height: 3.7, coarse: true }), pathTorii()),
        ),
        upTo(
          HOUSES_SEEN,
          repeated(built, (g) => torii(g, { width: 7, height: 8.2 }), [firstTorii()]),
        ),
        upTo(FURNISHINGS_SEEN, repeated(built, stoneLantern, stone)),
        upTo(FURNISHINGS_SEEN, repeated(built, redLantern, red)),
        upTo(FURNISHINGS_SEEN, repeated(built, banner, banners())),
      )
    },
  ]
}

function houses(scene: Scene, built: MeshLambertMaterial, lights: Point3[]): readonly Slice[] {
  return neighbourhoods().map((group) => () => {
    const g = new Builder()
    for (const house of group) lights.push(...drawHouse(g, house))
    scene.add(upTo(HOUSES_SEEN, solid(g, built)))
  })
}

function trees(scene: Scene, materials: Materials): readonly Slice[] {
  const { trees: share } = materials.quality
  // Golden-ratio steps thin the woods evenly.
  const plants = planting().filter((_, i) => share >= 1 || (i * 0.618034) % 1 < share)
  const texture = leafTexture()
  return groves(plants).map((grove) => () => scene.add(plantGrove(materials, texture, grove)))
}

function lanterns(
  scene: Scene,
  materials: Materials,
  built: MeshLambertMaterial,
  lights: Point3[],
): void {
  const stands = roadLanterns()
  lights.push(...stands.map(footOf))
  scene.add(
    upTo(FURNISHINGS_SEEN, repeated(built, redLantern, stands)),
    repeated(built, nori, noriPoles()),
    lanternGlow(materials, lights),
  )
}

const nori = (g: Builder): void =>
  g.post([0, 0, 0], [0.07, 0.05], 5.4, { colour: 0x6b5a42 }, { segments: 5 })

/** The bridges that are not the shrine's. */
function bridges(g: Builder): void {
  for (const { id, x, y, z, yaw, length, width, rise } of BRIDGES) {
    if (id === 'shinkyo') continue
    const draw = id === 'river-mouth-bridge' ? roadBridge : archBridge
    g.within([x, y, z], yaw, () => draw(g, { length, width: width + 0.2, rise }))
  }
  const rail = way('nagasaki-line').line
  // The railway's own bridge stands where the line crosses the river.
  for (let run = 0; run < lengthOf(rail); run += 1) {
    const { x, z, heading } = along(rail, run)
    if (height(x, z) > 0.6) continue
    g.within([x, 1.3, z], -heading, () => g.box([0, 0, 0], [1.1, 0.6, 4], PAINT.concrete))
  }
}

/** Red lanterns along the road by the river. */
function roadLanterns(): Stand[] {
  const { line, width } = way('river-road')
  const stands: Stand[] = []
  for (let run = 6; run < lengthOf(line) - 6; run += 12) {
    const { x, z, heading } = along(line, run)
    for (const side of [-1, 1]) {
      const off = side * (width / 2 + 1.4)
      const [px, pz] = [x - Math.sin(heading) * off, z + Math.cos(heading) * off]
      if (height(px, pz) > 1.6)
        stands.push({ x: px, y: height(px, pz) - 0.04, z: pz, turn: -heading, size: 1 })
    }
  }
  return stands
}

const footOf = ({ x, y, z }: Stand): Point3 => [x, y, z]

/** Metres beyond which the haze has swallowed things of that size, so that they need not be drawn. */
const HOUSES_SEEN = 720
const FURNISHINGS_SEEN = 380

/** Has the mesh, which is built in the town's own coordinates, drawn only up to so many metres from it. */
function upTo<T extends Mesh>(metres: number, mesh: T): T {
  mesh.userData['seen'] = metres
  return mesh
}

/** Before each picture: leaves out what is too far away to be seen. */
function hideFar(scene: Scene, eye: Vector3): void {
  for (const one of scene.children) {
    const seen: unknown = one.userData['seen']
    if (typeof seen !== 'number' || !(one instanceof Mesh)) continue
    const ball = (one instanceof InstancedMesh ? one : one.geometry).boundingSphere
    one.visible = ball === null || ball.distanceToPoint(eye) < seen
  }
}

function drawn(material: MeshLambertMaterial, ...draw: readonly ((g: Builder) => void)[]): Mesh {
  const g = new Builder()
  for (const one of draw) one(g)
  return solid(g, material)
}

function solid(g: Builder, material: MeshLambertMaterial): Mesh {
  const mesh = new Mesh(g.build(), material)
  mesh.castShadow = true
  mesh.receiveShadow = true
  mesh.matrixAutoUpdate = false
  return mesh
}

/** The same thing at many places, in one draw call. */
function repeated(
  material: MeshLambertMaterial,
  draw: (g: Builder) => void,
  stands: readonly Stand[],
): InstancedMesh {
  const g = new Builder()
  draw(g)
  const mesh = new InstancedMesh(g.build(), material, stands.length)
  const [place, turned, up] = [new Matrix4(), new Quaternion(), new Vector3(0, 1, 0)]
  for (const [i, { x, y, z, turn, size }] of stands.entries()) {
    turned.setFromAxisAngle(up, turn)
    mesh.setMatrixAt(i, place.compose(new Vector3(x, y, z), turned, new Vector3(size, size, size)))
  }
  mesh.castShadow = true
  mesh.receiveShadow = true
  mesh.computeBoundingSphere()
  return mesh
}
