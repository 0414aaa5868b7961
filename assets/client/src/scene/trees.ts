/** Trees and bushes: cards of leaves with the normals of their clump, or plain blobs on the low tier. */
import {
  CanvasTexture,
  DoubleSide,
  InstancedMesh,
  LinearMipmapLinearFilter,
  Matrix4,
  type MeshLambertMaterial,
  Quaternion,
  Vector2,
  Vector3,
} from 'three'
import { height } from '../plan/height'
import { seeded } from '../plan/noise'
import type { Plant, Species } from '../plan/planting'
import { blobby, leafy } from './foliage'
import { foliageOf } from './leaves'
import type { Materials } from './materials'

/** Leaves drawn on a small canvas: grey, the colour comes from the species. */
export function leafTexture(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 128
  const g = canvas.getContext('2d')
  if (g === null) throw new Error('no two-dimensional canvas')
  const roll = seeded(9)
  for (let i = 0; i < 46; i += 1) {
    const [angle, out] = [roll() * 6.28, Math.sqrt(roll()) * 50]
    g.save()
    g.translate(64 + Math.cos(angle) * out, 64 + Math.sin(angle) * out)
    g.rotate(roll() * 6.28)
    const grey = Math.floor(170 + roll() * 85)
    g.fillStyle = `rgb(${grey} ${grey} ${grey})`
    g.beginPath()
    g.ellipse(0, 0, 11, 5.4, 0, 0, 6.3)
    g.fill()
    g.restore()
  }
  const texture = new CanvasTexture(canvas)
  texture.minFilter = LinearMipmapLinearFilter
  return texture
}

const SWAY = /* glsl */ `
vShade = aShade;
// The same trees turn every autumn; a card falls with all its corners.
float kind = fract(dot(instanceMatrix[3].xz, vec2(0.3711, 0.7193)));
vTurn = step(kind, uTurning);
if (aShade.y > 0.5 && fract(aShade.y) > mix(uHanging.x, uHanging.y, vTurn)) transformed = vec3(0.0);
float sway = step(0.5, aShade.y) * sin(uTime * 1.3 + position.x * 1.7 + position.y + instanceMatrix[3].x * 0.7) * 0.06;
transformed.x += sway;
transformed.z += sway * 0.6;`

const LEAF = /* glsl */ `
vec4 card = texture2D(map, vMapUv);
float mottle = noise(vWorld.xz * 0.5 + vWorld.y * 0.3);
diffuseColor.a = vShade.y > 0.5 ? card.a : 1.0;
diffuseColor.rgb *= vShade.y > 0.5
  ? mix(mix(uLeafDark, uTurnDark, vTurn), mix(uLeafBright, uTurnBright, vTurn), mottle * 0.7 + card.r * 0.2 * vShade.x)
    * vShade.x * (0.82 + 0.3 * card.r)
  : vec3(0.13, 0.095, 0.07) * vShade.x;`

const LOW_LEAF = /* glsl */ `
diffuseColor.rgb *= vShade.y > 0.5
  ? mix(mix(uLeafDark, uLeafBright, 0.45), mix(uTurnDark, uTurnBright, 0.45), vTurn) * vShade.x
  : vec3(0.13, 0.095, 0.07) * vShade.x;`

function leafMaterial(
  materials: Materials,
  species: Species,
  texture: CanvasTexture,
): MeshLambertMaterial {
  const { low } = materials.quality
  const leaves = foliageOf(
    species,
    materials.atmosphere.season,
    materials.atmosphere.dress,
  )
  return materials.lambert({
    // Colours are uniforms, so that all species share one program: compiling is start-up time.
    key: 'leaf',
    parameters: low ? {} : { map: texture, alphaTest: 0.42, side: DoubleSide },
    uniforms: {
      uLeafDark: { value: leaves.dark },
      uLeafBright: { value: leaves.bright },
      uTurnDark: { value: leaves.turnDark },
      uTurnBright: { value: leaves.turnBright },
      uTurning: { value: leaves.turning },
      uLanterns: { value: leaves.lanterns },
      uHanging: { value: new Vector2(leaves.hanging, leaves.turnHanging) },
    },
    vertexDeclare:
      'attribute vec2 aShade; varying vec2 vShade; varying float vTurn; uniform float uTurning; uniform vec2 uHanging;',
    vertex: SWAY,
    fragmentDeclare:
      'varying vec2 vShade; varying float vTurn; uniform vec3 uLeafDark, uLeafBright, uTurnDark, uTurnBright; uniform float uLanterns;',
    colour: low ? LOW_LEAF : LEAF,
    light: `if (vShade.y > 0.5) reflectedLight.indirectDiffuse += diffuseColor.rgb
      * (uGlow * 0.10 * (1.0 - uNight) + vec3(1.0, 0.72, 0.5) * uLanterns * uNight);`,
    // A card seen from behind keeps its normal: it belongs to the clump, not to the card.
    fragmentChunks: {
      normal_fragment_begin: 'vec3 normal = normalize(vNormal); vec3 nonPerturbedNormal = normal;',
    },
  })
}

/** Trees that are near one another, of one species and detail: one draw call each. */
export function groves(plants: readonly Plant[]): readonly (readonly Plant[])[] {
  const groups = new Map<string, Plant[]>()
  for (const plant of plants) {
    // Small kinds are cheap enough to be drawn wherever they are.
    const everywhere =
      plant.species === 'pine' || plant.species === 'bush' || plant.species === 'azalea'
    const zone = everywhere ? 'all' : plant.z > 560 ? 'south' : plant.x < -150 ? 'castle' : 'plain'
    const key = `${plant.species} ${plant.far} ${zone}`
    const group = groups.get(key)
    if (group) group.push(plant)
    else groups.set(key, [plant])
  }
  return [...groups.values()]
}

/** Draws a grove; all plants in it are of one species and detail. */
export function plantGrove(
  materials: Materials,
  texture: CanvasTexture,
  grove: readonly Plant[],
): InstancedMesh {
  const [one] = grove
  if (!one) throw new RangeError('an empty grove')
  const geometry = materials.quality.low
    ? blobby(one.species, one.far)
    : leafy(one.species, one.far)
  const mesh = new InstancedMesh(
    geometry,
    leafMaterial(materials, one.species, texture),
    grove.length,
  )
  const [place, turn, up] = [new Matrix4(), new Quaternion(), new Vector3(0, 1, 0)]
  for (const [i, { x, z, size }] of grove.entries()) {
    turn.setFromAxisAngle(up, i * 2.399)
    const tall = size * (0.9 + (i % 5) * 0.05)
    mesh.setMatrixAt(
      i,
      place.compose(new Vector3(x, height(x, z), z), turn, new Vector3(size, tall, size)),
    )
  }
  mesh.castShadow = !one.far
  mesh.receiveShadow = true
  mesh.computeBoundingSphere()
  return mesh
}
