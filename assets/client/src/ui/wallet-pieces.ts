/** What the wallet page is built of: sentences, buttons, an address, a choice of wallets. */
import type { Words } from '../i18n/words'
import { h } from './dom'
import { type FoundWallet, shortAddress } from './wallet-found'

export interface Pieces {
  /** One button for each wallet. */
  choices(wallets: readonly FoundWallet[], act: (wallet: FoundWallet) => void): HTMLElement
  address(wallet: string): HTMLElement
  paragraph(key: string, kind?: string): HTMLElement
  button(key: string, kind: 'main' | 'quiet', testid: string, act: () => void): HTMLButtonElement
}

/** Pieces whose sentences are of this language. */
export function pieces(text: Words): Pieces {
  return {
    choices(
      wallets: readonly FoundWallet[],
      act: (wallet: FoundWallet) => void,
    ): HTMLElement {
      return h(
        'ul',
        { class: 'wallet-choices' },
        ...wallets.map((wallet) =>
          h(
            'li',
            {},
            h(
              'button',
              {
                type: 'button',
                class: 'button quiet-button',
                testid: 'wallet-choice',
                on: { click: () => act(wallet) },
              },
              wallet.icon !== null && h('img', { src: wallet.icon, alt: '', width: 24, height: 24 }),
              h('span', {}, wallet.name || text.say('wallet-unnamed')),
            ),
          ),
        ),
      )
    },

    address(wallet: string): HTMLElement {
      return h(
        'p',
        { class: 'wallet-address' },
        h('span', { class: 'small quiet' }, text.say('wallet-yours')),
        h('code', { title: wallet, testid: 'wallet-address' }, shortAddress(wallet)),
      )
    },

    paragraph(key: string, kind?: string): HTMLElement {
      return h('p', { ...(kind !== undefined && { class: kind }) }, text.say(key))
    },

    button(
      key: string,
      kind: 'main' | 'quiet',
      testid: string,
      act: () => void,
    ): HTMLButtonElement {
      return h(
        'button',
        {
          type: 'button',
          class: kind === 'main' ? 'button' : 'button quiet-button',
          testid,
          on: { click: act },
        },
        text.say(key),
      )
    },
  }
}
