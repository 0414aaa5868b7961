/** The sounds of the town while they are on: follows where one stands; silent until asked, and when the page is hidden. */
import { type Cell, cell, type Watched } from '../cell'
import type { Moment } from '../nature/moment'
import { heardAt, SOUNDS } from './heard'
import { type Choir, makeChoir } from './choir'

interface Ear {
  readonly x: number
  readonly z: number
  readonly yaw: number
}

/** Milliseconds between two looks at where one stands. */
const LOOK_MS = 500
/** Seconds in which the loudness follows: nothing clicks. */
const EASE = 0.6

class Player {
  private readonly on: Cell<boolean> = cell(false)
  private context: AudioContext | null = null
  private choir: Choir | null = null
  private timer: ReturnType<typeof setInterval> | null = null
  private readonly hidden = (): void => {
    if (document.visibilityState === 'hidden') this.stop()
  }

  get isOn(): Watched<boolean> {
    return this.on
  }

  /** Begin to sound, on somebody's click; false when the device cannot. It ends when `ear` is nowhere. */
  async start(ear: () => Ear | null, momentAt: (ms: number) => Moment): Promise<boolean> {
    this.stop()
    try {
      const context = new AudioContext({ latencyHint: 'playback' })
      this.context = context
      await context.resume()
      const choir = makeChoir(context)
      choir.output.connect(context.destination)
      this.choir = choir
    } catch (fault) {
      console.error(fault)
      this.stop()
      return false
    }
    document.addEventListener('visibilitychange', this.hidden)
    const follow = (): void => {
      const at = ear()
      if (at === null) this.stop()
      else this.follow(at, momentAt(Date.now()))
    }
    this.on.set(true)
    this.timer = setInterval(follow, LOOK_MS)
    follow()
    return true
  }

  /** Fall silent and give the device back. */
  stop(): void {
    if (this.timer !== null) clearInterval(this.timer)
    this.timer = null
    document.removeEventListener('visibilitychange', this.hidden)
    this.choir?.stop()
    this.choir = null
    void this.context?.close().catch(() => undefined)
    this.context = null
    this.on.set(false)
  }

  private follow(ear: Ear, moment: Moment): void {
    const { choir, context } = this
    if (choir === null || context === null) return
    const { loud, side } = heardAt(ear, moment)
    for (const sound of SOUNDS)
      choir.set(sound, loud[sound], side[sound], context.currentTime, EASE)
  }
}

/** The one player of this page: the sounds go on when the panel that started them is closed. */
export const player = new Player()
