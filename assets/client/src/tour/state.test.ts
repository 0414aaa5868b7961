/** Every turn of a tour: each state with each thing that may happen in it, in one table. */
import { describe, expect, it } from 'vitest'
import { after, isAsking, NO_TOUR, score, type StopOutline, type TourEvent, type TourState } from './state'

const stops: readonly StopOutline[] = [
  { seconds: 10, right: null },
  { seconds: 20, right: 1 },
  { seconds: 10, right: null },
]

const begin = (mode: 'self' | 'ride'): TourEvent => ({ kind: 'begin', stops, mode })
const tick = (seconds: number): TourEvent => ({ kind: 'tick', seconds })
const say = (choice: number): TourEvent => ({ kind: 'answer', choice })
const [ARRIVED, NEXT, BACK, PAUSE, GO_ON, STEERED, NO_WAY, END]: readonly TourEvent[] = [
  { kind: 'arrived' },
  { kind: 'next' },
  { kind: 'back' },
  { kind: 'pause' },
  { kind: 'go-on' },
  { kind: 'steered' },
  { kind: 'no-way' },
  { kind: 'end' },
] as const satisfies readonly TourEvent[]
const RIDE: TourEvent = { kind: 'mode', mode: 'ride' }
const SLOW: TourEvent = { kind: 'pace', pace: 'slow' }

type Events = readonly (TourEvent | undefined)[]

function reached(events: Events): TourState {
  let state: TourState = NO_TOUR
  for (const event of events) if (event !== undefined) state = after(state, event)
  return state
}

/** The state in few words: what one does where, how and why. */
function said(state: TourState): string {
  switch (state.kind) {
    case 'none':
      return 'none'
    case 'waiting':
      return `waiting(${state.cause}) ${said(state.was)}`
    default: {
      const slow = state.pace === 'slow' ? ' slow' : ''
      const answered = [...state.answers].map(([stop, choice]) => ` ${stop}=${choice}`).join('')
      return `${state.kind} ${state.stop} ${state.mode}${slow}${answered}`
    }
  }
}

const SELF_GOING: Events = [begin('self')]
const SELF_THERE: Events = [begin('self'), ARRIVED]
const SELF_ASKED: Events = [...SELF_THERE, NEXT, ARRIVED]
const SELF_LAST: Events = [...SELF_ASKED, NEXT, ARRIVED]
const RIDE_GOING: Events = [begin('ride')]
const RIDE_THERE: Events = [begin('ride'), ARRIVED]
const RIDE_ASKED: Events = [...RIDE_THERE, NEXT, ARRIVED]
const PAUSED_GOING: Events = [...RIDE_GOING, PAUSE]
const PAUSED_THERE: Events = [...RIDE_THERE, PAUSE]
const PAUSED_ASKED: Events = [...RIDE_ASKED, PAUSE]
const DONE: Events = [...SELF_LAST, NEXT]

const TABLE: readonly (readonly [string, Events, readonly (readonly [TourEvent | undefined, string])[]])[] = [
  [
    'no tour',
    [],
    [
      [begin('self'), 'going 0 self'],
      [begin('ride'), 'going 0 ride'],
      [ARRIVED, 'none'],
      [NO_WAY, 'none'],
      [STEERED, 'none'],
      [PAUSE, 'none'],
      [GO_ON, 'none'],
      [NEXT, 'none'],
      [BACK, 'none'],
      [say(1), 'none'],
      [RIDE, 'none'],
      [SLOW, 'none'],
      [tick(99), 'none'],
      [END, 'none'],
    ],
  ],
  [
    'on the way, on one’s own',
    SELF_GOING,
    [
      [begin('ride'), 'going 0 ride'],
      [ARRIVED, 'there 0 self'],
      [NO_WAY, 'waiting(no-way) going 0 self'],
      [STEERED, 'waiting(steering) going 0 self'],
      [PAUSE, 'waiting(person) going 0 self'],
      [GO_ON, 'going 0 self'],
      [NEXT, 'going 0 self'],
      [BACK, 'going 0 self'],
      [say(1), 'going 0 self'],
      [RIDE, 'going 0 ride'],
      [SLOW, 'going 0 self slow'],
      [tick(99), 'going 0 self'],
      [END, 'none'],
    ],
  ],
  [
    'on the way to the second stop, riding',
    [...RIDE_THERE, NEXT],
    [
      [ARRIVED, 'there 1 ride'],
      [NO_WAY, 'waiting(no-way) going 1 ride'],
      [STEERED, 'waiting(steering) going 1 ride'],
      [PAUSE, 'waiting(person) going 1 ride'],
      [BACK, 'going 0 ride'],
      [NEXT, 'going 1 ride'],
      [tick(99), 'going 1 ride'],
    ],
  ],
  [
    'at a stop, on one’s own',
    SELF_THERE,
    [
      [begin('self'), 'going 0 self'],
      [ARRIVED, 'there 0 self'],
      [NO_WAY, 'there 0 self'],
      [STEERED, 'there 0 self'],
      [PAUSE, 'there 0 self'],
      [GO_ON, 'there 0 self'],
      [NEXT, 'going 1 self'],
      [BACK, 'there 0 self'],
      [say(1), 'there 0 self'],
      [RIDE, 'there 0 ride'],
      [SLOW, 'there 0 self slow'],
      [tick(999), 'there 0 self'],
      [END, 'none'],
    ],
  ],
  [
    'at a stop with a question, on one’s own',
    SELF_ASKED,
    [
      [say(0), 'there 1 self 1=0'],
      [say(1), 'there 1 self 1=1'],
      [NEXT, 'going 2 self'],
      [BACK, 'going 0 self'],
    ],
  ],
  [
    'at a stop, riding',
    RIDE_THERE,
    [
      [tick(9.9), 'there 0 ride'],
      [tick(10), 'going 1 ride'],
      [PAUSE, 'waiting(person) there 0 ride'],
      [STEERED, 'waiting(steering) there 0 ride'],
      [NEXT, 'going 1 ride'],
      [RIDE, 'there 0 ride'],
      [END, 'none'],
    ],
  ],
  [
    'at a stop with a question, riding: it waits for the answer as long as it takes',
    RIDE_ASKED,
    [
      [tick(9999), 'there 1 ride'],
      [say(0), 'there 1 ride 1=0'],
      [NEXT, 'going 2 ride'],
    ],
  ],
  [
    'waiting on the way',
    PAUSED_GOING,
    [
      [GO_ON, 'going 0 ride'],
      [ARRIVED, 'there 0 ride'],
      [NO_WAY, 'waiting(person) going 0 ride'],
      [STEERED, 'waiting(person) going 0 ride'],
      [PAUSE, 'waiting(person) going 0 ride'],
      [NEXT, 'waiting(person) going 0 ride'],
      [BACK, 'waiting(person) going 0 ride'],
      [say(1), 'waiting(person) going 0 ride'],
      [{ kind: 'mode', mode: 'self' }, 'waiting(person) going 0 self'],
      [SLOW, 'waiting(person) going 0 ride slow'],
      [tick(99), 'waiting(person) going 0 ride'],
      [END, 'none'],
      [begin('self'), 'going 0 self'],
    ],
  ],
  [
    'waiting at a stop',
    PAUSED_THERE,
    [
      [GO_ON, 'there 0 ride'],
      [ARRIVED, 'waiting(person) there 0 ride'],
      [NEXT, 'going 1 ride'],
      [BACK, 'waiting(person) there 0 ride'],
      [tick(99), 'waiting(person) there 0 ride'],
    ],
  ],
  [
    'waiting at a question',
    PAUSED_ASKED,
    [
      [say(1), 'waiting(person) there 1 ride 1=1'],
      [BACK, 'going 0 ride'],
      [NEXT, 'going 2 ride'],
    ],
  ],
  [
    'the end',
    DONE,
    [
      [ARRIVED, 'done 2 self'],
      [NO_WAY, 'done 2 self'],
      [STEERED, 'done 2 self'],
      [PAUSE, 'done 2 self'],
      [GO_ON, 'done 2 self'],
      [NEXT, 'done 2 self'],
      [BACK, 'done 2 self'],
      [say(0), 'done 2 self'],
      [RIDE, 'done 2 self'],
      [SLOW, 'done 2 self'],
      [tick(9), 'done 2 self'],
      [begin('ride'), 'going 0 ride'],
      [END, 'none'],
    ],
  ],
]

