/** As much of Socket.IO over one WebSocket as the town speaks (PROTOCOL.md), a tenth of its library's bytes. */

/** What a text message says. */
export type Packet =
  | { readonly kind: 'open'; readonly silenceMs: number }
  | { readonly kind: 'ping' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'refused'; readonly data: unknown }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly payload: unknown }
  | { readonly kind: 'over' }

/** Read one text message; null for what the town never sends, which is passed over. */
export function readPacket(text: string): Packet | null {
  const [type, sort] = [text[0], text[1]]
  if (type === '0') return opened(parsed(text.slice(1)))
  if (type === '1') return { kind: 'over' }
  if (type === '2') return { kind: 'ping' }
  if (type !== '4') return null
  const [, id = '', json = ''] = /^(\d*)([^]*)$/.exec(text.slice(2)) ?? []
  const data = parsed(json)
  if (sort === '0') return { kind: 'connected' }
  if (sort === '1') return { kind: 'over' }
  if (sort === '4') return { kind: 'refused', data: field(data, 'data') }
  if (!Array.isArray(data)) return null
  const [first, second] = data as readonly unknown[]
  if (sort === '2' && typeof first === 'string')
    return { kind: 'event', name: first, payload: second }
  return sort === '3' && id !== '' ? { kind: 'answer', id: Number(id), payload: first } : null
}

function opened(data: unknown): Packet | null {
  const [every, wait] = [field(data, 'pingInterval'), field(data, 'pingTimeout')]
  return typeof every === 'number' && typeof wait === 'number'
    ? { kind: 'open', silenceMs: every + wait }
    : null
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Milliseconds a clock rings late when the page had no time for it. */
const HELD_UP_MS = 500

export interface SocketListener {
  event(name: string, payload: unknown): void
  /** A bare binary message, which on the compact lane is a pose frame. */
  binary(bytes: ArrayBuffer): void
  /** Not let in; `data` is undefined when nobody said why. */
  refused(data: unknown): void
  /** Was in, and is not any more. */
  over(): void
}

export interface SocketOptions {
  /** Where the world listens, without query. */
  readonly address: string
  readonly auth: object
  readonly listener: SocketListener
}

/** One connection, from dialling to its end; it never dials twice. */
export class Socket {
  private readonly socket: WebSocket
  private readonly options: SocketOptions
  private readonly asked = new Map<number, (answer: unknown) => void>()
  private isIn = false
  private isOver = false
  private asks = 0
  private silenceMs = 0
  private silence: ReturnType<typeof setTimeout> | undefined

  constructor(options: SocketOptions) {
    this.options = options
    this.socket = new WebSocket(`${options.address}/?EIO=4&transport=websocket`)
    this.socket.binaryType = 'arraybuffer'
    this.socket.onclose = () => this.lost()
    this.socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') this.hear(readPacket(data))
      else if (this.isIn) options.listener.binary(data)
    }
  }

  /** Send bytes only if nothing waits before them; tells whether they were sent. */
  sendNow(bytes: ArrayBuffer): boolean {
    if (!this.isIn || this.socket.readyState !== WebSocket.OPEN) return false
    if (this.socket.bufferedAmount > 0) return false
    this.socket.send(bytes)
    return true
  }

  /** Ask for something; rejects when no answer has come within `waitMs`. */
  ask(name: string, payload: object, waitMs: number): Promise<unknown> {
    return new Promise((answered, failed) => {
      const id = this.asks
      this.asks += 1
      const timer = setTimeout(() => {
        this.asked.delete(id)
        failed(new Error(`${name} was not answered`))
      }, waitMs)
      this.asked.set(id, (answer) => {
        clearTimeout(timer)
        answered(answer)
      })
      this.send(`42${id}${JSON.stringify([name, payload])}`)
    })
  }

  /** Close without another word to the listener. */
  close(): void {
    this.isOver = true
    clearTimeout(this.silence)
    if (this.isIn) this.send('41')
    this.socket.close()
  }

  private hear(packet: Packet | null): void {
    if (packet === null || this.isOver) return
    const { listener, auth } = this.options
    switch (packet.kind) {
      case 'open':
        this.silenceMs = packet.silenceMs
        this.listen()
        this.send(`40${JSON.stringify(auth)}`)
        break
      case 'ping':
        this.listen()
        this.send('3')
        break
      case 'connected':
        this.isIn = true
        break
      case 'refused':
        this.close()
        listener.refused(packet.data)
        break
      case 'event':
        listener.event(packet.name, packet.payload)
        break
      case 'answer':
        this.asked.get(packet.id)?.(packet.payload)
        this.asked.delete(packet.id)
        break
      case 'over':
        this.lost()
        break
      default:
        packet satisfies never
    }
  }

  /** The world pings; a line on which it has not for too long is dead, though nothing says so. */
  private listen(): void {
    clearTimeout(this.silence)
    const due = performance.now() + this.silenceMs
    this.silence = setTimeout(() => {
      // A page that was held up itself has not heard yet what lies waiting for it.
      if (performance.now() - due > HELD_UP_MS) this.listen()
      else this.lost()
    }, this.silenceMs)
  }

  private lost(): void {
    if (this.isOver) return
    this.close()
    if (this.isIn) this.options.listener.over()
    else this.options.listener.refused(undefined)
  }

  private send(text: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text)
  }
}
