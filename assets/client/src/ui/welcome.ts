/** The first page: who you want to be, what is on, and the way in; needs nothing of the 3D town. */
import type { Api, Result, TownEvent, Visitor } from '../api'
import { type Cell, cell, type Stop, stopAll } from '../cell'
import type { Language } from '../i18n/language'
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { dialogEntry } from './dialog-entry'
import { fill, h, icon, write } from './dom'
import type { WayIn } from './event-door'
import heroAddress from './hero.svg?url'
import { ICONS } from './icons'
import type { Voice } from './live'
import { type Draft, passportForm, submitButton } from './passport-form'
import type { PlaceName } from './place-name'
import { languagePicker } from './language-picker'

export type EnterAs = 'solid' | 'flat'

export interface WelcomeParts {
  readonly words: Words
  readonly api: Api
  readonly voice: Voice
  readonly placeName: PlaceName
  readonly credits: readonly string[]
  /** null for someone who comes for the first time. */
  readonly visitor: Visitor | null
  readonly draft: Draft
  /** The event of the link one came by. */
  readonly slug: string | null
  /** Whether the town can be shown in three dimensions here. */
  readonly canBeSolid: boolean
  /** Whether the flat town is the way this visitor usually takes. */
  readonly prefersFlat: boolean
  /** The role in which staff's own entrance leads into that event. */
  readonly role: 'guide' | 'staff' | null
  readonly enter: (as: EnterAs, way: WayIn) => Promise<Refusal | null>
  readonly save: () => Promise<Refusal | null>
  readonly erase: () => Promise<Refusal | null>
  /** Who is here, and on what terms, may have changed: show the page anew. */
  readonly renew: () => void
  readonly speak: (language: Language) => void
}

/** The page, and the stop of its watching; what only some visitors see is fetched for them. */
export async function makeWelcome(
  parts: WelcomeParts,
): Promise<{ readonly element: HTMLElement; readonly stop: Stop }> {
  const { words, slug } = parts
  const stops: Stop[] = []
  // Without an event in the address the town itself is open, always.
  const way = cell<WayIn>(slug === null ? 'open' : 'closed')
  const inside = { ...parts, way, stops }
  const isKnown = parts.visitor !== null
  const entry = parts.visitor === null ? newcomer(inside) : await returner(inside, parts.visitor)
  const door =
    slug === null
      ? null
      : (await import('./event-door')).makeDoor({ ...parts, slug, entry, way, isKnown })
  if (door !== null) stops.push(door.stop)
  const events = h('div', {}, h('p', { class: 'quiet' }, words.say('town-loading')))
  void parts.api
    .events()
    .then((answer) => listed(parts, answer))
    .catch(() => failed(parts))
    .then((list) => fill(events, list))
  const element = h(
    'div',
    { class: 'welcome' },
    h(
      'header',
      { class: 'hero' },
      h('img', { class: 'hero-picture', src: heroAddress, alt: '', width: 1200, height: 900 }),
      h(
        'div',
        { class: 'hero-words' },
        h('h1', {}, words.say('town-title')),
        h('p', { class: 'hero-lead' }, words.say('town-welcome-lead')),
      ),
    ),
    h(
      'div',
      { class: 'paper' },
      h(
        'main',
        {},
        languagePicker(words, parts.speak),
        h('p', { class: 'about' }, words.say('town-welcome-about')),
        door?.element ?? entry,
        h(
          'section',
          { 'aria-labelledby': 'events-title' },
          h('h2', { id: 'events-title' }, words.say('town-events-title')),
          events,
        ),
        kept(words),
      ),
      footer(parts),
    ),
  )
  return { element, stop: stopAll(stops) }
}

async function listed(
  parts: WelcomeParts,
  answer: Result<readonly TownEvent[]>,
): Promise<HTMLElement> {
  const { words, placeName, slug } = parts
  if (!answer.ok) return failed(parts)
  const others = answer.value.filter((event) => event.slug !== slug)
  if (others.length === 0) return h('p', { class: 'quiet' }, words.say('town-events-none'))
  return (await import('./event-list')).eventList(words, placeName, others)
}

