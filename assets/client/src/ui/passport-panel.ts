/** The passport: days, stamps and badges, what is stored and on what terms; a panel, or a dialog. */
import './passport.css'
import type { Api, Result, Visitor } from '../api'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { EXPORT, look, type PassportRecord } from '../passport-record'
import { forgetPreferences } from '../preferences'
import { fill, freshId, h, icon, keepingFocus } from './dom'
import { ICONS } from './icons'
import { showOver } from './over-page'
import type { PanelParts } from './panels'
import { keptPart, section, visitsPart } from './passport-sections'
import { bringPart, button, devicesPart, type WaysParts } from './passport-ways'
import type { Panel } from './sheet'

interface BookParts {
  readonly words: Words
  readonly text: Words
  readonly api: Api
  /** Go to the shelf of badges and the book of stamps. */
  readonly toBadges: () => void
  /** The visitor agreed to be remembered, or no longer does. */
  readonly agreed: (remembered: boolean) => void
  readonly erase: () => Promise<Refusal | null>
}

/** The panel in the town. */
export async function make(parts: PanelParts): Promise<Panel> {
  const { words, api } = parts
  const text = await loadFeatureWords('passport', words.language)
  const book = new PassportBook({
    words,
    text,
    api,
    toBadges: () => parts.open('badges'),
    agreed: (remembered) => {
      // Whoever watches the preferences keeps them for those who are remembered.
      if (remembered) parts.preferences.set({ ...parts.preferences.get() })
      else forgetPreferences()
    },
    erase: async () => {
      const erased = await api.erase()
      if (!erased.ok && erased.refusal.code !== 'not-signed-in') return erased.refusal
      forgetPreferences()
      parts.leave()
      return null
    },
  })
  void book.renew()
  return { title: text.say('passport-title'), body: book.element, stop: () => undefined }
}

export interface PassportParts {
  readonly words: Words
  readonly api: Api
  /** Gets the focus back. */
  readonly opener: HTMLElement
  /** Erase everything and begin anew. */
  readonly erase: () => Promise<Refusal | null>
  /** Whether somebody is remembered has changed: the page below says so. */
  readonly changed: () => void
}

/** Open the passport over the first page; rejects when its sentences cannot be fetched. */
export async function openPassport(parts: PassportParts): Promise<void> {
  const { words, api, opener, changed } = parts
  const text = await loadFeatureWords('passport', words.language)
  const id = freshId('passport')
  let isChanged = false
  const book = new PassportBook({
    words,
    text,
    api,
    toBadges: () => {
      dialog.close()
      document.getElementById('badges')?.scrollIntoView()
    },
    agreed: (remembered) => {
      isChanged = true
      if (!remembered) forgetPreferences()
    },
    erase: async () => {
      const refusal = await parts.erase()
      if (refusal === null) dialog.close()
      return refusal
    },
  })
  const dialog = h(
    'dialog',
    { class: 'passport', 'aria-labelledby': id, testid: 'passport' },
    h(
      'div',
      { class: 'passport-head' },
      h('h2', { id, tabindex: '-1' }, text.say('passport-title')),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.say('town-close'),
          testid: 'passport-close',
          on: { click: () => dialog.close() },
        },
        icon(ICONS.close),
      ),
    ),
    book.element,
  )
  showOver(dialog, { opener, closed: () => isChanged && changed() })
  dialog.querySelector('h2')?.focus()
  await book.renew()
}

class PassportBook {
  private readonly body = h('div', {})
  private readonly status = h('p', { class: 'passport-status', role: 'status', testid: 'passport-status' })
  private readonly fault = h('p', { class: 'fault', role: 'alert', testid: 'passport-fault' })
  readonly element = h('div', { class: 'passport-book' }, this.status, this.fault, this.body)

  constructor(private readonly parts: BookParts) {
    fill(this.body, h('p', { class: 'quiet' }, parts.words.say('town-loading')))
  }

