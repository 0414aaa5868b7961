/** How to move, by what this device has; shown until it is put away, once in a visit. */
import type { Cell, Stop } from '../cell'
import type { Words } from '../i18n/words'
import { h } from './dom'

/** The card, and the stop of its watching. */
export function helpCard(
  words: Words,
  isHelped: Cell<boolean>,
): { element: HTMLElement; stop: Stop } {
  const isTouch = matchMedia('(pointer: coarse)').matches
  const element = h(
    'div',
    { class: 'help', testid: 'help' },
    h('p', {}, words.say(isTouch ? 'town-help-touch' : 'town-help-keys')),
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        testid: 'help-done',
        on: { click: () => isHelped.set(true) },
      },
      words.say('town-help-done'),
    ),
  )
  const stop = isHelped.watch((helped) => {
    element.hidden = helped
  })
  return { element, stop }
}
