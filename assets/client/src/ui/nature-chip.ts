/** One line under the place: how the sea stands and when it turns; it opens tide and sky. */
import './nature.css'
import type { Stop } from '../cell'
import type { Words } from '../i18n/words'
import { h, icon, write } from './dom'
import { ICONS } from './icons'
import { seaWords } from './nature-words'

/** Milliseconds between two looks at the clock. */
const LOOK_MS = 30_000

/** The chip; `words` are those of tide and sky (nature.ftl). */
export function makeNatureChip(
  words: Words,
  open: (opener: HTMLElement) => void,
): { element: HTMLElement; stop: Stop } {
  const text = h('span')
  const button: HTMLButtonElement = h(
    'button',
    {
      type: 'button',
      class: 'nature-chip',
      testid: 'nature-chip',
      on: { click: () => open(button) },
    },
    icon(ICONS.waves),
    h('span', { class: 'unseen' }, `${words.say('nature-title')}: `),
    text,
  )
  const show = (): void => {
    write(text, seaWords(words, Date.now()).chip)
  }
  show()
  const timer = setInterval(show, LOOK_MS)
  return { element: button, stop: () => clearInterval(timer) }
}
