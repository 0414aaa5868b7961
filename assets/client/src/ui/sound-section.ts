/** The button of the town's sounds, and in words what there is to be heard. */
import { cell, type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import { momentAt } from '../nature/moment'
import { heardAt, named } from '../sound/heard'
import { player } from '../sound/player'
import type { Visit } from '../visit'
import { h, write } from './dom'
import type { Voice } from './live'
import { joined } from './nature-words'

export interface SoundParts {
  /** The sentences of tide and sky (nature.ftl). */
  readonly words: Words
  readonly visit: Visit
  readonly voice: Voice
}

/** Milliseconds between two looks at what is heard. */
const LOOK_MS = 2000

/** The section; the sounds themselves go on when it is closed. */
export function soundSection({ words, visit, voice }: SoundParts): {
  element: HTMLElement
  stop: Stop
} {
  const heard = h('p', { testid: 'sounds-heard' })
  const failed = cell(false)
  const fault = h('p', { class: 'fault', role: 'alert', hidden: true })
  const button = h('button', {
    type: 'button',
    class: 'quiet-button',
    testid: 'sound',
    on: { click: () => void toggle() },
  })
  const toggle = async (): Promise<void> => {
    if (player.isOn.get()) player.stop()
    else {
      const ear = () => (visit.link.get().kind === 'gone' ? null : visit.journey.pose())
      failed.set(!(await player.start(ear, momentAt)))
    }
  }
  const look = (): void => {
    const pose = visit.journey.pose()
    if (pose === null) return
    const names = named(heardAt(pose, momentAt(Date.now()))).map((sound) =>
      words.say(`nature-sound-${sound}`),
    )
    write(
      heard,
      names.length === 0
        ? words.say('nature-sound-quiet')
        : words.say('nature-sound-hear', { sounds: joined(words, names) }),
    )
  }
  look()
  const timer = setInterval(look, LOOK_MS)
  let said = player.isOn.get()
  const stop = stopAll([
    () => clearInterval(timer),
    player.isOn.watch((isOn) => {
      const label = words.say(isOn ? 'nature-sound-off' : 'nature-sound-on')
      write(button, label)
      button.setAttribute('aria-pressed', String(isOn))
      if (isOn !== said) voice.say(heard.textContent ?? '')
      said = isOn
    }),
    failed.watch((isFailed) => {
      fault.hidden = !isFailed
      write(fault, isFailed ? words.say('nature-sound-failed') : '')
    }),
  ])
  return {
    element: h(
      'section',
      { class: 'nature' },
      h('h3', {}, words.say('nature-sound-heading')),
      heard,
      button,
      fault,
      h('p', { class: 'quiet small' }, words.say('nature-sound-about')),
    ),
    stop,
  }
}
