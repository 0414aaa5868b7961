/** A recorded tour played to one visitor: in order, once, waiting for who lags, stopping when asked. */
import { describe, expect, it } from 'vitest'
import { type Recording, Replay, type SaidThen, type Stage } from './replay'

const RECORDING: Recording = {
  recording: {
    slug: 'x',
    title: '酒蔵通り',
    place: 'sakagura-dori',
    day: '2026-11-22',
    languages: ['ja'],
    seconds: 40,
    lines: 2,
  },
  marks: [
    [0, 0, 0, 0, 0],
    [40_000, 80, 0, 0, 0],
  ],
  said: [
    { at: 0, by: 'guide', text: 'はじめましょう', phrase: null },
    { at: 20_000, by: 'guide', text: null, phrase: 3 },
  ],
}

class Shown implements Stage {
  xs: number[] = []
  said: SaidThen[] = []
  away: number | null = null
  ended = 0

  stand({ x }: { x: number }): void {
    this.xs.push(x)
  }
  say(line: SaidThen): void {
    this.said.push(line)
  }
  behind(): number | null {
    return this.away
  }
  end(): void {
    this.ended += 1
  }
}

function playing(): { shown: Shown; replay: Replay; passes: (seconds: number) => void } {
  const shown = new Shown()
  const replay = new Replay(RECORDING, shown)
  let now = 50
  return {
    shown,
    replay,
    passes(seconds) {
      for (let step = 0; step < seconds * 30; step += 1) {
        now += 1 / 30
        replay.frame(now)
      }
    },
  }
}

describe('a recorded tour', () => {
  it('walks its way, says each line once, and ends', () => {
    const { shown, replay, passes } = playing()
    passes(60)
    expect(shown.xs).toEqual([...shown.xs].sort((a, b) => a - b))
    expect(shown.xs.at(-1)).toBe(80)
    expect(shown.said.map(({ at }) => at)).toEqual([0, 20_000])
    expect([replay.state.get(), shown.ended]).toEqual(['over', 1])
  })

  it('keeps its own time, whatever the frames do', () => {
    const { shown, passes } = playing()
    passes(10)
    expect(shown.xs.at(-1)).toBeGreaterThan(18.5)
    expect(shown.xs.at(-1)).toBeLessThan(21)
  })

  it('waits for who follows and lags, and goes on when they are there', () => {
    const { shown, replay, passes } = playing()
    passes(5)
    shown.away = 30
    passes(10)
    expect(replay.state.get()).toBe('waiting')
    const waited = shown.xs.at(-1)
    shown.away = 20
    passes(2)
    expect(shown.xs.at(-1)).toBe(waited)
    shown.away = 5
    passes(2)
    expect(replay.state.get()).toBe('playing')
    expect(shown.xs.at(-1)).toBeGreaterThan(waited ?? 0)
  })

  it('stops and goes on when asked', () => {
    const { replay, passes } = playing()
    passes(5)
    replay.pause()
    const at = replay.at
    passes(20)
    expect(replay.at).toBe(at)
    replay.resume()
    passes(1)
    expect(replay.at).toBeGreaterThan(at)
  })

  it('ends once when asked', () => {
    const { shown, replay, passes } = playing()
    passes(1)
    replay.end()
    replay.end()
    passes(5)
    expect(shown.ended).toBe(1)
    expect(replay.at).toBeLessThan(2000)
  })

  it('does not leap after a stall', () => {
    const { replay } = playing()
    replay.frame(10)
    replay.frame(100)
    expect(replay.at).toBeLessThan(1000)
  })
})
