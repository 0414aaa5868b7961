import { describe, expect, it } from 'vitest'
import type { InLine, Result } from './api'
import { UNREACHABLE } from './net/protocol'
import { Waiting, type WaitState } from './waiting'

type Told = Result<InLine | { readonly ticket: string }>

const at = (place: number, waiting = place): Told => ({
  ok: true,
  value: { place_in_line: place, waiting, poll_seconds: 4 },
})
const refused = (code: string, retryable: boolean, details = {}): Told => ({
  ok: false,
  refusal: { code, retryable, details },
})
const TICKET: Told = { ok: true, value: { ticket: 't' } }

/** The town says these one after the other; time passes as fast as it is asked to. */
async function wait(...answers: readonly Told[]) {
  const left = [...answers]
  const pauses: number[] = []
  const states: WaitState[] = []
  const due: (() => void)[] = []
  const waiting = new Waiting({
    ask: () => Promise.resolve(left.shift() ?? TICKET),
    later: (act, ms) => {
      pauses.push(ms)
      due.push(act)
    },
    chance: () => 0,
  })
  waiting.state.watch((state) => states.push(state))
  for (const [nth] of answers.entries()) {
    if (nth > 0) due.shift()?.()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { states, pauses, left, waiting, due }
}

describe('standing in line', () => {
  it('moves up and goes in by itself', async () => {
    const { states, pauses, left, due } = await wait(at(2, 3), at(1, 2), TICKET)
    expect(states).toEqual([
      { kind: 'asking' },
      { kind: 'waiting', place: 2, waiting: 3, isCut: false },
      { kind: 'waiting', place: 1, waiting: 2, isCut: false },
      { kind: 'turn' },
    ])
    expect(pauses).toEqual([4000, 4000])
    expect([left.length, due.length]).toEqual([0, 0])
  })

  it('keeps asking while the town is away, and says that the place is not certain', async () => {
    const { states } = await wait(at(2), { ok: false, refusal: UNREACHABLE }, at(1))
    expect(states.slice(1)).toEqual([
      { kind: 'waiting', place: 2, waiting: 2, isCut: false },
      { kind: 'waiting', place: 2, waiting: 2, isCut: true },
      { kind: 'waiting', place: 1, waiting: 1, isCut: false },
    ])
  })

  it('waits as long as the town asks for when it asked too often', async () => {
    const { states, pauses } = await wait(at(2), refused('too-many', true, { seconds: 9 }), at(2))
    expect(pauses).toEqual([4000, 9000, 4000])
    expect(states.every((state) => state.kind !== 'waiting' || !state.isCut)).toBe(true)
  })

  it.each(['removed', 'not-signed-in', 'event-not-open', 'entry-refused'])(
    'is over when there is nothing to wait for: %s',
    async (code) => {
      const { states, due } = await wait(at(1), refused(code, code === 'event-not-open'))
      expect(states.at(-1)).toMatchObject({ kind: 'over', reason: { code } })
      expect(due).toEqual([])
    },
  )

  it('asks no more once it is stopped', async () => {
    const { waiting, states, left, due } = await wait(at(3))
    waiting.stop()
    for (const act of due) act()
    await Promise.resolve()
    expect(states.at(-1)).toMatchObject({ place: 3 })
    expect(left).toEqual([])
  })
})
