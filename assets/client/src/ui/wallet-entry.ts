/** The way to the wallet page: one button below the badges. */
import type { Asking } from '../api'
import type { Words } from '../i18n/words'
import { dialogEntry } from './dialog-entry'

/** A button below the badges, with room for what opens. */
export function walletEntry(words: Words, api: Asking): HTMLElement {
  return dialogEntry(words, {
    label: words.say('town-wallet-open'),
    testid: 'wallet-open',
    open: async (opener) => (await import('./wallet-panel')).openWallet({ words, api, opener }),
  })
}
