/** The streets, roads and paths as one net: far ways are found on it in a moment, whatever the town's size. */
import { WALKWAYS } from '../plan/data'
import { height } from '../plan/height'
import { along, lengthOf, type Line } from '../plan/polyline'
import { TORII_PATH } from '../plan/shrine'
import { Heap } from './heap'

/** Metres from one joint of the net to the next, at most. */
const STRIDE = 6
/** A line that ends this close to another opens into it. */
const JOIN = 9
/** What lies off the net is looked for from joints this near, or from farther ones when there is none. */
const NEAR = 70
const FAR = 260
/** Off the net a metre counts for more, and a metre up or down for even more. */
const ROUGH = 1.5
const CLIMB = 4

export interface Joint {
  readonly x: number
  readonly z: number
  readonly y: number
}

interface Link {
  readonly to: number
  readonly metres: number
  /** Not a street: the way between its ends has to be found on the ground. */
  readonly wild: boolean
}

/** One stretch of a far way, from joint to joint; `wild` ones are found on the ground. */
export interface Leg {
  readonly from: Joint
  readonly to: Joint
  readonly wild: boolean
}

export interface Spot {
  readonly x: number
  readonly z: number
  readonly y: number
}

const apart = (a: Spot, b: Spot): number => Math.hypot(b.x - a.x, b.z - a.z)
const rough = (a: Spot, b: Spot): number => apart(a, b) * ROUGH + Math.abs(b.y - a.y) * CLIMB

export class WayNet {
  readonly joints: Joint[] = []
  private readonly links: Link[][] = []
  private readonly lineOf: number[] = []

  constructor() {
    const ends: number[] = []
    for (const [number, line] of [...WALKWAYS.map((one) => one.line), TORII_PATH].entries())
      ends.push(...this.lay(line, number))
    for (const end of ends) this.join(end)
    this.bridgeGaps()
  }

  /**
   * The legs of the cheapest way between two spots off the net, without the joints in `closed` as
   * its first or last; null when there is none.
   */
  legs(from: Spot, to: Spot, closed: ReadonlySet<number>): readonly Leg[] | null {
    const exits = new Map(this.around(to, closed))
    const cost = new Map<number, number>()
    const cameBy = new Map<number, { readonly from: number; readonly wild: boolean }>()
    const open = new Heap()
    for (const [joint, metres] of this.around(from, closed)) {
      cost.set(joint, metres)
      open.push(joint, metres)
    }
    let [best, last] = [Infinity, -1]
    for (let at = open.pop(); at >= 0; at = open.pop()) {
      const soFar = cost.get(at) ?? Infinity
      if (soFar >= best) break
      const out = exits.get(at)
      if (out !== undefined && soFar + out < best) [best, last] = [soFar + out, at]
      for (const { to: next, metres, wild } of this.links[at] ?? []) {
        const total = soFar + metres
        if (total >= (cost.get(next) ?? Infinity)) continue
        cost.set(next, total)
        cameBy.set(next, { from: at, wild })
        open.push(next, total)
      }
    }
    if (last < 0) return null
    const legs: Leg[] = [{ from: this.joint(last), to, wild: true }]
    for (let at = last; ;) {
      const by = cameBy.get(at)
      if (by === undefined) {
        legs.push({ from, to: this.joint(at), wild: true })
        return legs.reverse()
      }
      legs.push({ from: this.joint(by.from), to: this.joint(at), wild: by.wild })
      at = by.from
    }
  }

  /** The number of the joint at that point, or -1. */
  numberOf(joint: Joint): number {
    return this.joints.indexOf(joint)
  }

  private joint(number: number): Joint {
    const joint = this.joints[number]
    if (joint === undefined) throw new RangeError('no such joint')
    return joint
  }

  private around(spot: Spot, closed: ReadonlySet<number>): [number, number][] {
    const within = (reach: number): [number, number][] =>
      this.joints.flatMap((joint, k) =>
        apart(joint, spot) < reach && !closed.has(k) ? [[k, rough(joint, spot)]] : [],
      )
    const near = within(NEAR)
    return near.length > 0 ? near : within(FAR)
  }

  private lay(line: Line, number: number): [number, number] {
    const first = this.joints.length
    const length = lengthOf(line)
    const pieces = Math.max(1, Math.ceil(length / STRIDE))
    for (let k = 0; k <= pieces; k += 1) {
      // The end itself: a little beyond it the last piece would go on.
      const { x, z } = along(line, Math.min((k * length) / pieces, length - 1e-6))
      this.joints.push({ x, z, y: Math.max(height(x, z), 0.5) })
      this.links.push([])
      this.lineOf.push(number)
      if (k > 0) this.link(first + k - 1, first + k, 1, false)
    }
    return [first, this.joints.length - 1]
  }

  private join(end: number): void {
    const other = this.closest(end, (k) => this.lineOf[k] !== this.lineOf[end])
    if (other >= 0 && apart(this.joint(end), this.joint(other)) <= JOIN)
      this.link(end, other, 1, false)
  }

  /** Lines that end in the wild, such as a path behind a stair, are tied to the rest over the ground. */
  private bridgeGaps(): void {
    for (let part = this.reached(); part.size < this.joints.length; part = this.reached()) {
      let [from, to, least] = [-1, -1, Infinity]
      for (const k of this.joints.keys()) {
        if (part.has(k)) continue
        const near = this.closest(k, (one) => part.has(one))
        const metres = near < 0 ? Infinity : rough(this.joint(k), this.joint(near))
        if (metres < least) [from, to, least] = [k, near, metres]
      }
      if (from < 0) return
      this.link(from, to, ROUGH, true)
    }
  }

  private reached(): ReadonlySet<number> {
    const part = new Set([0])
    const queue = [0]
    for (let at = queue.pop(); at !== undefined; at = queue.pop())
      for (const { to } of this.links[at] ?? [])
        if (!part.has(to)) {
          part.add(to)
          queue.push(to)
        }
    return part
  }

  private closest(to: number, among: (joint: number) => boolean): number {
    let [best, least] = [-1, Infinity]
    for (const [k, joint] of this.joints.entries()) {
      const metres = apart(joint, this.joint(to))
      if (metres < least && among(k)) [best, least] = [k, metres]
    }
    return best
  }

  private link(a: number, b: number, weight: number, wild: boolean): void {
    const metres = apart(this.joint(a), this.joint(b)) * weight
    this.links[a]?.push({ to: b, metres, wild })
    this.links[b]?.push({ to: a, metres, wild })
  }
}
