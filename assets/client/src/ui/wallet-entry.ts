/** The way to the wallet page: one button; everything behind it is fetched when it is pressed. */
import type { Asking } from '../api'
import type { Words } from '../i18n/words'
import { h, write } from './dom'
import { opensOnce } from './over-page'

/** A button below the badges, with room for what opens. */
export function walletEntry(words: Words, api: Asking): HTMLElement {
  const fault = h('p', { class: 'fault', role: 'alert' })
  const open = opensOnce(
    async () => (await import('./wallet-panel')).openWallet({ words, api, opener: button }),
    (failed) => write(fault, failed ? words.say('error-unavailable') : ''),
  )
  const button: HTMLButtonElement = h(
    'button',
    {
      type: 'button',
      class: 'plain-button',
      'aria-haspopup': 'dialog',
      testid: 'wallet-open',
      on: { click: () => void open() },
    },
    words.say('town-wallet-open'),
  )
  return h('div', {}, button, fault)
}
