/** Everybody in the town: near ones in full, far ones in outline, each rank one draw call and one for shadows. */
import { Color, Group, type Mesh, ShaderMaterial, type Vector3 } from 'three'
import { PALETTE } from '../../sim/palette'
import { type AvatarCard, Emote, Gait, type Pose, type Segment } from '../../town'
import type { Materials } from '../materials'
import { nearBody } from './body'
import { farBody } from './far-body'
import { BODY_DECLARE, BODY_NORMAL, POSE } from './motion'
import { type Actor, newActor, progress, Rank, whereabouts } from './rank'

/** Radians of stride per metre walked. */
const STRIDE = 4.6
/** Seconds an emote lasts. */
const EMOTE_SECONDS: Readonly<Record<Emote, number>> = {
  [Emote.wave]: 2.4,
  [Emote.bow]: 2.2,
  [Emote.clap]: 2.4,
  [Emote.point]: 3,
  [Emote.yassa]: 5.6,
}
/** Beyond this nobody is drawn in full. */
const NEAR_METRES = 55

/** The own avatar ends its stretch in every frame; this long a stretch tells the shader its speed. */
const OWN_SPAN = 0.1
/** A longer way in one frame was no step. */
const OWN_LEAP = 1

/** dark, white, cheek, mouth, straw: the paints no look chooses. */
const FIXED_DYES = [0x2b2f3a, 0xf0ece2, 0xe79a8e, 0x8a3b32, 0xd9bd7c] as const

export class Crowd {
  readonly group = new Group()
  readonly uNow = { value: 0 }
  private readonly actors = new Map<number, Actor>()
  private readonly near: Rank
  private readonly far: Rank
  private own: Actor | null = null
  private ownSpeed = 0
  private readonly bodies: number

  constructor(materials: Materials, capacity: number) {
    const body = this.bodyMaterial(materials)
    const shadow = this.shadowMaterial(materials)
    this.bodies = materials.quality.bodies
    // One seat more: the visitor's own avatar is always drawn in full.
    this.near = new Rank(nearBody(), body, shadow, this.bodies + 1)
    this.far = new Rank(farBody(), body, shadow, capacity)
    for (const rank of [this.near, this.far]) this.group.add(rank.bodies, rank.shadows)
  }

  get everybody(): ReadonlyMap<number, Actor> {
    return this.actors
  }

  get ownId(): number | null {
    return this.own?.card.id ?? null
  }

  /** Someone is here, or looks different now; they are drawn once `move` has told where. */
  come(card: AvatarCard): void {
    const before = this.actors.get(card.id)
    const actor = newActor(card)
    this.actors.set(card.id, actor)
    if (!before) return
    for (const key of ['from', 'to', 'time', 'emote'] as const) actor[key].set(before[key])
    const rank = before.seat?.rank
    rank?.unseat(before)
    rank?.seat(actor)
    if (before === this.own) this.own = actor
  }

  /** Which of all is the visitor's own avatar. */
  ownCard(card: AvatarCard): void {
    if (this.own && this.own.card.id !== card.id) this.leave(this.own.card.id)
    this.come(card)
    const actor = this.actors.get(card.id)
    if (!actor) return
    actor.seat?.rank.unseat(actor)
    this.near.seat(actor)
    this.own = actor
  }

  leave(id: number): void {
    const actor = this.actors.get(id)
    if (!actor) return
    actor.seat?.rank.unseat(actor)
    this.actors.delete(id)
    if (actor === this.own) this.own = null
  }

  /** Leads an avatar along a stretch; `segment.start` is in scene seconds. */
  move(id: number, segment: Segment): void {
    const actor = this.actors.get(id)
    if (!actor || actor === this.own) return
    const k = progress(actor, segment.start)
    const [, , before = 0, after = 0] = actor.time
    const stride = (before + (after - before) * k) % (Math.PI * 2)
    const metres = Math.hypot(segment.to.x - segment.from.x, segment.to.z - segment.from.z)
    setPose(actor.from, segment.span > 0 ? segment.from : segment.to)
    setPose(actor.to, segment.to)
    actor.time.set([
      segment.start,
      segment.start + segment.span,
      stride,
      stride + (segment.span > 0 ? metres * STRIDE : 0),
    ])
    if (actor.seat) actor.seat.rank.write(actor)
    else if (!this.far.full) this.far.seat(actor)
  }

