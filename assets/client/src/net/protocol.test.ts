/** The same vectors that Python decodes: tests/vectors, numbered as in world_server/PROTOCOL.md. */
import { describe, expect, it } from 'vitest'
import events from '../../../../tests/vectors/events.json'
import moves from '../../../../tests/vectors/moves.json'
import poses from '../../../../tests/vectors/poses.json'
import type { Gait } from '../town'
import { readPoses, readRefusal, readTold, UNREACHABLE, writeMove } from './protocol'
import { readPacket } from './socket'

function bytesOf(hex: string): ArrayBuffer {
  const pairs = hex.match(/../g) ?? []
  return new Uint8Array(pairs.map((pair) => Number.parseInt(pair, 16))).buffer
}

function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

describe('PS2 pose frames', () => {
  it.each(poses.cases)('reads $name', ({ hex, frame }) => {
    const read = readPoses(bytesOf(hex), poses.bounds)
    expect(read?.near).toBe(frame.near)
    expect(read?.serverMs).toBe(frame.server_ms)
    expect(read?.records).toHaveLength(frame.avatars.length)
    frame.avatars.forEach((avatar, at) => {
      const record = read?.records[at]
      expect(record).toMatchObject({ id: avatar.id, gait: avatar.gait, snap: avatar.snap })
      expect(record?.pose.x).toBeCloseTo(avatar.x, 6)
      expect(record?.pose.y).toBeCloseTo(avatar.y, 6)
      expect(record?.pose.z).toBeCloseTo(avatar.z, 6)
      expect(record?.pose.yaw).toBeCloseTo(avatar.yaw, 6)
    })
  })

  it.each(poses.refused)('refuses $name', ({ hex }) => {
    expect(readPoses(bytesOf(hex), poses.bounds)).toBeNull()
  })
})

describe('MV1 compact moves', () => {
  it.each(moves.cases)('writes $name', ({ hex, move }) => {
    const { x, y, z, yaw, seq } = move
    const bytes = writeMove({ seq, pose: { x, y, z, yaw }, gait: move.gait as Gait }, moves.bounds)
    expect(hexOf(bytes)).toBe(hex)
  })

  it('writes any heading and running number as the byte they wrap to', () => {
    const pose = { x: 0, y: 0.25, z: 0, yaw: Math.PI / 2 - 6 * Math.PI }
    expect(hexOf(writeMove({ seq: 0x1_0001, pose, gait: 1 }, moves.bounds))).toBe(
      moves.cases[0]?.hex,
    )
  })
})

describe('messages', () => {
  it.each(events.server)('$rule: reads $name from its packet', ({ name, body, packet }) => {
    const read = readPacket(`4${packet}`)
    if (read?.kind !== 'event') throw new Error(`not an event: ${packet}`)
    const { payload } = read
    expect(read.name).toBe(name)
    if (name === 'bye') expect(readRefusal(payload)).toEqual(body)
    else expect(readTold(name, payload)).toEqual({ ...body, kind: name })
  })

  it('does not take a message of a later protocol, or one without a number', () => {
    expect(readTold('fireworks', { n: 3 })).toBeNull()
    expect(readTold('chat', { from: 1 })).toBeNull()
    expect(readTold('chat', null)).toBeNull()
  })

  it('reads anything that is no refusal as an unreachable world', () => {
    for (const odd of [null, 'no', {}, { code: 7 }]) expect(readRefusal(odd)).toEqual(UNREACHABLE)
    expect(readRefusal({ code: 'removed', details: { reason: 'x', deep: {} } })).toEqual({
      code: 'removed',
      retryable: false,
      details: { reason: 'x' },
    })
  })
})
