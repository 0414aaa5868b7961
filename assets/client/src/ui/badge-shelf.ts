/** The badges a visitor holds, by month, each with its state, which changes while one looks. */
import './badge-shelf.css'
import type { Badge, BadgeState } from '../api'
import type { Stop, Watched } from '../cell'
import type { Words } from '../i18n/words'
import { artOf, badgeName, byMonth, whereOf } from './badge-name'
import { fill, h, icon, keepingFocus, quote, write } from './dom'
import { ICONS } from './icons'
import type { PlaceName } from './place-name'

/** The states a visitor is shown; the issuing has more steps than that. */
export function shownState(state: BadgeState): 'preparing' | 'issued' | 'final' | 'revoked' {
  switch (state) {
    case 'queued':
    case 'batched':
    case 'parked':
      return 'preparing'
    case 'mined':
      return 'issued'
    case 'final':
      return 'final'
    case 'revoked':
      return 'revoked'
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
export function badgeShelf(parts: ShelfParts): { element: HTMLElement; stop: Stop } {
  const { words, badges } = parts
  const months = h('div', { class: 'shelf', testid: 'badges' })
  const empty = h(
    'div',
    { class: 'shelf-empty', testid: 'badges-none' },
    icon(ICONS.badge),
    h('p', { class: 'quiet' }, words.say('town-badges-none')),
  )
  const element = h('div', {}, empty, months)
  let cards = new Map<number, BadgeCard>()
  let order = ''
  const stop = badges.watch((held) => {
    empty.hidden = held.length > 0
    // A card already there is only rewritten: replacing it would lose focus and reading place.
    const next = new Map<number, BadgeCard>()
    const grouped = byMonth(held)
    for (const badge of grouped.flatMap((month) => month.badges)) {
      const card = cards.get(badge.id) ?? badgeCard(parts, badge)
      card.show(badge)
      next.set(badge.id, card)
    }
    cards = next
    if (order === [...cards.keys()].join()) return
    order = [...cards.keys()].join()
    const element = (id: number): HTMLElement | undefined => cards.get(id)?.element
    keepingFocus(() =>
      fill(
        months,
        ...grouped.map(({ month, badges: some }) =>
          h(
            'section',
            { 'aria-label': words.month(month) },
            h('p', { class: 'shelf-month', 'aria-hidden': 'true' }, words.month(month)),
            h('ul', {}, ...some.map(({ id }) => element(id))),
          ),
        ),
      ),
    )
  })
  return { element, stop }
}

interface BadgeCard {
  readonly element: HTMLElement
  show(badge: Badge): void
}

function badgeCard(parts: ShelfParts, badge: Badge): BadgeCard {
  const { words, placeName } = parts
  const name = badgeName(badge, words, placeName)
  const state = h('span', { testid: 'badge-state' })
  const about = h('p', { class: 'small quiet' })
  const fault = h('p', { class: 'fault small', role: 'alert' })
  const proof = h(
    'a',
    {
      class: 'small',
      target: '_blank',
      'aria-label': `${words.say('town-badge-proof-of', { title: name })} ${words.say('town-new-tab')}`,
    },
    words.say('town-badge-proof'),
  )
  const look = h(
    'button',
    {
      type: 'button',
      class: 'badge-art',
      'aria-haspopup': 'dialog',
      'aria-label': words.say('town-badge-large', { title: name }),
      testid: `badge-look-${badge.id}`,
      on: {
        click: () => {
          fill(fault)
          void import('./badge-detail').then(
            ({ openBadge }) => openBadge({ ...parts, id: badge.id, opener: look }),
            () => fill(fault, words.say('error-unavailable')),
          )
        },
      },
    },
    picture(badge, words),
  )
  const element = h(
    'li',
    { class: 'badge', 'data-kind': badge.kind },
    look,
    h(
      'div',
      {},
      quote(h('p', { class: 'badge-title' }), name),
      h(
        'p',
        { class: 'small quiet' },
        `${words.day(badge.occurred_on)} · ${whereOf(badge, words, placeName)}`,
      ),
      h('p', { class: 'small', testid: 'badge-source' }, earned(badge, words)),
      h('p', { role: 'status' }, state),
      about,
      proof,
      fault,
    ),
  )
  return {
    element,
    show(now) {
      const kind = shownState(now.state)
      write(state, words.say(`town-badge-${kind}`))
      state.className = `chip chip-${kind}`
      write(about, words.say(`town-badge-${kind}-about`))
      // What is final needs no more words; the badge in large has them.
      about.hidden = kind === 'final'
      proof.hidden = now.proof === null
      if (now.proof !== null) proof.setAttribute('href', proofOf(now.proof, now.id))
    },
  }
}

/** The badge's own proof page. */
export function proofOf(proof: string, id: number): string {
  return `${proof}/${id}`
}

/** What kind of badge it is, and how it was earned. */
export function earned({ kind, source }: Pick<Badge, 'kind' | 'source'>, words: Words): string {
  return words.say('town-badge-earned', {
    kind: words.say(`town-badge-kind-${kind}`),
    how: words.say(`town-badge-source-${source}`),
  })
}

function picture(badge: Badge, words: Words): HTMLElement | SVGElement {
  if (badge.art === null) return icon(ICONS.badge)
  // The button says what it shows, so the picture itself needs no second voice.
  const image = h('img', {
    src: artOf(badge.art, words),
    alt: '',
    width: 88,
    height: 88,
    loading: 'lazy',
  })
  image.addEventListener('error', () => image.replaceWith(icon(ICONS.badge)))
  return image
}
