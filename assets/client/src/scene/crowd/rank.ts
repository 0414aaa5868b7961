/** Instances of one body in seats without gaps, and the avatars that sit in them. */
import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type Vector3,
} from 'three'
import { unpackLook } from '../../sim/look'
import type { AvatarCard } from '../../town'
import { MOTION_ATTRIBUTES } from './motion'

/** An avatar as the crowd keeps it; the numbers go to the graphics card as they are. */
export interface Actor {
  readonly card: AvatarCard
  readonly from: Float32Array
  readonly to: Float32Array
  /** Start, end, stride at the start, stride at the end. */
  readonly time: Float32Array
  readonly emote: Float32Array
  readonly dyes: Uint8Array
  readonly shapes: Uint8Array
  seat: { rank: Rank; index: number } | null
}

export function newActor(card: AvatarCard): Actor {
  const look = unpackLook(card.look)
  return {
    card,
    from: new Float32Array(4),
    to: new Float32Array(4),
    time: new Float32Array([0, 0, card.id % 6, card.id % 6]),
    emote: new Float32Array([0, -100, 1, card.id % 7]),
    dyes: new Uint8Array([look.skin, look.hairColour, look.top, look.bottom]),
    shapes: new Uint8Array([look.hair, look.hat, look.accent, look.clothes]),
    seat: null,
  }
}

/** Share of the actor's stretch of motion that is done. */
export const progress = ({ time }: Actor, now: number): number => {
  const [start = 0, end = 0] = time
  return Math.min(1, Math.max(0, (now - start) / Math.max(1e-3, end - start)))
}

/** Where an actor is shown at `now` in scene seconds. */
export function whereabouts(actor: Actor, now: number, out: Vector3): Vector3 {
  const k = progress(actor, now)
  const { from, to } = actor
  const at = (i: number): number => (from[i] ?? 0) + ((to[i] ?? 0) - (from[i] ?? 0)) * k
  return out.set(at(0), at(1), at(2))
}

/** Instances of one body: seats that are filled without gaps, so that nobody absent is drawn. */
export class Rank {
  private readonly seats: Actor[] = []
  private readonly motion: readonly InstancedBufferAttribute[]
  private readonly looks: readonly InstancedBufferAttribute[]
  readonly bodies: Mesh
  readonly shadows: Mesh

  constructor(
    geometry: InstancedBufferGeometry,
    material: Mesh['material'],
    shadow: Mesh['material'],
    private readonly capacity: number,
  ) {
    const attribute = (array: Float32Array | Uint8Array): InstancedBufferAttribute =>
      new InstancedBufferAttribute(array, 4).setUsage(DynamicDrawUsage) as InstancedBufferAttribute
    this.motion = MOTION_ATTRIBUTES.map(() => attribute(new Float32Array(capacity * 4)))
    this.looks = [attribute(new Uint8Array(capacity * 4)), attribute(new Uint8Array(capacity * 4))]
    const quad = shadowQuad()
    for (const [i, name] of MOTION_ATTRIBUTES.entries())
      for (const one of [geometry, quad]) {
        const values = this.motion[i]
        if (values) one.setAttribute(name, values)
      }
    for (const [i, name] of (['aDyes', 'aShapes'] as const).entries()) {
      const values = this.looks[i]
      if (values) geometry.setAttribute(name, values)
    }
    this.bodies = new Mesh(geometry, material)
    this.bodies.receiveShadow = true
    this.shadows = new Mesh(quad, shadow)
    this.shadows.renderOrder = 1
    for (const mesh of [this.bodies, this.shadows]) mesh.frustumCulled = false
    this.count(0)
  }

  get full(): boolean {
    return this.seats.length >= this.capacity
  }

  seat(actor: Actor): void {
    const index = this.seats.push(actor) - 1
    actor.seat = { rank: this, index }
    this.count(this.seats.length)
    this.write(actor)
    for (const [i, values] of [actor.dyes, actor.shapes].entries())
      this.put(this.looks[i], values, index)
  }

  /** The last one takes the seat that becomes free. */
  unseat(actor: Actor): void {
    const { seat } = actor
    const last = this.seats.pop()
    actor.seat = null
    this.count(this.seats.length)
    if (!seat || !last || last === actor) return
    this.seats[seat.index] = last
    last.seat = { rank: this, index: seat.index }
    this.write(last)
    for (const [i, values] of [last.dyes, last.shapes].entries())
      this.put(this.looks[i], values, seat.index)
  }

  /** Sends an actor's motion to the graphics card, and nothing else. */
  write(actor: Actor): void {
    const { seat } = actor
    if (!seat) return
    for (const [i, values] of [actor.from, actor.to, actor.time, actor.emote].entries())
      this.put(this.motion[i], values, seat.index)
  }

  private put(
    attribute: InstancedBufferAttribute | undefined,
    values: Float32Array | Uint8Array,
    index: number,
  ): void {
    if (!attribute) return
    attribute.array.set(values, index * 4)
    attribute.addUpdateRange(index * 4, 4)
    attribute.needsUpdate = true
  }

  private count(count: number): void {
    for (const mesh of [this.bodies, this.shadows])
      (mesh.geometry as InstancedBufferGeometry).instanceCount = count
  }
}

const shadowQuad = (): InstancedBufferGeometry => {
  const geometry = new InstancedBufferGeometry()
  const corners = new Float32Array([-1, 0, -1, 1, 0, -1, 1, 0, 1, -1, 0, 1])
  geometry.setAttribute('position', new BufferAttribute(corners, 3))
  geometry.setIndex([0, 2, 1, 0, 3, 2])
  return geometry
}
