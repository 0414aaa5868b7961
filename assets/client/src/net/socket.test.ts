/** What Socket.IO's own library writes is read as it meant it; what it would not write is passed over. */
import { Encoder, PacketType } from 'socket.io-parser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readPacket, Socket, type SocketListener } from './socket'

/** As the server's library sends it: Engine.IO's `4` before what Socket.IO wrote. */
function sent(type: PacketType, data?: unknown, id?: number): string {
  const packet = { type, nsp: '/', data, ...(id !== undefined && { id }) }
  return `4${String(new Encoder().encode(packet as never)[0])}`
}

describe('a text message', () => {
  it.each([
    [sent(PacketType.CONNECT, { sid: 'a' }), { kind: 'connected' }],
    [sent(PacketType.DISCONNECT), { kind: 'over' }],
    [
      sent(PacketType.EVENT, ['chat', { text: '7,"[]\n鹿島' }]),
      { kind: 'event', name: 'chat', payload: { text: '7,"[]\n鹿島' } },
    ],
    [sent(PacketType.EVENT, ['moved']), { kind: 'event', name: 'moved', payload: undefined }],
    [sent(PacketType.ACK, [{ ok: true }], 12), { kind: 'answer', id: 12, payload: { ok: true } }],
    [
      sent(PacketType.CONNECT_ERROR, { message: 'removed', data: { code: 'removed' } }),
      { kind: 'refused', data: { code: 'removed' } },
    ],
    ['44{"message":"no"}', { kind: 'refused', data: undefined }],
    ['0{"sid":"a","pingInterval":20000,"pingTimeout":5000}', { kind: 'open', silenceMs: 25_000 }],
    ['2', { kind: 'ping' }],
    ['1', { kind: 'over' }],
  ])('%s is read', (text, packet) => {
    expect(readPacket(text)).toEqual(packet)
  })

  it.each(['', '6', '4', '42', '42{', '42{}', '42[7]', '43[1]', '0', '0null', '451-["x"]', '9'])(
    '%j is passed over',
    (text) => expect(readPacket(text)).toBeNull(),
  )
})

/** The other end of the wire, played by hand. */
class Wire {
  static readonly OPEN = 1
  static last: Wire
  readyState = 1
  bufferedAmount = 0
  onclose: (() => void) | null = null
  onmessage: ((message: { data: unknown }) => void) | null = null
  readonly sent: unknown[] = []
  constructor(readonly address: string) {
    Wire.last = this
  }
  send(data: unknown): void {
    this.sent.push(data)
  }
  close(): void {
    this.readyState = 3
  }
}

describe('a connection', () => {
  const heard: unknown[] = []
  const listener: SocketListener = {
    event: (name, payload) => heard.push([name, payload]),
    binary: (bytes) => heard.push(bytes),
    refused: (data) => heard.push({ refused: data }),
    over: () => heard.push('over'),
  }
  const dial = (): { socket: Socket; wire: Wire; say: (data: unknown) => void } => {
    const socket = new Socket({ address: 'ws://town/w', auth: { ticket: 't' }, listener })
    const wire = Wire.last
    return { socket, wire, say: (data) => wire.onmessage?.({ data }) }
  }
  const OPEN = '0{"sid":"a","pingInterval":20000,"pingTimeout":5000}'

  beforeEach(() => {
    heard.length = 0
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', Wire)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('says who it is once it is spoken to, and answers pings', () => {
    const { wire, say } = dial()
    expect(wire.address).toBe('ws://town/w/?EIO=4&transport=websocket')
    say(OPEN)
    say('2')
    expect(wire.sent).toEqual(['40{"ticket":"t"}', '3'])
  })

  it('hands on events and frames in their order', () => {
    const { say } = dial()
    const frame = new ArrayBuffer(3)
    say(OPEN)
    say('40{"sid":"b"}')
    say('42["welcome",{"n":1}]')
    say(frame)
    say('42["chat",{"n":2}]')
    expect(heard).toEqual([['welcome', { n: 1 }], frame, ['chat', { n: 2 }]])
  })

  it('gives each question its own answer, whichever comes first', async () => {
    const { socket, wire, say } = dial()
    say(OPEN)
    say('40{}')
    const [one, other] = [socket.ask('chat', {}, 1000), socket.ask('emote', { emote: 1 }, 1000)]
    expect(wire.sent.slice(1)).toEqual(['420["chat",{}]', '421["emote",{"emote":1}]'])
    say('431[{"ok":true}]')
    say('430[{"code":"too-many"}]')
    expect(await one).toEqual({ code: 'too-many' })
    expect(await other).toEqual({ ok: true })
    const late = socket.ask('chat', {}, 1000)
    const failed = expect(late).rejects.toThrow('not answered')
    await vi.advanceTimersByTimeAsync(1001)
    await failed
  })

  it('lets a move fall rather than queue behind what the line still holds', () => {
    const { socket, wire, say } = dial()
    expect(socket.sendNow(new ArrayBuffer(1))).toBe(false)
    say(OPEN)
    say('40{}')
    expect(socket.sendNow(new ArrayBuffer(1))).toBe(true)
    wire.bufferedAmount = 5
    expect(socket.sendNow(new ArrayBuffer(1))).toBe(false)
  })

  it('tells once why it ended: not let in, or over', () => {
    const refused = dial()
    refused.say(OPEN)
    refused.say('44{"message":"removed","data":{"code":"removed"}}')
    refused.wire.onclose?.()
    expect(heard.splice(0)).toEqual([{ refused: { code: 'removed' } }])
    dial().wire.onclose?.()
    expect(heard.splice(0)).toEqual([{ refused: undefined }])
    const over = dial()
    over.say(OPEN)
    over.say('40{}')
    over.wire.onclose?.()
    over.wire.onclose?.()
    expect(heard).toEqual(['over'])
  })

  it('notices that the world has fallen silent, and stays when it has not', () => {
    const { wire, say } = dial()
    say(OPEN)
    say('40{}')
    vi.advanceTimersByTime(24_000)
    say('2')
    vi.advanceTimersByTime(24_000)
    expect(heard).toEqual([])
    vi.advanceTimersByTime(1001)
    expect(heard).toEqual(['over'])
    expect(wire.readyState).toBe(3)
  })

  it('does not take its own page, held up for long, for a silent world', () => {
    const { say } = dial()
    say(OPEN)
    say('40{}')
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 40_000)
    vi.advanceTimersByTime(25_000)
    expect(heard).toEqual([])
    clock.mockRestore()
    say('2')
    vi.advanceTimersByTime(24_000)
    expect(heard).toEqual([])
    vi.advanceTimersByTime(1001)
    expect(heard).toEqual(['over'])
  })

  it('closed by its owner, it says no more', () => {
    const { socket, wire, say } = dial()
    say(OPEN)
    say('40{}')
    socket.close()
    wire.onclose?.()
    say('42["chat",{}]')
    expect(wire.sent.at(-1)).toBe('41')
    expect(heard).toEqual([])
  })
})
