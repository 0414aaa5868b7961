/** A button that opens a dialog whose code and sentences are fetched when it is pressed. */
import type { Words } from '../i18n/words'
import { h, write } from './dom'
import { opensOnce } from './over-page'

/** The button, with room for the word that what it opens could not be fetched. */
export function dialogEntry(
  words: Words,
  entry: {
    readonly label: string
    readonly testid: string
    readonly open: (opener: HTMLElement) => Promise<void>
  },
): HTMLElement {
  const fault = h('p', { class: 'fault', role: 'alert' })
  const open = opensOnce(
    () => entry.open(button),
    (failed) => write(fault, failed ? words.say('error-unavailable') : ''),
  )
  const button: HTMLButtonElement = h(
    'button',
    {
      type: 'button',
      class: 'plain-button',
      'aria-haspopup': 'dialog',
      testid: entry.testid,
      on: { click: () => void open() },
    },
    entry.label,
  )
  return h('div', {}, button, fault)
}
