/** The wire as this client speaks it: the binary pose lane and the shape of every message (world_server/PROTOCOL.md). */
import type { AvatarCard, Emote, Gait, Pose } from '../town'

export const PROTOCOL = 1

export interface Bounds {
  readonly minX: number
  readonly minZ: number
  readonly maxX: number
  readonly maxZ: number
}

export interface PoseRecord {
  readonly id: number
  readonly pose: Pose
  readonly gait: Gait
  /** The avatar did not walk there: show it at once. */
  readonly snap: boolean
}

export interface PoseFrame {
  /** The first so many records are of those who are shown at every beat; the others come in turns. */
  readonly near: number
  /** The server's clock in milliseconds; wraps at 2^32. */
  readonly serverMs: number
  readonly records: readonly PoseRecord[]
}

export interface Move {
  readonly seq: number
  readonly pose: Pose
  readonly gait: Gait
}

const FRAME_TYPE = 1
const HEAD_BYTES = 8
const RECORD_BYTES = 10
const MOVE_BYTES = 12
const MOVE_TYPE = 1
/** Metres in one step of a wire coordinate, east and south. */
const UNIT = 0.02
const YAW_STEPS = 256
const TURN = 2 * Math.PI
const GAIT_MASK = 0x0f
const SNAP_BIT = 0x10

/** The frame those bytes hold, or null when they are not a whole pose frame this client knows. */
export function readPoses(bytes: ArrayBuffer, bounds: Bounds): PoseFrame | null {
  if (bytes.byteLength < HEAD_BYTES) return null
  const view = new DataView(bytes)
  const near = view.getUint8(1)
  const count = view.getUint16(2, true)
  if (view.getUint8(0) !== FRAME_TYPE || near > count) return null
  if (bytes.byteLength !== HEAD_BYTES + count * RECORD_BYTES) return null
  const records: PoseRecord[] = []
  for (let at = HEAD_BYTES; at < bytes.byteLength; at += RECORD_BYTES) {
    const state = view.getUint8(at + 9)
    const gait = state & GAIT_MASK
    records.push({
      id: view.getUint16(at, true),
      pose: {
        x: bounds.minX + view.getUint16(at + 2, true) * UNIT,
        y: view.getInt16(at + 6, true) / 100,
        z: bounds.minZ + view.getUint16(at + 4, true) * UNIT,
        yaw: (view.getUint8(at + 8) / YAW_STEPS) * TURN,
      },
      // A gait of a later protocol is shown as standing rather than dropped with its position.
      gait: gait === 1 || gait === 2 ? gait : 0,
      snap: (state & SNAP_BIT) !== 0,
    })
  }
  return { near, serverMs: view.getUint32(4, true), records }
}

/** The 12 bytes that tell the server where this visitor walked. */
export function writeMove(move: Move, bounds: Bounds): ArrayBuffer {
  const bytes = new ArrayBuffer(MOVE_BYTES)
  const view = new DataView(bytes)
  view.setUint8(0, MOVE_TYPE)
  view.setUint8(1, move.gait)
  view.setUint16(2, move.seq & 0xffff, true)
  view.setUint16(4, within((move.pose.x - bounds.minX) / UNIT, 0, 0xffff), true)
  view.setUint16(6, within((move.pose.z - bounds.minZ) / UNIT, 0, 0xffff), true)
  view.setInt16(8, within(move.pose.y * 100, -0x8000, 0x7fff), true)
  view.setUint8(10, Math.round((move.pose.yaw / TURN) * YAW_STEPS) & 0xff)
  return bytes
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.round(value)))
}

export interface Announcement {
  readonly text: string
  readonly by: string
  readonly at: string
}

export type EventState = 'draft' | 'published' | 'open' | 'ended' | 'cancelled'

/** How the event stands, and how much of it this visitor has been part of. */
export interface EventFacts {
  readonly slug: string
  readonly title: string
  readonly place: string
  readonly state: EventState
  readonly starts_at: string
  readonly ends_at: string
  readonly attended_seconds: number
  readonly needed_seconds: number
  /** Its guide is being recorded; visitors never are. */
  readonly recorded?: true
}

/** How one of this visitor's badges stands. */
export interface BadgeFacts {
  readonly id: number
  readonly title: string
  readonly state: string
  readonly proof: string | null
}

/** A place this visitor has reached, on that calendar day in Kashima (rule ST1). */
export interface Stamp {
  readonly place: string
  readonly day: string
}

