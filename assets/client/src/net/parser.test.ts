/** Bare binary becomes a pose frame; everything Socket.IO itself sends is read as before. */
import { type Packet, PacketType } from 'socket.io-parser'
import { describe, expect, it } from 'vitest'
import { POSES, poseParser } from './parser'

function decoding(): { packets: Packet[]; add: (message: unknown) => void } {
  const decoder = new poseParser.Decoder()
  const packets: Packet[] = []
  decoder.on('decoded', (packet: Packet) => packets.push(packet))
  return { packets, add: (message) => decoder.add(message) }
}

const event = (data: unknown[]): Packet => ({ type: PacketType.EVENT, nsp: '/', data })

describe('the pose lane', () => {
  it('delivers a bare binary message as one poses event', () => {
    const { packets, add } = decoding()
    const frame = new Uint8Array([1, 2, 3]).buffer
    add(frame)
    expect(packets).toEqual([{ type: PacketType.EVENT, nsp: '/', data: [POSES, frame] }])
  })

  it('keeps the order of frames and messages', () => {
    const { packets, add } = decoding()
    const encoder = new poseParser.Encoder()
    for (const name of ['welcome', 'chat']) {
      for (const part of encoder.encode(event([name, { n: 1 }]))) add(part)
      add(new ArrayBuffer(8))
    }
    expect(packets.map((packet) => (packet.data as unknown[])[0])).toEqual([
      'welcome',
      POSES,
      'chat',
      POSES,
    ])
  })

  it('leaves announced binary to the standard parser, and reads a bare frame right after it', () => {
    const { packets, add } = decoding()
    const first = new Uint8Array([7]).buffer
    const second = new Uint8Array([8, 9]).buffer
    const bare = new Uint8Array([1]).buffer
    for (const part of new poseParser.Encoder().encode(event(['photo', first, second]))) add(part)
    add(bare)
    expect(packets).toHaveLength(2)
    expect(packets[0]?.data).toEqual(['photo', first, second])
    expect(packets[1]?.data).toEqual([POSES, bare])
  })

  it('forgets announced binary that never came when the line breaks', () => {
    const decoder = new poseParser.Decoder()
    const packets: Packet[] = []
    decoder.on('decoded', (packet: Packet) => packets.push(packet))
    const [head] = new poseParser.Encoder().encode(event(['photo', new ArrayBuffer(1)]))
    decoder.add(head)
    decoder.destroy()
    decoder.add(new ArrayBuffer(8))
    expect(packets.map((packet) => (packet.data as unknown[])[0])).toEqual([POSES])
  })
})
