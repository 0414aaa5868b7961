/** The moment a badge comes: a card for the eyes, and a sentence for the ears at each of its steps. */
import type { Badge } from '../api'
import type { Stop, Watched } from '../cell'
import type { Words } from '../i18n/words'
import { badgeName } from './badge-name'
import { shownState } from './badge-shelf'
import { h, icon, write } from './dom'
import { ICONS } from './icons'
import type { Voice } from './live'
import type { PlaceName } from './place-name'

export interface BadgeNewsParts {
  readonly words: Words
  readonly placeName: PlaceName
  readonly badges: Watched<readonly Badge[]>
  /** What was held before anything was new. */
  readonly before: readonly Badge[]
  readonly voice: Voice
  /** Open the shelf. */
  readonly look: () => void
}

/** The card, hidden until a badge comes, and the stop of its watching. */
export function badgeNews({ words, placeName, badges, voice, look, ...parts }: BadgeNewsParts): {
  element: HTMLElement
  stop: Stop
} {
  const text = h('p', { testid: 'badge-news' })
  const element: HTMLElement = h(
    'section',
    { class: 'gift', 'aria-label': words.say('town-badges'), hidden: true },
    icon(ICONS.badge),
    text,
    h(
      'button',
      {
        type: 'button',
        class: 'quiet-button',
        testid: 'badge-look',
        on: {
          click: () => {
            element.hidden = true
            look()
          },
        },
      },
      words.say('town-badge-look'),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words.say('town-close'),
        on: { click: () => (element.hidden = true) },
      },
      icon(ICONS.close),
    ),
  )
  let known = states(parts.before)
  const stop = badges.watch((held) => {
    for (const badge of held) {
      const { id } = badge
      const step = shownState(badge.state)
      const before = known.get(id)
      if (before === step) continue
      const title = badgeName(badge, words, placeName)
      const got = words.say('town-badge-got', { title })
      const news = words.say('town-badge-news', { title, state: words.say(`town-badge-${step}`) })
      voice.say(before === undefined ? `${got} ${news}` : news)
      if (before !== undefined) continue
      write(text, got)
      element.hidden = false
    }
    known = states(held)
  })
  return { element, stop }
}

function states(badges: readonly Badge[]): ReadonlyMap<number, string> {
  return new Map(badges.map(({ id, state }) => [id, shownState(state)]))
}