interface Numbered {
  /** Running number of what is said; what is missed while away is sent again in this order. */
  readonly n: number
}

export interface Welcome extends Numbered {
  readonly kind: 'welcome'
  readonly avatar: number
  readonly pose: Pose
  readonly instance: string
  readonly event: EventFacts | null
  readonly beat_ms: number
  readonly resumed: boolean
  readonly bounds: Bounds
  /** How many people there are; of a full town, `avatars` holds the nearest and more follow. */
  readonly people: number
  readonly avatars: readonly AvatarCard[]
  readonly announcements: readonly Announcement[]
  readonly badges: readonly BadgeFacts[]
  /** Won during the stay; a world of an older version does not say. */
  readonly stamps?: readonly Stamp[]
  /** What a recorded guide said last; likewise. */
  readonly narrated?: Narration | null
}

/** A recorded guide says the words of a stop of a tour, on the walk that began then (rule RG3). */
export interface Narration {
  readonly from: number
  readonly tour: string
  readonly stop: number
  readonly begun: string
}

/** A guide or staff call everybody to where they are (rule GA1). */
export interface Gathered extends Numbered {
  readonly kind: 'gather'
  readonly from: number
  readonly name: string
}

export interface Narrated extends Numbered, Narration {
  readonly kind: 'narrate'
}

export interface AvatarsChange {
  readonly kind: 'avatars'
  readonly came: readonly AvatarCard[]
  readonly left: readonly number[]
}

export interface ChatLine extends Numbered {
  readonly kind: 'chat'
  readonly from: number
  readonly name: string
  readonly text?: string
  readonly phrase?: number
  readonly at: string
}

export interface EmoteMade extends Numbered {
  readonly kind: 'emote'
  readonly from: number
  readonly emote: Emote
}

export interface Announced extends Numbered {
  readonly kind: 'announce'
  readonly text: string
  readonly by: string
  readonly at: string
}

export interface EventTold extends EventFacts {
  readonly kind: 'event'
}

export interface BadgeTold extends BadgeFacts {
  readonly kind: 'badge'
}

export interface StampTold extends Stamp {
  readonly kind: 'stamp'
}

/** The world has put the visitor's avatar there (rule TV3). */
export interface Stood {
  readonly kind: 'stand'
  readonly pose: Pose
}

export interface Corrected {
  readonly kind: 'correct'
  readonly seq: number
  readonly pose: Pose
}

/** What is said, numbered, and how things are, told anew by each welcome (rules NU1, NU4). */
export type Told =
  | Welcome
  | AvatarsChange
  | ChatLine
  | EmoteMade
  | Announced
  | Gathered
  | Narrated
  | EventTold
  | BadgeTold
  | StampTold
  | Stood
  | Corrected

const KINDS: ReadonlySet<string> = new Set<Told['kind']>([
  'welcome',
  'avatars',
  'chat',
  'emote',
  'announce',
  'gather',
  'narrate',
  'event',
  'badge',
  'stamp',
  'stand',
  'correct',
])

const NUMBERED: ReadonlySet<string> = new Set(['welcome', 'chat', 'emote', 'announce', 'gather', 'narrate'])

/** The message a Socket.IO event carries, or null for one this client does not know. */
export function readTold(name: string, payload: unknown): Told | null {
  if (!KINDS.has(name) || typeof payload !== 'object' || payload === null) return null
  if (NUMBERED.has(name) && !('n' in payload && typeof payload.n === 'number')) return null
  return { ...payload, kind: name } as Told
}

/** Why the server says no or goodbye; `code` is the key of a sentence in the visitor's language. */
export interface Refusal {
  readonly code: string
  readonly retryable: boolean
  readonly details: Readonly<Record<string, string | number>>
}

export const UNREACHABLE: Refusal = { code: 'unavailable', retryable: true, details: {} }

/** The refusal in a payload from the server; anything else reads as an unreachable server. */
export function readRefusal(payload: unknown): Refusal {
  if (typeof payload !== 'object' || payload === null || !('code' in payload)) return UNREACHABLE
  const { code } = payload
  if (typeof code !== 'string') return UNREACHABLE
  const details: Record<string, string | number> = {}
  if ('details' in payload && typeof payload.details === 'object' && payload.details !== null) {
    for (const [name, value] of Object.entries(payload.details)) {
      if (typeof value === 'string' || typeof value === 'number') details[name] = value
    }
  }
  const retryable = 'retryable' in payload && payload.retryable === true
  return { code, retryable, details }
}
