/** The others: who is here, and the newest stretch of motion of each. */
import type { PoseFrame, PoseRecord } from '../net/protocol'
import type { AvatarCard, Gait, Pose, Segment } from '../town'
import { follow, heard, paceOf, poseAt, type Rhythm, spanOf, turnSpan } from './playback'

/** Metres nobody walks between two looks. */
const LEAP = 10

interface Track {
  readonly segment: Segment
  readonly seenAt: number
  /** Seconds between two samples of this avatar, as paced as they are followed. */
  readonly pace: number
}

export interface Neighbour {
  readonly card: AvatarCard
  readonly pose: Pose
  readonly metres: number
}

/** How many of them are people, and no recordings. */
export function peopleAmong(cards: readonly AvatarCard[]): number {
  return cards.filter(({ recorded }) => recorded !== true).length
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
    if (frame.near > 0) {
      this.rhythm = heard(this.rhythm, now - this.lastNear)
      this.lastNear = now
    }
    const nearSpan = spanOf(this.rhythm)
    const fresh: (readonly [number, Segment])[] = []
    const seen = new Set<number>()
    frame.records.forEach((record, at) => {
      // Someone near may come up in turn in the same frame, and is told there once more (rule PS5).
      if (record.id === this.own || seen.has(record.id)) return
      seen.add(record.id)
      const segment = this.leadBy(record, now, at < frame.near ? nearSpan : null)
      if (segment !== null) fresh.push([record.id, segment])
    })
    return fresh
  }

  /** The new stretch of someone seen at `now`, or null when they are on their way there already. */
  private leadBy(record: PoseRecord, now: number, near: number | null): Segment | null {
    const track = this.tracks.get(record.id)
    const sinceSeen = track === undefined ? 0 : now - track.seenAt
    const pace = paceOf(track?.pace ?? 0, sinceSeen, near)
    if (track !== undefined && near === null && !record.snap && isThere(track.segment, record)) {
      this.tracks.set(record.id, { ...track, seenAt: now })
      return null
    }
    const span = near === null ? turnSpan(pace) : pace
    const segment = follow(track?.segment ?? null, record, { now, span, sinceSeen })
    this.tracks.set(record.id, { segment, seenAt: now, pace })
    return segment
  }

  /** Where everybody is now whose place is known, for a view that comes in late. */
  segments(): readonly (readonly [number, Segment])[] {
    return [...this.tracks].map(([id, { segment }]) => [id, segment] as const)
  }

  /** Where somebody is at `now`; null when their place is not known. */
  pose(id: number, now: number): Pose | null {
    const track = this.tracks.get(id)
    return track === undefined ? null : poseAt(track.segment, now)
  }

  /** Put somebody the world knows nothing of: there in `span` seconds from `now` on. */
  lead(id: number, to: { pose: Pose; gait: Gait }, when: { now: number; span: number }): Segment {
    const { now, span } = when
    const before = this.pose(id, now)
    const isNear = before !== null && Math.hypot(before.x - to.pose.x, before.z - to.pose.z) < LEAP
    const from = before !== null && isNear ? before : to.pose
    const segment: Segment = { from, to: to.pose, start: now, span, gait: to.gait }
    this.tracks.set(id, { segment, seenAt: now, pace: span })
    return segment
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

function isThere({ to }: Segment, { pose }: PoseRecord): boolean {
  return to.x === pose.x && to.z === pose.z && to.y === pose.y && to.yaw === pose.yaw
}
