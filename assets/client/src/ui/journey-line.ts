/** Where one is going, how far it still is, and how it ended; with a way to stop. */
import { type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import type { Goal, WalkEnd } from '../journey'
import type { Visit } from '../visit'
import { h, write } from './dom'
import type { Voice } from './live'

/** Milliseconds between two looks at what is left. */
const LOOK_MS = 1000
/** Metres of a walk long enough to be told in its middle how much is left. */
const LONG_METRES = 80

export interface JourneyLineParts {
  /** The sentences of the flat town (flat.ftl). */
  readonly own: Words
  readonly words: Words
  readonly visit: Visit
  readonly voice: Voice
}

/** The line, and the stop of its watching; spoken at the start, in the middle of a long way, and at the end. */
export function journeyLine({ own, words, visit, voice }: JourneyLineParts): {
  element: HTMLElement
  stop: Stop
} {
  const { journey } = visit
  const text = h('p', { testid: 'journey' })
  const left = h('span', { class: 'quiet', testid: 'left' })
  const bar = h('progress', { max: '1', value: '0', 'aria-hidden': 'true' })
  const halt = h(
    'button',
    {
      type: 'button',
      class: 'quiet-button',
      testid: 'halt',
      on: { click: () => journey.stand() },
    },
    words.say('town-stop'),
  )
  const element = h(
    'div',
    { class: 'journey' },
    h('div', { class: 'journey-words' }, text, left, bar),
    halt,
  )
  let whole = 0
  let isHalfTold = false

  const show = (): void => {
    const goal = journey.goal.get()
    const metres = Math.round(journey.left())
    if (goal === null || metres === 0) return
    whole = Math.max(whole, metres)
    bar.value = 1 - metres / whole
    write(left, own.say('flat-left', { metres }))
    if (isHalfTold || whole < LONG_METRES || metres > whole / 2) return
    isHalfTold = true
    voice.say(own.say('flat-half-way', { metres }))
  }
  const timer = setInterval(show, LOOK_MS)
  const stop = stopAll([
    () => clearInterval(timer),
    journey.goal.watch((goal) => {
      // A button that goes while it has the focus would take the keyboard with it.
      const hadFocus = document.activeElement === halt
      halt.hidden = goal === null
      bar.hidden = goal === null
      write(left, '')
      whole = journey.left()
      isHalfTold = false
      element.classList.toggle('is-going', goal !== null)
      if (hadFocus && goal === null) element.closest('main')?.querySelector('canvas')?.focus()
      if (goal === null) {
        // How it ended is written right after this, if anything did.
        write(text, own.say('flat-hint'))
        return
      }
      const sentence = setOut(own, words, goal)
      write(text, sentence)
      show()
      voice.say(`${sentence} ${left.textContent}`)
    }),
    journey.end.changes((end) => {
      if (end !== null) queueMicrotask(() => tell(end))
    }),
  ])
  /** Say how a walk ended; of one that only gave way to the next, nobody needs to hear. */
  function tell(end: WalkEnd): void {
    if (journey.goal.get() !== null) return
    const place = end.goal.kind === 'place' ? end.goal.place.names[words.language] : null
    const arrived = place === null ? own.say('flat-arrived') : words.say('town-arrived', { place })
    const sentence =
      end.how === 'no-way'
        ? words.say('town-no-way')
        : end.how === 'stopped'
          ? words.say('town-stopped')
          : arrived
    write(text, sentence)
    voice.say(sentence)
  }
  return { element, stop }
}

function setOut(own: Words, words: Words, goal: Goal): string {
  return goal.kind === 'place'
    ? words.say('town-going', { place: goal.place.names[words.language] })
    : own.say('flat-going')
}