  /** Puts the visitor's own avatar exactly there; the way since the last frame tells its speed. */
  placeOwn(pose: Pose, gait: Gait, now: number): void {
    const actor = this.own
    if (!actor?.seat) return
    const [x = 0, , z = 0] = actor.to
    const [, before = 0, , stride = 0] = actor.time
    const seconds = Math.max(1e-3, now - before)
    const metres = Math.min(OWN_LEAP, Math.hypot(pose.x - x, pose.z - z))
    const speed = gait === Gait.stand ? 0 : metres / seconds
    this.ownSpeed += (speed - this.ownSpeed) * Math.min(1, seconds * 14)
    const back = this.ownSpeed * OWN_SPAN
    setPose(actor.from, {
      ...pose,
      x: pose.x - Math.sin(pose.yaw) * back,
      z: pose.z - Math.cos(pose.yaw) * back,
    })
    setPose(actor.to, pose)
    const next = (stride + metres * STRIDE) % (Math.PI * 2)
    actor.time.set([now - OWN_SPAN, now, next, next])
    actor.seat.rank.write(actor)
  }

  emote(id: number, emote: Emote, now: number): void {
    const actor = this.actors.get(id)
    if (!actor) return
    actor.emote.set([emote, now, EMOTE_SECONDS[emote]])
    actor.seat?.rank.write(actor)
  }

  /** Shows the nearest in full and the rest in outline. Call it a few times a second. */
  sort(eye: Vector3, now: number, spot: Vector3): void {
    const byDistance: { actor: Actor; metres: number }[] = []
    for (const actor of this.actors.values())
      if (actor.seat && actor !== this.own)
        byDistance.push({ actor, metres: whereabouts(actor, now, spot).distanceTo(eye) })
    byDistance.sort((a, b) => a.metres - b.metres)
    const near = new Set(
      byDistance
        .slice(0, this.bodies)
        .filter(({ metres }) => metres < NEAR_METRES)
        .map(({ actor }) => actor),
    )
    for (const { actor } of byDistance)
      if (actor.seat?.rank === this.near && !near.has(actor)) this.swap(actor, this.far)
    for (const actor of near) if (actor.seat?.rank === this.far) this.swap(actor, this.near)
  }

  private swap(actor: Actor, rank: Rank): void {
    actor.seat?.rank.unseat(actor)
    rank.seat(actor)
  }

  private bodyMaterial(materials: Materials): Mesh['material'] {
    const dyes = [
      ...PALETTE.skin,
      ...PALETTE.hairColour,
      ...PALETTE.top,
      ...PALETTE.bottom,
      ...PALETTE.accent,
      ...FIXED_DYES,
    ]
    return materials.lambert({
      key: 'avatar',
      uniforms: { uNow: this.uNow, uDyes: { value: dyes.map((hex) => new Color(hex)) } },
      vertexDeclare: BODY_DECLARE,
      vertexChunks: { beginnormal_vertex: BODY_NORMAL, begin_vertex: 'vec3 transformed = body;' },
      fragmentDeclare: 'varying vec3 vDye; varying float vFoot;',
      colour: 'diffuseColor.rgb *= vDye * vFoot;',
      light: `float rim = pow(1.0 - max(dot(normalize(vViewPosition), normal), 0.0), 3.0);
        reflectedLight.indirectDiffuse += diffuseColor.rgb * rim * uHorizon * 0.28;`,
    })
  }

  private shadowMaterial(materials: Materials): ShaderMaterial {
    return new ShaderMaterial({
      transparent: true,
      depthWrite: false,
      polygonOffset: true,
      polygonOffsetFactor: -4,
      polygonOffsetUnits: -8,
      uniforms: { uNow: this.uNow, uNight: materials.atmosphere.uniforms.uNight },
      vertexShader: /* glsl */ `
        ${POSE}
        varying vec2 vAt;
        void main() {
          vAt = position.xz;
          vec3 p = poseNow().xyz + vec3(position.x, 0.03, position.z) * 0.36;
          gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.0);
        }`,
      fragmentShader: /* glsl */ `
        varying vec2 vAt;
        uniform float uNight;
        void main() {
          float d = 1.0 - smoothstep(0.15, 1.0, length(vAt));
          gl_FragColor = vec4(0.05, 0.04, 0.07, d * 0.5 * (1.0 - 0.4 * uNight));
        }`,
    })
  }
}

function setPose(into: Float32Array, { x, y, z, yaw }: Pose): void {
  into.set([x, y, z, yaw])
}
