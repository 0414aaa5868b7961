/** The buttons of a recorded tour one is walking along with: how far it is, wait, go on, end. */
import type { Stop } from '../cell'
import { stopAll } from '../cell'
import { replayOf } from '../guide/ghost'
import type { Replay } from '../guide/replay'
import type { Words } from '../i18n/words'
import type { Visit } from '../visit'
import { fill, h, write } from './dom'

/** Milliseconds between two looks at the time. */
const LOOK_MS = 1000

/** A row that is there only while something is played, and the stop of its watching. */
export function replayTools(words: Words, visit: Visit): { element: HTMLElement; stop: Stop } {
  const element = h('div', { class: 'guide-bar-acts', testid: 'replay' })
  const playing = replayOf(visit)
  let stopOne: Stop = () => undefined
  const stop = playing.watch((replay) => {
    stopOne()
    stopOne = () => undefined
    element.hidden = replay === null
    if (replay === null) fill(element)
    else stopOne = show(replay)
  })

  function show(replay: Replay): Stop {
    const time = h('span', { class: 'small', testid: 'replay-time' })
    const isPaused = (): boolean => replay.state.get() === 'paused'
    const hold = h('button', {
      type: 'button',
      class: 'quiet-button',
      testid: 'replay-hold',
      on: { click: () => (isPaused() ? replay.resume() : replay.pause()) },
    })
    const end = h(
      'button',
      {
        type: 'button',
        class: 'quiet-button',
        testid: 'replay-end',
        on: { click: () => replay.end() },
      },
      words.say('guide-replay-end'),
    )
    const look = (): void => {
      const all = replay.recording.recording.seconds
      const left = Math.max(0, Math.ceil((all - replay.at / 1000) / 60))
      write(
        time,
        replay.state.get() === 'waiting'
          ? words.say('guide-replay-waits')
          : words.say('guide-replay-left', { minutes: left }),
      )
    }
    fill(element, time, hold, end)
    const timer = setInterval(look, LOOK_MS)
    return stopAll([
      replay.state.watch(() => {
        write(hold, words.say(isPaused() ? 'guide-replay-go-on' : 'guide-replay-hold'))
        look()
      }),
      () => clearInterval(timer),
    ])
  }
  return { element, stop: stopAll([() => stopOne(), stop]) }
}
