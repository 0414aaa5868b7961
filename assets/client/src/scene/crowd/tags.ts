/** Names over heads: drawn once on a small canvas with the visitor's own fonts, then only moved. */
import {
  BufferAttribute,
  CanvasTexture,
  DataTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LinearFilter,
  Mesh,
  ShaderMaterial,
  SRGBColorSpace,
  Vector2,
  Vector3,
  type WebGLRenderer,
} from 'three'
import type { Role } from '../../town'
import type { Crowd } from './crowd'
import { MOTION_ATTRIBUTES, POSE } from './motion'
import { type Actor, whereabouts } from './rank'

/** The atlas: names in columns and rows. */
const COLUMNS = 4
const ROWS = 8
const SLOTS = COLUMNS * ROWS
/** Metres beyond which no name is shown. */
const FAR = 46

const FONT =
  'system-ui, "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", "Noto Sans Thai", sans-serif'
/** Width of the mark before the name of a guide or of staff, of the 256 of a plate. */
const MARK = 28
const PLATES: Readonly<Record<Role, string>> = {
  visitor: 'rgb(22 24 32 / 66%)',
  guide: 'rgb(176 38 20 / 92%)',
  staff: 'rgb(20 78 110 / 92%)',
}

const VERTEX = /* glsl */ `
${POSE}
attribute float aSlot;
uniform vec2 uScreen;
varying vec2 vUv;
varying float vFade;
void main() {
  vec4 v = viewMatrix * vec4(poseNow().xyz + vec3(0.0, 1.95, 0.0), 1.0);
  float away = -v.z;
  float pixel = away * 2.0 / (projectionMatrix[1][1] * uScreen.y);
  v.xy += position.xy * clamp(0.58, pixel * 56.0, pixel * 88.0);
  vFade = smoothstep(${FAR.toFixed(1)}, 30.0, away);
  gl_Position = projectionMatrix * v;
  float column = mod(aSlot, ${COLUMNS.toFixed(1)}), row = floor(aSlot / ${COLUMNS.toFixed(1)});
  vUv = vec2((column + position.x * 0.5 + 0.5) / ${COLUMNS.toFixed(1)}, (row + 1.0 - position.y * 2.0) / ${ROWS.toFixed(1)});
}`

const FRAGMENT = /* glsl */ `
uniform sampler2D uNames;
varying vec2 vUv;
varying float vFade;
void main() {
  vec4 c = texture2D(uNames, vUv);
  gl_FragColor = vec4(c.rgb, c.a * vFade);
  if (gl_FragColor.a < 0.02) discard;
  #include <colorspace_fragment>
}`

export class Tags {
  readonly mesh: Mesh
  private readonly screen = { value: new Vector2(1, 1) }
  private readonly pen: CanvasRenderingContext2D
  private readonly stamp: CanvasTexture
  private readonly atlas: DataTexture
  private readonly geometry = new InstancedBufferGeometry()
  private readonly motion: readonly InstancedBufferAttribute[]
  private readonly slots = new InstancedBufferAttribute(new Float32Array(SLOTS), 1)
  /** Which name is in which slot, the longest unused first. */
  private readonly names = new Map<string, number>()
  private readonly free = Array.from({ length: SLOTS }, (_, slot) => slot)
  private readonly spot = new Vector3()