  /** Ask the town, and show the page as things are now. */
  async renew(): Promise<void> {
    const [passport, record] = await Promise.all([this.parts.api.passport(), look(this.parts.api)])
    const visitor = passport.ok ? passport.value : null
    if (visitor !== null && record.ok) {
      keepingFocus(() => fill(this.body, ...this.pages(visitor, record.value)))
      this.element.dataset['ready'] = ''
    } else {
      fill(this.body, h('p', { role: 'alert' }, this.parts.text.say('passport-failed')))
    }
  }

  private pages(visitor: Visitor, record: PassportRecord): HTMLElement[] {
    const { text, words, toBadges } = this.parts
    const ways: WaysParts = {
      ...this.parts,
      record,
      remembered: visitor.remembered,
      act: (step, done) => void this.act(step, done),
      tell: (key) => this.tell(key),
      went: (answer) => this.went(answer),
    }
    return [
      visitsPart(this.parts, record.visits),
      h(
        'p',
        { class: 'passport-counts' },
        h('span', { testid: 'passport-stamps' }, text.say('passport-stamps', { count: visitor.stamps.length })),
        ' · ',
        h('span', { testid: 'passport-badges' }, text.say('passport-badges', { count: visitor.badges.length })),
        button(text.say('passport-see'), 'passport-see', toBadges),
      ),
      this.consent(visitor.remembered),
      ...(visitor.remembered ? [devicesPart(ways)] : []),
      bringPart(ways),
      keptPart(this.parts, record.kept),
      h(
        'p',
        { class: 'passport-links' },
        h(
          'a',
          { href: EXPORT, download: '', class: 'button quiet-button', testid: 'passport-export' },
          text.say('passport-export'),
        ),
        h('a', { href: `/privacy?lang=${words.language}`, target: '_blank' }, `${words.say('town-privacy')} ${words.say('town-new-tab')}`),
      ),
      this.eraser(),
    ]
  }

  private consent(remembered: boolean): HTMLElement {
    const { text, api, agreed } = this.parts
    const name = remembered ? 'disagree' : 'agree'
    const change = async (): Promise<void> => {
      const answer = await api.agree(!remembered)
      if (!this.went(answer) || !answer.ok) return
      agreed(answer.value.remembered)
      await this.renew()
      this.tell(`passport-${name}-done`)
    }
    return section(
      text.say('passport-agreed'),
      h(
        'p',
        { testid: 'passport-agreed' },
        text.say(remembered ? 'passport-agreed-yes' : 'passport-agreed-no'),
      ),
      remembered
        ? h(
            'details',
            { class: 'fold', testid: 'disagree-fold' },
            h('summary', {}, text.say('passport-disagree')),
            h('p', {}, text.say('passport-disagree-about')),
            h(
              'div',
              { class: 'acts' },
              button(text.say('passport-disagree-go'), 'disagree', () => void change()),
            ),
          )
        : h(
            'div',
            {},
            h('p', { class: 'small' }, text.say('passport-agree-about')),
            h(
              'div',
              { class: 'acts' },
              button(text.say('passport-agree'), 'agree', () => void change()),
            ),
          ),
    )
  }

  private eraser(): HTMLElement {
    const { text, words, erase } = this.parts
    const go = async (): Promise<void> => {
      const refusal = await erase()
      if (refusal !== null) fill(this.fault, words.why(refusal))
    }
    return h(
      'details',
      { class: 'fold passport-part', testid: 'erase-fold' },
      h('summary', {}, text.say('passport-erase')),
      h('p', {}, words.say('town-erase-about')),
      h('p', {}, text.say('passport-erase-stays')),
      h(
        'div',
        { class: 'acts' },
        button(words.say('town-erase-confirm'), 'passport-erase', () => void go()),
      ),
    )
  }

  private async act(step: () => Promise<Result<unknown>>, done: string): Promise<void> {
    if (!this.went(await step())) return
    await this.renew()
    this.tell(done)
  }

  private went(answer: Result<unknown>): boolean {
    fill(this.status)
    fill(this.fault, answer.ok ? null : this.parts.words.why(answer.refusal))
    if (!answer.ok) this.fault.scrollIntoView({ block: 'nearest' })
    return answer.ok
  }

  private tell(key: string): void {
    fill(this.fault)
    fill(this.status, this.parts.text.say(key))
    this.status.scrollIntoView({ block: 'nearest' })
  }
}
