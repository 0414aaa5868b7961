/** The others: who is here, and the newest stretch of motion of each. */
import { FrameKind, type PoseFrame } from '../net/protocol'
import type { AvatarCard, Pose, Segment } from '../town'
import { FAR_SPAN, follow, heard, poseAt, type Rhythm, spanOf } from './playback'

/** Seconds after a near record during which a frame of everybody says nothing new about someone. */
const NEAR_MEMORY = 0.35

interface Track {
  readonly segment: Segment
  /** When a near frame last told about this avatar. */
  readonly nearAt: number
}

export interface Neighbour {
  readonly card: AvatarCard
  readonly pose: Pose
  readonly metres: number
}

export class Roster {
  private readonly known = new Map<number, AvatarCard>()
  private readonly tracks = new Map<number, Track>()
  private own: number | null = null
  private rhythm: Rhythm = []
  private lastNear = Number.NEGATIVE_INFINITY

  /** Start anew with those cards; `own` is the visitor's avatar, which nobody plays back. */
  reset(cards: readonly AvatarCard[], own: number): void {
    this.known.clear()
    this.tracks.clear()
    this.own = own
    this.come(cards)
  }

  come(cards: readonly AvatarCard[]): void {
    for (const card of cards) if (card.id !== this.own) this.known.set(card.id, card)
  }

  leave(ids: readonly number[]): void {
    for (const id of ids) {
      this.known.delete(id)
      this.tracks.delete(id)
    }
  }

  cards(): readonly AvatarCard[] {
    return [...this.known.values()]
  }

  card(id: number): AvatarCard | undefined {
    return this.known.get(id)
  }

  /** Take in a frame at `now` seconds; the stretches that are new, by avatar. */
  see(frame: PoseFrame, now: number): readonly (readonly [number, Segment])[] {
    const isNear = frame.kind === FrameKind.near
    if (isNear) {
      this.rhythm = heard(this.rhythm, now - this.lastNear)
      this.lastNear = now
    }
    const nearSpan = spanOf(this.rhythm)
    const fresh: (readonly [number, Segment])[] = []
    for (const record of frame.records) {
      if (record.id === this.own) continue
      const track = this.tracks.get(record.id)
      // Someone near moves by near frames; the slow span of the other kind would hold them back.
      const isStale = !isNear && track !== undefined && now - track.nearAt < NEAR_MEMORY
      if (isStale && !record.snap) continue
      const span = isNear ? nearSpan : FAR_SPAN
      const segment = follow(track?.segment ?? null, record, { now, span })
      const nearAt = isNear ? now : (track?.nearAt ?? Number.NEGATIVE_INFINITY)
      this.tracks.set(record.id, { segment, nearAt })
      fresh.push([record.id, segment])
    }
    return fresh
  }

  /** Where everybody is now whose place is known, for a view that comes in late. */
  segments(): readonly (readonly [number, Segment])[] {
    return [...this.tracks].map(([id, { segment }]) => [id, segment] as const)
  }

  /** Everybody whose place is known at `now`, the nearest to `from` first. */
  neighbours(from: Pose, now: number): readonly Neighbour[] {
    const found: Neighbour[] = []
    for (const [id, card] of this.known) {
      const track = this.tracks.get(id)
      if (track === undefined) continue
      const pose = poseAt(track.segment, now)
      found.push({ card, pose, metres: Math.hypot(pose.x - from.x, pose.z - from.z) })
    }
    return found.sort((a, b) => a.metres - b.metres)
  }
}
