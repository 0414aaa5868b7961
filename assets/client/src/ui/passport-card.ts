/** The passport of someone who comes back: days, badges, and everything one may change or erase. */
import type { Api, Visitor } from '../api'
import { cell, type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { badgeShelf } from './badge-shelf'
import { dialogEntry } from './dialog-entry'
import { fill, h } from './dom'
import type { Voice } from './live'
import { type Draft, passportForm, submitButton } from './passport-form'
import type { PlaceName } from './place-name'
import { closedBook } from './stamp-book'
import { walletEntry } from './wallet-entry'
import { wordEntry } from './word-entry'

export interface PassportCardParts {
  readonly words: Words
  readonly voice: Voice
  readonly api: Api
  /** The event of the link one came by, which may have a word. */
  readonly slug: string | null
  readonly placeName: PlaceName
  readonly visitor: Visitor
  readonly draft: Draft
  /** The buttons that lead in, and what is to be said about them. */
  readonly ways: { readonly buttons: readonly HTMLButtonElement[]; readonly about: HTMLElement }
  /** Resolves to a refusal to show, or null when one is in. */
  readonly enter: (button: string) => Promise<Refusal | null>
  readonly save: () => Promise<Refusal | null>
  readonly erase: () => Promise<Refusal | null>
  /** Who is here, and on what terms, may have changed: show the page anew. */
  readonly renew: () => void
}

/** The card, and the stop of its watching. */
export function passportCard(parts: PassportCardParts): { element: HTMLElement; stop: Stop } {
  const { words, visitor, api, slug } = parts
  const badges = cell(visitor.badges)
  const shelf = badgeShelf({ words, placeName: parts.placeName, badges })
  const book = closedBook({ words, placeName: parts.placeName, stamps: cell(visitor.stamps) })
  const days = visitor.visit_days.length
  const element = h(
    'section',
    { class: 'card', 'aria-labelledby': 'entry-title', testid: 'returner' },
    h('h2', { id: 'entry-title' }, words.say('town-returning', { name: visitor.nickname })),
    h('p', { class: 'days', testid: 'visit-days' }, words.say('town-returning-days', { days })),
    !visitor.remembered &&
      h('p', { class: 'small quiet' }, words.say('town-returning-not-remembered')),
    entering(parts),
    h('h3', { id: 'badges' }, words.say('town-badges-title')),
    shelf.element,
    slug !== null &&
      wordEntry({
        words,
        api,
        slug,
        received: (badge) =>
          badges.set([badge, ...badges.get().filter(({ id }) => id !== badge.id)]),
      }),
    book.element,
    walletEntry(words, api),
    dialogEntry(words, {
      label: words.say('town-passport-open'),
      testid: 'passport-open',
      open: async (opener) => {
        const { openPassport } = await import('./passport-panel')
        await openPassport({ words, api, opener, erase: parts.erase, changed: parts.renew })
      },
    }),
    h(
      'details',
      { class: 'fold', testid: 'passport-change' },
      h('summary', {}, words.say('town-passport-change')),
      changing(parts),
    ),
    eraser(parts),
  )
  return { element, stop: stopAll([shelf.stop, book.stop]) }
}

function entering({ words, ways, enter }: PassportCardParts): HTMLElement {
  const fault = h('p', { class: 'fault', role: 'alert' })
  const form = h('form', { class: 'acts' }, ...ways.buttons)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
    void enter(pressed).then((refusal) => {
      fill(fault, refusal === null ? null : words.why(refusal))
    })
  })
  return h('div', {}, form, ways.about, fault)
}

function changing({ words, voice, draft, save }: PassportCardParts): HTMLElement {
  return passportForm({
    words,
    draft,
    asksToRemember: false,
    buttons: [
      submitButton('save', 'quiet', { testid: 'passport-save' }, words.say('town-passport-save')),
    ],
    submit: async () => {
      const refusal = await save()
      if (refusal === null) voice.say(words.say('town-passport-saved'))
      return refusal
    },
  })
}

/** Erasing everything, asked once more before it is done. */
function eraser({ words, erase }: Pick<PassportCardParts, 'words' | 'erase'>): HTMLElement {
  const fault = h('p', { class: 'fault', role: 'alert' })
  const dialog = h(
    'dialog',
    { class: 'card', 'aria-labelledby': 'erase-title', 'aria-describedby': 'erase-about' },
    h('h2', { id: 'erase-title' }, words.say('town-erase-title')),
    h('p', { id: 'erase-about' }, words.say('town-erase-about')),
    fault,
    h(
      'div',
      { class: 'acts' },
      h(
        'button',
        {
          type: 'button',
          class: 'button quiet-button',
          testid: 'erase-cancel',
          on: { click: () => dialog.close() },
        },
        words.say('town-cancel'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          testid: 'erase-confirm',
          on: {
            click: () =>
              void erase().then((refusal) => {
                if (refusal === null) dialog.close()
                else fill(fault, words.why(refusal))
              }),
          },
        },
        words.say('town-erase-confirm'),
      ),
    ),
  )
  const opener = h(
    'button',
    {
      type: 'button',
      class: 'plain-button',
      testid: 'erase',
      on: { click: () => dialog.showModal() },
    },
    words.say('town-passport-erase'),
  )
  return h('div', {}, opener, dialog)
}
