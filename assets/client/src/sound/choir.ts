/** Turns the town's sounds on and off as a graph of Web Audio nodes: filtered noise and computed loops. */
import { bell, bubbles, crickets, frogs, type Loop, white } from './noises'
import type { Sound } from './heard'

export interface Choir {
  readonly output: AudioNode
  /** How loud a sound is (0 to 1) and from which side; the change takes `ease` seconds. */
  set(sound: Sound, loud: number, side: number, now: number, ease: number): void
  stop(): void
}

interface Voice {
  readonly gain: GainNode
  readonly pan: StereoPannerNode
}

const NOISE_SECONDS = 6
/** How loud each sound is at its loudest, so that none drowns the others. */
const LEVEL: Readonly<Record<Sound, number>> = {
  river: 0.2,
  sea: 0.34,
  mud: 0.3,
  cicadas: 0.12,
  crickets: 0.2,
  frogs: 0.3,
  wind: 0.3,
  bell: 0.4,
}

/** A choir on a context; nothing is computed for a sound before it is first heard. */
export function makeChoir(context: BaseAudioContext): Choir {
  const voices = new Map<Sound, Voice>()
  const running: AudioScheduledSourceNode[] = []
  // However much sounds at once, it stays under what a loudspeaker can bear.
  const output = new DynamicsCompressorNode(context, {
    threshold: -14,
    knee: 10,
    ratio: 14,
    attack: 0.004,
    release: 0.3,
  })
  const players = new Players(context, running)
  const voice = (sound: Sound): Voice => {
    const known = voices.get(sound)
    if (known !== undefined) return known
    const gain = new GainNode(context, { gain: 0 })
    const pan = new StereoPannerNode(context)
    players[sound]().connect(gain).connect(pan).connect(output)
    const made = { gain, pan }
    voices.set(sound, made)
    return made
  }
  return {
    output,
    set(sound, loud, side, now, ease) {
      if (loud <= 0 && !voices.has(sound)) return
      const { gain, pan } = voice(sound)
      gain.gain.setTargetAtTime(loud * LEVEL[sound], now, ease)
      // A sound is never in one ear alone.
      pan.pan.setTargetAtTime(Math.max(-1, Math.min(1, side)) * 0.7, now, ease)
    },
    stop() {
      for (const source of running) source.stop()
      output.disconnect()
    },
  }
}

/** How each sound is made. */
class Players implements Record<Sound, () => AudioNode> {
  private noise: AudioBuffer | null = null

  constructor(
    private readonly context: BaseAudioContext,
    private readonly running: AudioScheduledSourceNode[],
  ) {}

  river = (): AudioNode => {
    const low = this.hiss(1).connect(this.filter('bandpass', 420, 0.6))
    const bright = this.hiss(1.37).connect(this.filter('bandpass', 1700, 1.1))
    const gurgle = this.gain(0.5)
    this.wave(0.9, 0.25).connect(gurgle.gain)
    this.wave(2.3, 0.15).connect(gurgle.gain)
    return this.mix(low, bright.connect(gurgle))
  }

  sea = (): AudioNode => {
    const swell = this.gain(0.5)
    this.wave(0.13, 0.34).connect(swell.gain)
    this.wave(0.071, 0.14).connect(swell.gain)
    const foam = this.gain(0.12)
    this.wave(0.13, 0.11).connect(foam.gain)
    return this.mix(
      this.hiss(0.8).connect(this.filter('lowpass', 380, 0.3)).connect(swell),
      this.hiss(1.1).connect(this.filter('highpass', 1900, 0.4)).connect(foam),
    )
  }

  wind = (): AudioNode => {
    const gust = this.gain(0.5)
    this.wave(0.09, 0.26).connect(gust.gain)
    this.wave(0.23, 0.14).connect(gust.gain)
    const leaves = this.gain(0.06)
    this.wave(0.23, 0.05).connect(leaves.gain)
    return this.mix(
      this.hiss(0.6).connect(this.filter('lowpass', 300, 0.5)).connect(gust),
      this.hiss(1.2).connect(this.filter('bandpass', 2600, 0.5)).connect(leaves),
    )
  }

  /** Bear cicadas: a band of noise, beaten fast by the tymbals and slowly by the singer. */
  cicadas = (): AudioNode => {
    const tymbal = this.gain(0.5)
    this.wave(118, 0.45).connect(tymbal.gain)
    const phrase = this.gain(0.55)
    this.wave(3.1, 0.3).connect(phrase.gain)
    this.wave(0.11, 0.15).connect(phrase.gain)
    return this.hiss(1)
      .connect(this.filter('bandpass', 4700, 3.5))
      .connect(tymbal)
      .connect(phrase)
      .connect(this.gain(2.6))
  }

  crickets = (): AudioNode => this.loop(crickets)
  frogs = (): AudioNode => this.loop(frogs)
  mud = (): AudioNode => this.loop(bubbles)
  bell = (): AudioNode => this.loop(bell)

  private mix(...nodes: readonly AudioNode[]): AudioNode {
    const sum = this.gain(1)
    for (const node of nodes) node.connect(sum)
    return sum
  }

  private gain(value: number): GainNode {
    return new GainNode(this.context, { gain: value })
  }

  private filter(type: BiquadFilterType, frequency: number, Q: number): BiquadFilterNode {
    return new BiquadFilterNode(this.context, { type, frequency, Q })
  }

  /** Noise played at its own speed, so that two of them never beat together. */
  private hiss(speed: number): AudioNode {
    this.noise ??= this.buffer(white(NOISE_SECONDS, this.context.sampleRate))
    return this.start(
      new AudioBufferSourceNode(this.context, {
        buffer: this.noise,
        loop: true,
        playbackRate: speed,
      }),
    )
  }

  private wave(frequency: number, depth: number): AudioNode {
    return this.start(new OscillatorNode(this.context, { frequency })).connect(this.gain(depth))
  }

  private loop(make: (rate: number) => Loop): AudioNode {
    const buffer = this.buffer(make(this.context.sampleRate))
    return this.start(new AudioBufferSourceNode(this.context, { buffer, loop: true }))
  }

  private buffer(samples: Loop): AudioBuffer {
    const { sampleRate } = this.context
    const buffer = new AudioBuffer({ length: samples.length, sampleRate })
    buffer.copyToChannel(samples, 0)
    return buffer
  }

  private start<T extends AudioScheduledSourceNode>(source: T): T {
    source.start()
    this.running.push(source)
    return source
  }
}
