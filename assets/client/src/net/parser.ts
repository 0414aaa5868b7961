/** A Socket.IO parser that also takes bare binary messages, so that a pose frame costs one WebSocket message. */
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'

/** The Socket.IO event a bare binary message is delivered as; the events lane uses the same name. */
export const POSES = 'poses'

/**
 * Standard Socket.IO announces binary in one message and sends it in the next. Here a binary
 * message that nothing announced is a pose frame: it becomes a `poses` event with one argument,
 * in order with every other packet. Announced binary still works as the standard says.
 */
class PoseDecoder extends Decoder {
  private awaited = 0

  override add(message: unknown): void {
    if (typeof message === 'string') {
      super.add(message)
      this.awaited = announced(message)
    } else if (this.awaited > 0) {
      this.awaited -= 1
      super.add(message)
    } else {
      const packet: Packet = { type: PacketType.EVENT, nsp: '/', data: [POSES, message] }
      this.emitReserved('decoded', packet)
    }
  }

  override destroy(): void {
    this.awaited = 0
    super.destroy()
  }
}

/** How many binary messages a text packet says will follow it. */
function announced(packet: string): number {
  const type = Number(packet.charAt(0))
  if (type !== PacketType.BINARY_EVENT && type !== PacketType.BINARY_ACK) return 0
  return Number(packet.slice(1, packet.indexOf('-')))
}

/** What Socket.IO's `parser` option asks for. */
export const poseParser = { Encoder, Decoder: PoseDecoder }
