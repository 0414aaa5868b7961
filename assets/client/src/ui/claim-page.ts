/** The page of a code: what badge it gives, one button, and what came of it. */
import type { Badge, Visitor } from '../api'
import type { Offer } from '../claims'
import type { Language } from '../i18n/language'
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { claimedBadge } from './claimed-badge'
import { codeForm } from './code-form'
import { type Child, h } from './dom'
import { type Draft, passportForm, submitButton } from './passport-form'
import type { PlaceName } from './place-name'
import { languagePicker } from './language-picker'

/** Where a claim stands. */
export type ClaimState =
  | { readonly kind: 'typing'; readonly refusal: Refusal | null }
  | { readonly kind: 'looking' }
  | { readonly kind: 'offered'; readonly offer: Offer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'received'
      readonly offer: Offer
      readonly badge: Badge
      readonly isNew: boolean
    }

export interface ClaimPageParts {
  readonly words: Words
  readonly placeName: PlaceName
  readonly visitor: Visitor | null
  readonly draft: Draft
  readonly state: ClaimState
  /** Look at a code that was typed in. */
  readonly look: (code: string) => Promise<void>
  /** Be given the badge, coming in first if one is new here; a refusal about one's name comes back. */
  readonly receive: () => Promise<Refusal | null>
  readonly again: () => void
  readonly speak: (language: Language) => void
}

export interface ClaimPage {
  readonly element: HTMLElement
  /** The heading takes the focus: the page has become another one. */
  opened(): void
  /** The badge of a received claim has another state. */
  show(badge: Badge): void
}

/** The page as it stands. */
export function makeClaimPage(parts: ClaimPageParts): ClaimPage {
  const { words, state } = parts
  const title = h('h1', { tabindex: '-1', testid: 'claim-title' }, words.say(headingOf(state)))
  const drawn = draw(parts)
  const element = h(
    'div',
    { class: 'claim' },
    h(
      'header',
      { class: 'claim-top' },
      h('a', { href: `/?lang=${words.language}`, class: 'claim-town' }, words.say('town-title')),
      languagePicker(words, parts.speak),
    ),
    h(
      'main',
      { class: 'card', testid: `claim-${state.kind}` },
      title,
      ...drawn.children,
    ),
    h('footer', { class: 'small quiet claim-foot' }, words.say('town-claim-foot')),
  )
  return { element, opened: () => title.focus(), show: drawn.show }
}

function headingOf(state: ClaimState): string {
  switch (state.kind) {
    case 'received':
      return state.isNew ? 'town-claim-got' : 'town-claim-had'
    case 'refused':
      return 'town-claim-refused'
    case 'typing':
    case 'looking':
    case 'offered':
      return 'town-claim-title'
    default:
      state satisfies never
      return 'town-claim-title'
  }
}

interface Drawn {
  readonly children: readonly Child[]
  readonly show: (badge: Badge) => void
}

const still = (...children: readonly Child[]): Drawn => ({ children, show: () => undefined })

function draw(parts: ClaimPageParts): Drawn {
  const { words, state } = parts
  switch (state.kind) {
    case 'looking':
      return still(h('p', { class: 'quiet', role: 'status' }, words.say('town-claim-looking')))
    case 'typing': {
      const form = codeForm(words, parts.look)
      if (state.refusal !== null) queueMicrotask(() => form.complain(words.why(state.refusal!)))
      return still(form.element)
    }
    case 'offered':
      return offered(parts, state.offer)
    case 'refused':
      return refused(parts, state.refusal)
    case 'received':
      return received(parts, state.offer, state.badge)
    default:
      state satisfies never
      return still()
  }
}

function offered(parts: ClaimPageParts, offer: Offer): Drawn {
  const { words } = parts
  const card = claimedBadge(words, parts.placeName, offer)
  const button = submitButton(
    'receive',
    'main',
    { testid: 'claim-receive' },
    words.say('town-claim-receive'),
  )
  return still(
    h('p', {}, words.say(`town-claim-lead-${offer.kind}`)),
    card.element,
    parts.visitor === null
      ? h(
          'section',
          { class: 'claim-arrival', 'aria-labelledby': 'arrival-title' },
          h('h2', { id: 'arrival-title' }, words.say('town-claim-newcomer')),
          passportForm({
            words,
            draft: parts.draft,
            asksToRemember: true,
            picksLook: false,
            buttons: [button],
            submit: parts.receive,
          }),
        )
      : receiving(parts, button),
  )
}

function receiving({ words, receive }: ClaimPageParts, button: HTMLButtonElement): HTMLElement {
  const fault = h('p', { class: 'fault', role: 'alert', testid: 'claim-fault' })
  const form = h('form', {}, h('div', { class: 'acts' }, button), fault)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (button.getAttribute('aria-disabled') === 'true') return
    button.setAttribute('aria-disabled', 'true')
    void receive().then((refusal) => {
      button.removeAttribute('aria-disabled')
      fault.textContent = refusal === null ? '' : words.why(refusal)
    })
  })
  return form
}

function refused(parts: ClaimPageParts, refusal: Refusal): Drawn {
  const { words } = parts
  const mayPass = refusal.retryable || refusal.details['rule'] === 'not-yet'
  return still(
    h('p', { role: 'alert', testid: 'claim-why' }, words.why(refusal)),
    h('p', { class: 'quiet' }, words.say('town-claim-ask')),
    h(
      'div',
      { class: 'acts' },
      mayPass &&
        h(
          'button',
          { type: 'button', class: 'button', testid: 'claim-again', on: { click: parts.again } },
          words.say('town-again'),
        ),
      town(words, mayPass ? 'button quiet-button' : 'button'),
    ),
    h(
      'details',
      { class: 'fold' },
      h('summary', {}, words.say('town-claim-type')),
      codeForm(words, parts.look).element,
    ),
  )
}

function received(parts: ClaimPageParts, offer: Offer, badge: Badge): Drawn {
  const { words } = parts
  const card = claimedBadge(words, parts.placeName, offer)
  card.show(badge)
  return {
    children: [
      card.element,
      h('p', {}, words.say(`town-claim-thanks-${offer.kind}`)),
      h(
        'div',
        { class: 'acts' },
        offer.event === null
          ? town(words, 'button')
          : h(
              'a',
              { class: 'button', href: `/e/${offer.event}?lang=${words.language}` },
              words.say('town-claim-event'),
            ),
        h(
          'a',
          {
            class: 'button quiet-button',
            href: `/?lang=${words.language}#badges`,
            testid: 'claim-shelf',
          },
          words.say('town-claim-shelf'),
        ),
      ),
    ],
    show: card.show,
  }
}

function town(words: Words, look: string): HTMLElement {
  const href = `/?lang=${words.language}`
  return h('a', { class: look, href, testid: 'claim-town' }, words.say('town-claim-town'))
}
