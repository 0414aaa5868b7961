/** The plank path over the mud: it lies on the flat at low water and floats when the sea comes. */
import { InstancedMesh, Matrix4, type MeshLambertMaterial } from 'three'
import { FREEBOARD } from '../nature/sea-level'
import { height } from '../plan/height'
import { PLANKS } from '../plan/shore-built'
import { Builder } from './builder'
import type { Materials } from './materials'
import { PAINT, paint, Surface } from './paint'

/** Metres of one board, with its gap. */
const STEP = 1.9
/** The top of a board over its own foot. */
const TOP = 0.2
/** The sea rises this much before the boards are moved again. */
const NOTICED = 0.01

function board(): Builder {
  const g = new Builder()
  g.box([0, TOP - 0.08, 0], [1.82, 0.08, 1.2], paint(0x8b6b48, Surface.wood))
  for (const side of [-0.5, 0.5])
    g.post([0, -0.55, side], [0.07, 0.07], 0.75, PAINT.darkWood, { segments: 5 })
  return g
}

/** Every board of the path, in one draw call; they move with the sea by themselves. */
export function pontoon(materials: Materials, built: MeshLambertMaterial): InstancedMesh {
  const boards = PLANKS.flatMap(({ x, z, length }) =>
    Array.from({ length: Math.ceil(length / STEP) }, (_, i) => {
      const at = x + i * STEP + STEP / 2
      return { x: at, y: height(at, z), z }
    }),
  )
  const mesh = new InstancedMesh(board().build(), built, boards.length)
  const { uSea } = materials.atmosphere.uniforms
  let laid = Number.NaN
  const lay = (): void => {
    if (Math.abs(uSea.value - laid) < NOTICED) return
    laid = uSea.value
    const place = new Matrix4()
    for (const [i, { x, y, z }] of boards.entries())
      mesh.setMatrixAt(i, place.makeTranslation(x, Math.max(y, laid + FREEBOARD - TOP), z))
    mesh.instanceMatrix.needsUpdate = true
  }
  lay()
  mesh.onBeforeRender = lay
  mesh.castShadow = true
  mesh.receiveShadow = true
  mesh.frustumCulled = false
  return mesh
}
