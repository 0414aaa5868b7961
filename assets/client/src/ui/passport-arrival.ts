/** Bringing a passport to this browser: by a code, a link with one, or a passkey; a dialog. */
import './passport.css'
import type { Asking } from '../api'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { knowsPasskeys } from '../passkey'
import {
  arriveByCode,
  arriveByPasskey,
  type Arrived,
  type Attempt,
  attemptOf,
  look,
  newCode,
  type Step,
} from '../passport-record'
import { fill, freshId, h, icon, write } from './dom'
import { ICONS } from './icons'
import { showOver } from './over-page'
import { paperCode } from './passport-code'
import { button } from './passport-ways'

export interface ArrivalParts {
  readonly words: Words
  readonly api: Asking
  /** Gets the focus back. */
  readonly opener: HTMLElement
  /** The code of the link one came by. */
  readonly code: string | null
  /** Somebody has come: the page below is another's now. */
  readonly arrived: () => void
}

/** Open the dialog; rejects when its sentences cannot be fetched. */
export async function openArrival(parts: ArrivalParts): Promise<void> {
  const text = await loadFeatureWords('passport', parts.words.language)
  const page = new ArrivalPage(parts, text)
  showOver(page.dialog, { opener: parts.opener, closed: () => page.closed() })
  page.opened()
}

class ArrivalPage {
  readonly dialog: HTMLDialogElement
  private readonly title: HTMLElement
  private readonly body = h('div', { class: 'passport-book' })
  private readonly fault = h('p', { class: 'fault', role: 'alert', testid: 'arrival-fault' })
  private readonly input: HTMLInputElement
  private attempt: Attempt | null = null
  private isBusy = false
  private hasArrived = false

  constructor(
    private readonly parts: ArrivalParts,
    private readonly text: Words,
  ) {
    const id = freshId('arrival')
    this.title = h('h2', { id, tabindex: '-1' }, text.say('passport-arrive'))
    this.input = h('input', {
      type: 'text',
      id: freshId('code'),
      class: 'passport-input',
      value: parts.code ?? '',
      maxlength: 40,
      autocomplete: 'one-time-code',
      autocapitalize: 'characters',
      spellcheck: 'false',
      testid: 'arrival-code',
    })
    this.dialog = h(
      'dialog',
      { class: 'passport', 'aria-labelledby': id, testid: 'arrival' },
      h(
        'div',
        { class: 'passport-head' },
        this.title,
        h(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': parts.words.say('town-close'),
            testid: 'arrival-close',
            on: { click: () => this.dialog.close() },
          },
          icon(ICONS.close),
        ),
      ),
      this.body,
    )
    this.ask()
  }

  opened(): void {
    if (this.parts.code === null) this.input.focus()
    else this.title.focus()
  }

  closed(): void {
    if (this.hasArrived) this.parts.arrived()
  }

  private ask(): void {
    const { text, parts } = this
    const hint = freshId('hint')
    const wrong = freshId('fault')
    this.fault.id = wrong
    this.input.setAttribute('aria-describedby', `${hint} ${wrong}`)
    const form = h(
      'form',
      { novalidate: true },
      h('p', {}, text.say(parts.code === null ? 'passport-arrive-about' : 'passport-arrive-link')),
      h('label', { for: this.input.id, class: 'field-label' }, text.say('passport-arrive-code')),
      h('p', { class: 'small quiet', id: hint }, text.say('passport-arrive-hint')),
      this.input,
      this.fault,
      h(
        'div',
        { class: 'acts' },
        h(
          'button',
          { type: 'submit', class: 'button', testid: 'arrival-go' },
          text.say('passport-arrive-go'),
        ),
        knowsPasskeys() &&
          parts.code === null &&
          button(text.say('passport-arrive-passkey'), 'arrival-passkey', () => {
            void this.step((instead) => arriveByPasskey(parts.api, instead), false)
          }),
      ),
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.useCode()
    })
    fill(this.body, form)
  }

  private useCode(): void {
    const code = this.input.value.trim()
    if (code === '') {
      write(this.fault, this.text.say('passport-arrive-missing'))
      this.input.focus()
      return
    }
    const attempt = attemptOf(code, this.attempt)
    this.attempt = attempt
    void this.step((instead) => arriveByCode(this.parts.api, attempt, instead), true)
  }

  /** One try at a time; `typed` codes are replaced, since they are used up. */
  private async step(
    act: (instead: boolean) => Promise<Step<Arrived>>,
    typed: boolean,
    instead = false,
  ): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    write(this.fault, '')
    const answer = await act(instead)
    this.isBusy = false
    if (answer.ok === null) {
      write(this.fault, answer.why === 'cancelled' ? '' : this.text.say('passport-arrive-failed'))
    } else if (answer.ok) await this.welcome(answer.value, typed)
    else this.refuse(answer.refusal, () => void this.step(act, typed, true))
  }

  private refuse(refusal: Refusal, anyway: () => void): void {
    if (refusal.details['rule'] !== 'other-passport') {
      write(this.fault, this.parts.words.why(refusal))
      return
    }
    fill(
      this.body,
      h('p', { role: 'alert' }, this.parts.words.why(refusal)),
      h('p', {}, this.text.say('passport-arrive-instead-about')),
      this.fault,
      h(
        'div',
        { class: 'acts' },
        button(this.parts.words.say('town-cancel'), 'arrival-cancel', () => this.dialog.close()),
        button(this.text.say('passport-arrive-instead'), 'arrival-instead', anyway),
      ),
    )
    this.title.focus()
  }

  private async welcome({ visitor }: Arrived, typed: boolean): Promise<void> {
    this.hasArrived = true
    const close = h(
      'div',
      { class: 'acts' },
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          testid: 'arrival-done',
          on: { click: () => this.dialog.close() },
        },
        this.parts.words.say('town-close'),
      ),
    )
    const fresh = h('div', { role: 'status' })
    fill(
      this.body,
      h(
        'p',
        { role: 'status', testid: 'arrival-welcome' },
        this.text.say('passport-arrive-done', { name: visitor.nickname }),
      ),
      fresh,
      close,
    )
    this.title.focus()
    if (typed && this.parts.code === null) await this.replaceCode(fresh)
  }

  /** Who came by their code on paper has none any more; one that was for a phone left it alone. */
  private async replaceCode(fresh: HTMLElement): Promise<void> {
    const { words, api } = this.parts
    const record = await look(api)
    if (!record.ok || record.value.code_until !== null) return
    const code = await newCode(api, 'paper')
    if (!code.ok) return
    fill(
      fresh,
      h('p', {}, this.text.say('passport-arrive-fresh')),
      paperCode({ words, text: this.text }, code.value),
    )
  }
}
