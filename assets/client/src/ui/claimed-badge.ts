/** A badge as somebody about to receive it sees it, and the same badge once it is theirs. */
import type { Badge } from '../api'
import type { Offer } from '../claims'
import type { Words } from '../i18n/words'
import { artOf, badgeName, whereOf } from './badge-name'
import { shownState } from './badge-shelf'
import { fill, h, icon, quote, write } from './dom'
import { ICONS } from './icons'
import type { PlaceName } from './place-name'

export interface ClaimedBadge {
  readonly element: HTMLElement
  /** Show the badge with its state, now that it is the visitor's. */
  show(badge: Badge): void
}

/** The card; its state stays hidden until there is one. */
export function claimedBadge(words: Words, placeName: PlaceName, offer: Offer): ClaimedBadge {
  const frame = h('div', { class: 'claim-art' })
  const state = h('span', { testid: 'claim-state' })
  const about = h('p', { class: 'small quiet' })
  const told = h('div', { role: 'status', hidden: true }, h('p', {}, state), about)
  const element = h(
    'div',
    { class: 'claim-badge', testid: 'claim-badge' },
    frame,
    h(
      'div',
      {},
      quote(
        h('p', { class: 'claim-badge-title', testid: 'claim-badge-title' }),
        badgeName(offer, words, placeName),
      ),
      h(
        'p',
        { class: 'small quiet' },
        `${whereOf(offer, words, placeName)} · ${words.day(offer.occurred_on)}`,
      ),
      told,
    ),
  )
  let drawn: string | null | undefined
  const draw = (art: string | null): void => {
    if (art === drawn) return
    drawn = art
    const missing = (): void => fill(frame, icon(ICONS.badge))
    if (art === null) return missing()
    // The title stands beside the picture, so the picture itself needs no second voice.
    const image = h('img', { src: artOf(art, words), alt: '', width: 144, height: 144 })
    image.addEventListener('error', missing)
    fill(frame, image)
  }
  draw(offer.art)
  return {
    element,
    show(badge) {
      const kind = shownState(badge.state)
      draw(badge.art)
      write(state, words.say(`town-badge-${kind}`))
      state.className = `chip chip-${kind}`
      write(about, words.say(`town-badge-${kind}-about`))
      told.hidden = false
    },
  }
}