  constructor(
    private readonly crowd: Crowd,
    private readonly renderer: WebGLRenderer,
    { shown, sharp }: { shown: number; sharp: boolean },
  ) {
    this.shown = Math.min(shown, SLOTS)
    const [width, height] = sharp ? [256, 64] : [128, 32]
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')
    if (pen === null) throw new Error('no two-dimensional canvas')
    this.pen = pen
    this.stamp = smoothTexture(new CanvasTexture(canvas))
    const blank = new Uint8Array(width * COLUMNS * height * ROWS * 4)
    this.atlas = smoothTexture(new DataTexture(blank, width * COLUMNS, height * ROWS))
    this.atlas.needsUpdate = true
    this.geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, 0, 0, 1, 0, 0, 1, 0.5, 0, -1, 0.5, 0]), 3),
    )
    this.geometry.setIndex([0, 1, 2, 0, 2, 3])
    this.motion = MOTION_ATTRIBUTES.map((name) => {
      const values = new InstancedBufferAttribute(new Float32Array(SLOTS * 4), 4)
      values.setUsage(DynamicDrawUsage)
      this.geometry.setAttribute(name, values)
      return values
    })
    this.slots.setUsage(DynamicDrawUsage)
    this.geometry.setAttribute('aSlot', this.slots)
    this.geometry.instanceCount = 0
    this.mesh = new Mesh(
      this.geometry,
      new ShaderMaterial({
        transparent: true,
        depthWrite: false,
        uniforms: { uNow: crowd.uNow, uNames: { value: this.atlas }, uScreen: this.screen },
        vertexShader: VERTEX,
        fragmentShader: FRAGMENT,
      }),
    )
    this.mesh.frustumCulled = false
    this.mesh.renderOrder = 20
  }

  private readonly shown: number

  resize(width: number, height: number): void {
    this.screen.value.set(width, height)
  }

  /** Chooses the nearest people and hangs their names over them; call it some ten times a second. */
  update(eye: Vector3, now: number): void {
    const nearest: { actor: Actor; metres: number }[] = []
    for (const actor of this.crowd.everybody.values()) {
      if (!actor.seat || actor.card.id === this.crowd.ownId || actor.card.name === '') continue
      const metres = whereabouts(actor, now, this.spot).distanceTo(eye)
      if (metres < FAR) nearest.push({ actor, metres })
    }
    nearest.sort((a, b) => a.metres - b.metres)
    // Far ones first: nearer plates lie over them.
    const people = nearest.slice(0, this.shown).reverse()
    for (const [i, { actor }] of people.entries()) {
      this.slots.array[i] = this.slotOf(actor)
      for (const [k, values] of [actor.from, actor.to, actor.time, actor.emote].entries())
        this.motion[k]?.array.set(values, i * 4)
    }
    for (const attribute of [...this.motion, this.slots]) attribute.needsUpdate = true
    this.geometry.instanceCount = people.length
  }

  dispose(): void {
    this.stamp.dispose()
    this.atlas.dispose()
  }

  /** The slot with the actor's name, drawn now if it is new; the longest unused name gives way. */
  private slotOf({ card }: Actor): number {
    const key = `${card.role} ${card.name}`
    const known = this.names.get(key)
    if (known !== undefined) {
      this.names.delete(key)
      this.names.set(key, known)
      return known
    }
    let slot = this.free.pop()
    if (slot === undefined) {
      const [oldest] = this.names
      if (!oldest) return 0
      this.names.delete(oldest[0])
      slot = oldest[1]
    }
    this.names.set(key, slot)
    this.draw(card.name, card.role)
    const { width, height } = this.pen.canvas
    // Only this name's rectangle travels to the graphics card.
    const at = new Vector2((slot % COLUMNS) * width, Math.floor(slot / COLUMNS) * height)
    this.stamp.needsUpdate = true
    this.renderer.copyTextureToTexture(this.stamp, this.atlas, null, at)
    return slot
  }

  private draw(name: string, role: Role): void {
    const { pen } = this
    const { width, height } = pen.canvas
    const scale = height / 64
    pen.clearRect(0, 0, width, height)
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    let text = name
    // A long name is written smaller before it is cut.
    const room = (role === 'visitor' ? 226 : 226 - MARK) * scale
    for (const size of [30, 26, 22]) {
      pen.font = `600 ${size * scale}px ${FONT}`
      if (pen.measureText(text).width <= room) break
    }
    const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
    while (letters.length > 1 && pen.measureText(text).width > room) {
      letters.pop()
      text = `${letters.join('')}…`
    }
    const mark = role === 'visitor' ? 0 : MARK * scale
    const plate = pen.measureText(text).width + 26 * scale + mark
    pen.fillStyle = PLATES[role]
    pen.beginPath()
    pen.roundRect((width - plate) / 2, 10 * scale, plate, 44 * scale, 22 * scale)
    pen.fill()
    pen.fillStyle = '#fff'
    pen.fillText(text, (width + mark) / 2, 33 * scale)
    if (role !== 'visitor') drawMark(pen, role, (width - plate) / 2 + 14 * scale, scale)
  }
}

/** A guide's pennant, a helper's ring: who does not tell colours apart knows them by these. */
function drawMark(
  pen: CanvasRenderingContext2D,
  role: Exclude<Role, 'visitor'>,
  left: number,
  scale: number,
): void {
  const at = (x: number, y: number): [number, number] => [left + x * scale, y * scale]
  pen.lineWidth = 3 * scale
  pen.strokeStyle = '#fff'
  pen.beginPath()
  if (role === 'guide') {
    pen.moveTo(...at(3, 45))
    pen.lineTo(...at(3, 19))
    pen.lineTo(...at(21, 26))
    pen.lineTo(...at(3, 33))
    pen.fill()
  } else pen.arc(...at(10, 32), 8 * scale, 0, 2 * Math.PI)
  pen.stroke()
}

function smoothTexture<T extends CanvasTexture | DataTexture>(texture: T): T {
  texture.colorSpace = SRGBColorSpace
  texture.generateMipmaps = false
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  return texture
}
