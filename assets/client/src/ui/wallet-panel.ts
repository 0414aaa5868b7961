/** The wallet page: where one's badges are, and the steps to a wallet of one's own; a dialog. */
import './wallet.css'
import type { Asking } from '../api'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { fill, freshId, h } from './dom'
import { showOver } from './over-page'
import { findWallets, type FoundWallet, shortAddress } from './wallet-found'
import { type Pieces, pieces } from './wallet-pieces'
import { link, look, move, type Outcome, type Tell, unlink, type WalletState } from './wallet-steps'

export interface WalletParts {
  readonly words: Words
  readonly api: Asking
  /** Gets the focus back. */
  readonly opener: HTMLElement
}

/** Milliseconds between two looks at badges that are on their way. */
const LOOK_MS = 3_000

/** Open the page; it is gone when it is closed. Rejects when its sentences cannot be fetched. */
export async function openWallet({ words, api, opener }: WalletParts): Promise<void> {
  const say = await loadFeatureWords('wallet', words.language)
  const page = new WalletPage(words, say, api)
  showOver(page.dialog, { opener, closed: () => page.stop() })
  void page.look()
}

type View = readonly (HTMLElement | string | null | false)[]

class WalletPage {
  readonly dialog: HTMLDialogElement
  private readonly body = h('div', { class: 'wallet-body' })
  private readonly status = h('p', { class: 'wallet-status', role: 'status', testid: 'wallet-status' })
  private readonly fault = h('p', { class: 'fault', role: 'alert', testid: 'wallet-fault' })
  private readonly title: HTMLElement
  private readonly make: Pieces
  private state: WalletState = { chain: null, link: null, move: null }
  /** Grows with every step; what an older step still answers is not listened to any more. */
  private step = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly words: Words,
    private readonly text: Words,
    private readonly api: Asking,
  ) {
    const id = freshId('wallet')
    this.make = pieces(text)
    this.title = h('h2', { id, tabindex: '-1' }, text.say('wallet-title'))
    this.dialog = h(
      'dialog',
      { class: 'card wallet', 'aria-labelledby': id, testid: 'wallet' },
      this.title,
      this.status,
      this.body,
      this.fault,
      h(
        'p',
        { class: 'wallet-foot' },
        this.make.button('wallet-close', 'quiet', 'wallet-close', () => this.dialog.close()),
      ),
    )
  }

  stop(): void {
    this.step += 1
    clearTimeout(this.timer)
  }

  /** Ask the town how things stand, and show it. */
  async look(): Promise<void> {
    const step = this.begin('wallet-loading')
    const answer = await look(this.api)
    if (step !== this.step) return
    if (answer.ok) this.show(answer.value)
    else this.fail(answer.refusal)
  }

  private begin(key: string): number {
    this.stop()
    fill(this.fault)
    fill(this.status, this.text.say(key))
    return this.step
  }

  private show(state: WalletState): void {
    this.state = state
    fill(this.status)
    const { link: linked, move: moving } = state
    if (state.chain === null) this.view(this.make.paragraph('wallet-no-chain'))
    else if (linked === null) void this.showStart()
    else if (moving === null) this.showPrivate()
    else if (moving.state === 'moved') this.showMoved(linked.wallet)
    else if (moving.state === 'refused') this.showRefused(moving.why ?? 'other')
    else this.showMoving(linked.wallet)
  }

  private async showStart(): Promise<void> {
    const step = this.begin('wallet-looking')
    const wallets = await findWallets()
    if (step !== this.step) return
    fill(this.status)
    this.view(
      this.make.paragraph('wallet-about'),
      this.make.paragraph('wallet-safe', 'small quiet'),
      ...(wallets.length === 0
        ? [
            this.make.paragraph('wallet-none', 'wallet-note'),
            this.make.button('wallet-look-again', 'quiet', 'wallet-again', () => void this.showStart()),
          ]
        : [
            h('h3', {}, this.text.say('wallet-choose')),
            this.make.choices(wallets, (wallet) => this.run((tell) => link(this.api, wallet, tell))),
          ]),
    )
  }

  private showPrivate(): void {
    this.view(
      this.make.address(this.state.link?.wallet ?? ''),
      this.make.paragraph('wallet-private'),
      h(
        'div',
        { class: 'acts' },
        this.make.button('wallet-move', 'main', 'wallet-move', () => this.showConsent()),
        this.make.button('wallet-unlink', 'quiet', 'wallet-unlink', () => void this.unlink()),
      ),
    )
  }

  private showConsent(): void {
    const chain = this.state.chain
    const id = freshId('consent')
    const agreed = h('input', { type: 'checkbox', id, testid: 'wallet-agree' })
    const fault = h('p', { class: 'fault', role: 'alert' })
    const go = (): void => {
      if (agreed.checked) void this.chooseAndMove()
      else {
        fill(fault, this.text.say('wallet-agree-first'))
        agreed.focus()
      }
    }
    this.view(
      h('h3', {}, this.text.say('wallet-consent-title')),
      h(
        'ul',
        { class: 'wallet-points' },
        ...['wallet-consent-public', 'wallet-consent-forever', 'wallet-consent-later'].map((key) =>
          h('li', {}, this.text.say(key)),
        ),
      ),
      chain?.is_own === true && this.make.paragraph('wallet-own-chain', 'wallet-note'),
      h(
        'p',
        { class: 'check' },
        agreed,
        h('label', { for: id }, this.text.say('wallet-agree')),
      ),
      fault,
      h(
        'div',
        { class: 'acts' },
        this.make.button('wallet-back', 'quiet', 'wallet-back', () => this.show(this.state)),
        this.make.button('wallet-move-now', 'main', 'wallet-move-now', go),
      ),
    )
  }

  private async chooseAndMove(): Promise<void> {
    const { chain, link: linked } = this.state
    if (chain === null || linked === null) return
    const step = this.begin('wallet-looking')
    const wallets = await findWallets()
    if (step !== this.step) return
    fill(this.status)
    const go = (wallet: FoundWallet): void =>
      this.run((tell) => move(this.api, wallet, { chain, link: linked }, tell))
    const [first] = wallets
    if (first === undefined) this.say('wallet-none')
    else if (wallets.length === 1) go(first)
    else
      this.view(
        h('h3', {}, this.text.say('wallet-choose')),
        this.make.address(linked.wallet),
        this.make.choices(wallets, go),
        this.make.button('wallet-back', 'quiet', 'wallet-back', () => this.show(this.state)),
      )
  }

  private showMoving(wallet: string): void {
    this.view(this.make.address(wallet), this.make.paragraph('wallet-moving-about'))
    fill(this.status, this.text.say('wallet-moving'))
    this.timer = setTimeout(() => void this.lookAgain(), LOOK_MS)
  }

  /** Look without a word: only a change is worth telling. */
  private async lookAgain(): Promise<void> {
    const step = this.step
    const answer = await look(this.api)
    if (step !== this.step) return
    if (answer.ok && answer.value.move?.state !== 'moving') this.show(answer.value)
    else this.timer = setTimeout(() => void this.lookAgain(), LOOK_MS)
  }

  private showMoved(wallet: string): void {
    this.view(
      this.make.address(wallet),
      this.make.paragraph('wallet-moved-about'),
      h(
        'p',
        {},
        h(
          'a',
          {
            href: `/proof/${wallet}?lang=${this.words.language}`,
            target: '_blank',
            testid: 'wallet-proof',
          },
          `${this.text.say('wallet-proof')} ${this.words.say('town-new-tab')}`,
        ),
      ),
    )
    fill(this.status, this.text.say('wallet-moved'))
  }

  private showRefused(why: string): void {
    this.view(
      this.make.address(this.state.link?.wallet ?? ''),
      this.make.paragraph(`wallet-chain-${why}`, 'wallet-note'),
      why !== 'other' &&
        h(
          'div',
          { class: 'acts' },
          this.make.button('wallet-sign-again', 'main', 'wallet-sign-again', () => this.showConsent()),
        ),
    )
    fill(this.status, this.text.say('wallet-stopped'))
  }

  private showElsewhere(confirm: () => Promise<Outcome>): void {
    this.view(
      h('h3', {}, this.text.say('wallet-elsewhere-title')),
      this.make.paragraph('wallet-elsewhere'),
      h(
        'div',
        { class: 'acts' },
        this.make.button('wallet-cancel', 'quiet', 'wallet-cancel', () => this.show(this.state)),
        this.make.button('wallet-merge', 'main', 'wallet-merge', () => this.run(() => confirm())),
      ),
    )
  }

  /** Do one step; it may be cancelled at any time, and neither asks nor is listened to after that. */
  private run(act: (tell: Tell) => Promise<Outcome>): void {
    const step = this.begin('wallet-checking')
    const tell: Tell = (key) => {
      if (step !== this.step) return false
      fill(this.status, this.text.say(key))
      return true
    }
    this.view(
      this.make.paragraph('wallet-look-there'),
      h(
        'div',
        { class: 'acts' },
        this.make.button('wallet-cancel', 'quiet', 'wallet-cancel', () => void this.look()),
      ),
    )
    void act(tell).then((outcome) => {
      if (step === this.step) this.end(outcome)
    })
  }

  private end(outcome: Outcome): void {
    switch (outcome.kind) {
      case 'done':
        this.show(outcome.state)
        break
      case 'elsewhere':
        fill(this.status)
        this.showElsewhere(outcome.confirm)
        break
      case 'refused':
        this.show(this.state)
        this.fail(outcome.refusal)
        break
      case 'unwilling':
        this.show(this.state)
        this.say(outcome.key)
        break
      case 'cancelled':
        break
      default:
        outcome satisfies never
    }
  }

  private async unlink(): Promise<void> {
    const step = this.begin('wallet-checking')
    const answer = await unlink(this.api)
    if (step !== this.step) return
    if (!answer.ok) {
      this.show(this.state)
      this.fail(answer.refusal)
      return
    }
    await this.look()
  }

  private fail(refusal: Refusal): void {
    fill(this.status)
    fill(this.fault, this.words.why(refusal))
  }

  private say(key: string): void {
    fill(this.status)
    const wallet = shortAddress(this.state.link?.wallet ?? '')
    fill(this.fault, this.text.say(key, { wallet }))
  }

  private view(...parts: View): void {
    fill(this.body, ...parts)
    // What was pressed is gone; the reader begins anew at the top.
    if (this.dialog.open) this.title.focus()
  }
}
