/** The badges a visitor holds, each with its state, which changes while one looks. */
import type { Badge, BadgeState } from '../api'
import type { Stop, Watched } from '../cell'
import type { Words } from '../i18n/words'
import { fill, h, icon, quote, write } from './dom'
import { ICONS } from './icons'
import type { PlaceName } from './place-name'

/** The three states a visitor is shown; the issuing has more steps than that. */
export function shownState(state: BadgeState): 'preparing' | 'issued' | 'final' {
  switch (state) {
    case 'queued':
    case 'batched':
    case 'parked':
      return 'preparing'
    case 'mined':
      return 'issued'
    case 'final':
      return 'final'
    default:
      state satisfies never
      return 'preparing'
  }
}

export interface ShelfParts {
  readonly words: Words
  readonly placeName: PlaceName
  readonly badges: Watched<readonly Badge[]>
}

/** The shelf, and the stop of its watching. */
export function badgeShelf({ words, placeName, badges }: ShelfParts): {
  element: HTMLElement
  stop: Stop
} {
  const list = h('ul', { class: 'shelf', testid: 'badges' })
  const empty = h('p', { class: 'quiet' }, words.say('town-badges-none'))
  const element = h('div', {}, empty, list)
  let cards = new Map<number, BadgeCard>()
  const stop = badges.watch((held) => {
    empty.hidden = held.length > 0
    // A card already there is only rewritten: replacing it would lose focus and reading place.
    const next = new Map<number, BadgeCard>()
    for (const badge of held) {
      const card = cards.get(badge.id) ?? badgeCard(words, placeName, badge)
      card.show(badge)
      next.set(badge.id, card)
    }
    cards = next
    if ([...cards.values()].some((card, at) => list.children[at] !== card.element)) {
      fill(list, ...[...cards.values()].map((card) => card.element))
    }
  })
  return { element, stop }
}

interface BadgeCard {
  readonly element: HTMLElement
  show(badge: Badge): void
}

function badgeCard(words: Words, placeName: PlaceName, badge: Badge): BadgeCard {
  const state = h('span', { testid: 'badge-state' })
  const about = h('p', { class: 'small quiet' })
  const proof = h(
    'a',
    {
      class: 'small',
      target: '_blank',
      'aria-label': `${words.say('town-badge-proof-of', { title: badge.title })} ${words.say('town-new-tab')}`,
    },
    words.say('town-badge-proof'),
  )
  const element = h(
    'li',
    { class: 'badge' },
    art(badge),
    h(
      'div',
      {},
      quote(h('p', { class: 'badge-title' }), badge.title),
      h(
        'p',
        { class: 'small quiet' },
        `${placeName(badge.place)} · ${words.day(badge.occurred_on)}`,
      ),
      h('p', { role: 'status' }, state),
      about,
      proof,
    ),
  )
  return {
    element,
    show(now) {
      const kind = shownState(now.state)
      write(state, words.say(`town-badge-${kind}`))
      state.className = `chip chip-${kind}`
      write(about, words.say(`town-badge-${kind}-about`))
      proof.hidden = now.proof === null
      if (now.proof !== null) proof.setAttribute('href', now.proof)
    },
  }
}

function art(badge: Badge): HTMLElement {
  const frame = h('div', { class: 'badge-art' })
  const missing = (): void => fill(frame, icon(ICONS.badge))
  if (badge.art === null) missing()
  else {
    // The title stands beside the picture, so the picture itself needs no second voice.
    const image = h('img', { src: badge.art, alt: '', width: 72, height: 72, loading: 'lazy' })
    image.addEventListener('error', missing)
    fill(frame, image)
  }
  return frame
}