describe.each(TABLE)('%s', (_, events, turns) => {
  it.each(turns.map(([event, then]) => [JSON.stringify(event), then, event] as const))(
    '%s → %s',
    (_name, then, event) => {
      expect(said(reached([...events, event]))).toBe(then)
    },
  )
})

describe('a ride', () => {
  it('stays longer where it goes slowly', () => {
    const slow: Events = [...RIDE_THERE, SLOW]
    expect(said(reached([...slow, tick(10)]))).toBe('there 0 ride slow')
    expect(said(reached([...slow, tick(17.1)]))).toBe('going 1 ride slow')
  })

  it('goes on after an answer when that could be read, and not before its time', () => {
    const late: Events = [...RIDE_ASKED, tick(60), say(1)]
    expect(said(reached([...late, tick(8)]))).toBe('there 1 ride 1=1')
    expect(said(reached([...late, tick(9)]))).toBe('going 2 ride 1=1')
    const early: Events = [...RIDE_ASKED, tick(1), say(1)]
    expect(said(reached([...early, tick(18)]))).toBe('there 1 ride 1=1')
    expect(said(reached([...early, tick(19)]))).toBe('going 2 ride 1=1')
  })

  it('begins to count anew at each stop, and when it became a ride on the way', () => {
    const turned: Events = [...SELF_THERE, tick(50), RIDE]
    expect(said(reached([...turned, tick(9)]))).toBe('there 0 ride')
    expect(said(reached([...turned, tick(10), ARRIVED, tick(1)]))).toBe('there 1 ride')
  })

  it('ends after the last stop by itself', () => {
    const whole: Events = [
      ...RIDE_THERE, tick(10), ARRIVED, say(1), tick(20), ARRIVED, tick(10),
    ]
    expect(said(reached(whole))).toBe('done 2 ride 1=1')
  })
})

describe('an answer', () => {
  it('counts once', () => {
    const state = reached([...SELF_ASKED, say(0), say(1)])
    expect(said(state)).toBe('there 1 self 1=0')
  })

  it('is waited for only where something is asked', () => {
    const asked = reached(SELF_ASKED)
    const unasked = reached(SELF_THERE)
    const given = reached([...SELF_ASKED, say(0)])
    for (const [state, is] of [[asked, true], [unasked, false], [given, false]] as const)
      expect(state.kind === 'there' && isAsking(state)).toBe(is)
  })

  it('is counted at the end', () => {
    const right = reached([...SELF_ASKED, say(1), NEXT, ARRIVED, NEXT])
    const wrong = reached([...SELF_ASKED, say(0), NEXT, ARRIVED, NEXT])
    expect(right.kind === 'done' && score(right)).toEqual({ asked: 1, right: 1 })
    expect(wrong.kind === 'done' && score(wrong)).toEqual({ asked: 1, right: 0 })
  })
})

it('a tour without stops does not begin', () => {
  expect(after(NO_TOUR, { kind: 'begin', stops: [], mode: 'ride' })).toBe(NO_TOUR)
})
