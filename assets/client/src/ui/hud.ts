/** The tools around the town: where one is, how the line stands, what is said, and a dock under the thumb. */
import type { Api } from '../api'
import { type Cell, type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import type { Preferences } from '../preferences'
import type { Entry, Visit } from '../visit'
import { badgeNews } from './badge-news'
import { badgeShelf } from './badge-shelf'
import { announcementCard, eventBanner } from './banner'
import { chatPanel, entryLine } from './chat-panel'
import { fill, h, icon, write } from './dom'
import { eventsPanel } from './events-panel'
import { gesturePanel } from './gesture-panel'
import { helpCard } from './help-card'
import { ICONS } from './icons'
import { lineNotice } from './line-notice'
import type { Voice } from './live'
import type { PlaceName } from './place-name'
import { settingsPanel } from './settings-panel'
import { FLAT_PEOPLE, peoplePanel } from './people-panel'
import { makeSheet, type Panel } from './sheet'
import { stampBook, stampNews } from './stamp-book'
import { walletEntry } from './wallet-entry'
import { wordEntry } from './word-entry'

export interface HudParts {
  readonly words: Words
  readonly visit: Visit
  readonly api: Api
  readonly preferences: Cell<Preferences>
  readonly placeName: PlaceName
  readonly voice: Voice
  /** Whether the town can be shown in three dimensions here at all. */
  readonly canBeSolid: boolean
  /** Whether moving has been explained. */
  readonly isHelped: Cell<boolean>
  readonly leave: () => void
}

export interface Hud {
  readonly element: HTMLElement
  /** The panel that is open, so that a rebuilt set of tools can open it again. */
  current(): string | null
  open(panel: string): void
  readonly stop: Stop
}

/** Lines of the log that float over the town. */
const TICKER_LINES = 3

/** The tools, and the stop of all their watching. */
export function makeHud(parts: HudParts): Hud {
  const { words, visit, preferences, canBeSolid } = parts
  const dock = new Map<string, HTMLButtonElement>()
  const sheet = makeSheet(words, (name) => {
    for (const [panel, button] of dock) button.setAttribute('aria-expanded', String(panel === name))
    ticker.hidden = name === 'chat'
    root.classList.toggle('has-sheet', name !== null)
  })
  const panels: Readonly<Record<string, () => Panel>> = {
    chat: () => chatPanel(words, visit),
    gesture: () => gesturePanel(words, visit),
    badges: () => badgesPanel(parts),
    menu: () => menuPanel(),
    people: () => peoplePanel(words, visit),
    events: () => eventsPanel(words, parts.api, parts.placeName),
    settings: () => settingsPanel(words, preferences),
  }
  const open = (name: string, opener: HTMLElement | null): void => {
    const listed = name === 'people' ? document.getElementById(FLAT_PEOPLE) : null
    if (listed !== null) {
      // The flat town has the list in its page; a second one would only say the same.
      sheet.close()
      listed.focus()
      return
    }
    const make = panels[name]
    if (make === undefined || sheet.current() === name) sheet.close()
    else sheet.open(name, make, opener)
  }

  function dockButton(name: string, key: string, drawing: string): HTMLButtonElement {
    const button: HTMLButtonElement = h(
      'button',
      {
        type: 'button',
        class: 'dock-button',
        'aria-expanded': 'false',
        testid: `dock-${name}`,
        on: { click: () => open(name, button) },
      },
      icon(drawing),
      h('span', {}, words.say(key)),
    )
    dock.set(name, button)
    return button
  }

  function menuPanel(): Panel {
    const item = (testid: string, key: string, drawing: string, act: () => void): HTMLElement =>
      h(
        'li',
        {},
        h(
          'button',
          { type: 'button', class: 'menu-item', testid, on: { click: act } },
          icon(drawing),
          words.say(key),
        ),
      )
    const menu = dock.get('menu') ?? null
    return {
      title: words.say('town-more'),
      body: h(
        'ul',
        { class: 'menu' },
        item('menu-people', 'town-people-title', ICONS.people, () => open('people', menu)),
        item('menu-events', 'town-events-title', ICONS.calendar, () => open('events', menu)),
        item('menu-settings', 'town-settings', ICONS.settings, () => open('settings', menu)),
        item('leave', 'town-leave', ICONS.leave, parts.leave),
      ),
      stop: () => undefined,
    }
  }

  const place = h('output', {
    class: 'place',
    'aria-label': words.say('town-here'),
    testid: 'place',
  })
  const count = h('span', { testid: 'people-count' })
  const people: HTMLButtonElement = h(
    'button',
    {
      type: 'button',
      class: 'count',
      testid: 'count',
      on: { click: () => open('people', people) },
    },
    icon(ICONS.people),
    count,
  )
  const isFlat = preferences.get().flat || !canBeSolid
  const viewSwitch = h(
    'button',
    {
      type: 'button',
      class: 'dock-button',
      testid: 'switch-view',
      hidden: !canBeSolid,
      on: { click: () => preferences.set({ ...preferences.get(), flat: !isFlat }) },
    },
    icon(isFlat ? ICONS.solid : ICONS.map),
    h('span', {}, words.say(isFlat ? 'town-solid' : 'town-flat')),
  )
  const line = lineNotice(words, visit, parts.voice)
  const banner = eventBanner(words, visit)
  const announcement = announcementCard(words, visit)
  const help = helpCard(words, parts.isHelped)
  const gift = badgeNews({
    ...parts,
    badges: visit.badges,
    look: () => open('badges', dock.get('badges') ?? null),
  })
  const stamped = stampNews({ ...parts, stamps: visit.stamps })
  const ticker = h('div', {
    class: 'ticker',
    role: 'log',
    'aria-label': words.say('town-chat-log'),
    testid: 'ticker',
  })
  const root: HTMLElement = h(
    'div',
    { class: 'hud' },
    h(
      'header',
      { class: 'top' },
      h(
        'div',
        { class: 'top-row' },
        h('p', { class: 'place-chip' }, icon(ICONS.place), place),
        people,
      ),
      line.element,
      banner.element,
      announcement.element,
      gift.element,
      stamped.element,
      // The flat town explains itself: it has a button for every way.
      !isFlat && help.element,
    ),
    ticker,
    sheet.element,
    h(
      'nav',
      { class: 'dock', 'aria-label': words.say('town-hud') },
      dockButton('chat', 'town-say', ICONS.say),
      dockButton('gesture', 'town-gesture', ICONS.gesture),
      viewSwitch,
      dockButton('badges', 'town-badges', ICONS.badge),
      dockButton('menu', 'town-more', ICONS.menu),
    ),
  )
  const stop = stopAll([
    visit.journey.where.watch((now) =>
      write(place, now === null ? words.say('town-title') : parts.placeName(now.id)),
    ),
    visit.others.watch((others) => {
      write(count, words.say('town-people-count', { count: others.length + 1 }))
    }),
    followTicker(ticker, parts),
    gift.stop,
    stamped.stop,
    help.stop,
    line.stop,
    banner.stop,
    announcement.stop,
    sheet.stop,
  ])
  return {
    element: root,
    current: () => sheet.current(),
    open: (panel) => open(panel, dock.get(panel) ?? dock.get('menu') ?? null),
    stop,
  }
}

/** The last few lines said; announcements have a card of their own. */
function followTicker(ticker: HTMLElement, { words, visit }: HudParts): Stop {
  let last: Entry | undefined
  return visit.entries.watch((entries) => {
    const said = entries.filter(({ kind }) => kind !== 'announcement')
    const at = last === undefined ? -1 : said.lastIndexOf(last)
    if (at === -1) fill(ticker)
    for (const entry of said.slice(at + 1).slice(-TICKER_LINES)) {
      ticker.append(entryLine(words, entry, visit.me.get()?.id ?? null))
    }
    while (ticker.childElementCount > TICKER_LINES) ticker.firstElementChild?.remove()
    last = said.at(-1)
  })
}

function badgesPanel({ words, visit, api, placeName }: HudParts): Panel {
  const shelf = badgeShelf({ words, placeName, badges: visit.badges })
  const book = stampBook({ words, placeName, stamps: visit.stamps })
  const slug = visit.event.get()?.slug
  const word =
    slug !== undefined &&
    wordEntry({ words, api, slug, received: (badge) => visit.receiveBadge(badge) })
  return {
    title: words.say('town-badges-title'),
    body: h('div', {}, shelf.element, word, book.element, walletEntry(words, api)),
    stop: stopAll([shelf.stop, book.stop]),
  }
}