const failed = ({ words }: WelcomeParts): HTMLElement =>
  h('p', { class: 'quiet' }, words.say('town-events-failed'))

interface Inside extends WelcomeParts {
  /** How one may go in now; the doors of an event say so. */
  readonly way: Cell<WayIn>
  readonly stops: Stop[]
}

/** The buttons that lead in; where WebGL is missing there is one, and it says why. */
function ways(parts: Inside): { buttons: HTMLButtonElement[]; about: HTMLElement } {
  const { words, canBeSolid, way } = parts
  const isEvent = parts.slug !== null
  const usesFlat = parts.prefersFlat || !canBeSolid
  const about = h(
    'p',
    { class: 'small quiet', id: 'flat-about' },
    words.say(canBeSolid ? 'town-enter-flat-about' : 'town-no-webgl'),
  )
  const flat = submitButton(
    'flat',
    usesFlat ? 'main' : 'quiet',
    { testid: 'enter-flat', about: 'flat-about' },
    icon(ICONS.map),
    h('span', {}, words.say(isEvent ? 'town-event-join-flat' : 'town-enter-flat')),
  )
  const solid = submitButton(
    'solid',
    usesFlat ? 'quiet' : 'main',
    { testid: 'enter' },
    h('span', {}, words.say(isEvent ? 'town-event-join' : 'town-enter')),
  )
  const buttons = !canBeSolid ? [flat] : usesFlat ? [flat, solid] : [solid, flat]
  parts.stops.push(
    way.watch((now) => {
      for (const element of [...buttons, about]) element.hidden = now === 'closed'
      if (!isEvent) return
      const isLine = now === 'line'
      label(solid, words.say(isLine ? 'town-line-join' : 'town-event-join'))
      label(flat, words.say(isLine ? 'town-line-join-flat' : 'town-event-join-flat'))
    }),
  )
  return { buttons, about }
}

function label(button: HTMLButtonElement, text: string): void {
  const span = button.querySelector('span')
  if (span !== null) write(span, text)
}

const wished = (pressed: string): EnterAs => (pressed === 'flat' ? 'flat' : 'solid')

function newcomer(parts: Inside): HTMLElement {
  const { words, draft } = parts
  const { buttons, about } = ways(parts)
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'entry-title' },
    h('h2', { id: 'entry-title' }, words.say('town-form-title')),
    passportForm({
      words,
      draft,
      asksToRemember: true,
      buttons,
      submit: (pressed) => parts.enter(wished(pressed), parts.way.get()),
    }),
    about,
    dialogEntry(words, {
      label: words.say('town-passport-elsewhere'),
      testid: 'passport-elsewhere',
      open: async (opener) => {
        const { openArrival } = await import('./passport-arrival')
        await openArrival({ words, api: parts.api, opener, code: null, arrived: parts.renew })
      },
    }),
  )
}

async function returner(parts: Inside, visitor: Visitor): Promise<HTMLElement> {
  const { passportCard } = await import('./passport-card')
  const card = passportCard({
    ...parts,
    visitor,
    ways: ways(parts),
    enter: (pressed) => parts.enter(wished(pressed), parts.way.get()),
  })
  parts.stops.push(card.stop)
  return card.element
}

function kept(words: Words): HTMLElement {
  return h(
    'details',
    { class: 'fold' },
    h('summary', {}, words.say('town-kept-title')),
    ...['town-kept-yes', 'town-kept-no', 'town-kept-chain'].map((key) =>
      h('p', { class: 'small' }, words.say(key)),
    ),
  )
}

function footer({ words, credits }: WelcomeParts): HTMLElement {
  const page = (path: string, key: string): HTMLElement =>
    h('a', { href: `${path}?lang=${words.language}` }, words.say(key))
  return h(
    'footer',
    { class: 'foot small' },
    h(
      'p',
      { class: 'foot-links' },
      page('/privacy', 'town-privacy'),
      page('/accessibility', 'town-accessibility'),
      page('/proof', 'town-proof'),
    ),
    credits.length > 0 &&
      h(
        'p',
        { class: 'quiet' },
        `${words.say('town-credits')}: `,
        h('span', { lang: 'ja' }, credits.join(' / ')),
      ),
  )
}
