/** The tools around the town: where one is, how the line stands, what is said, and a dock under the thumb. */
import { type Stop, stopAll } from '../cell'
import { peopleAmong } from '../sim/roster'
import { announcementCard, eventBanner } from './banner'
import { captionSlot } from './caption-slot'
import { h, icon, write } from './dom'
import { guideSlot } from './guide-slot'
import { feltSlot } from './felt-slot'
import { firstStepsSlot } from './first-steps-slot'
import { ICONS } from './icons'
import { lineNotice } from './line-notice'
import { natureSlot } from './nature-slot'
import { newsOf } from './news'
import { FLAT_PEOPLE, type PanelEntry, type PanelParts, PANELS } from './panels'
import { makeSheet, type Panel } from './sheet'
import { makeTicker } from './ticker'
import { tourSlot } from './tour-slot'

export type HudParts = Omit<PanelParts, 'about' | 'open' | 'close'>

/** A panel that is open, and what it is about, if anything. */
export interface PanelName {
  readonly name: string
  readonly about: string | null
}

export interface Hud {
  readonly element: HTMLElement
  /** The panel that is open, so that a rebuilt set of tools can open it again. */
  current(): PanelName | null
  /** Open it as it was; what has the test id `focus` in it has the focus once it is there. */
  reopen(panel: PanelName, focus: string | null): void
  /** Open what there is to say about a place. */
  look(place: string, opener: HTMLElement): void
  readonly stop: Stop
}

/** The other view stands in the middle of the dock, under the thumb of either hand. */
const VIEW_SWITCH_AT = 2

const entriesAt = (where: PanelEntry['where']): [string, PanelEntry][] =>
  Object.entries(PANELS).filter(([, entry]) => entry.where === where)

/** The tools, and the stop of all their watching. */
export function makeHud(parts: HudParts): Hud {
  const { words, visit, preferences, canBeSolid } = parts
  const dock = new Map<string, HTMLButtonElement>()
  const sheet = makeSheet(words, (name) => {
    for (const [panel, button] of dock) button.setAttribute('aria-expanded', String(panel === name))
    ticker.element.hidden = name === 'chat'
    root.classList.toggle('has-sheet', name !== null)
  })
  let about: string | null = null
  /** Open a panel; the one that is open already is closed instead, if it is about the same. */
  const toggle = (name: string, opener: HTMLElement | null): void => {
    if (sheet.current() === name && about === null) sheet.close()
    else open(name, opener)
  }
  const open = (
    name: string,
    opener: HTMLElement | null,
    { on = null, focus = null }: { on?: string | null; focus?: string | null } = {},
  ): void => {
    const listed = name === 'people' ? document.getElementById(FLAT_PEOPLE) : null
    if (listed !== null) {
      // The flat town has the list in its page; a second one would only say the same.
      sheet.close()
      listed.focus()
      return
    }
    about = on
    if (name === 'menu') {
      sheet.open({ name, title: words.say('town-more'), make: menuPanel, opener, focus })
      return
    }
    const entry = PANELS[name]
    if (entry === undefined) {
      sheet.close()
      return
    }
    const given: PanelParts = {
      ...parts,
      about: on,
      open: (other, what) => open(other, opener, { on: what ?? null }),
      close: () => sheet.close(),
    }
    sheet.open({
      name,
      title: words.say(entry.words),
      make: async () => (await entry.load()).make(given),
      opener,
      focus,
    })
  }

  function dockButton(name: string, key: string, drawing: string): HTMLButtonElement {
    const button: HTMLButtonElement = h(
      'button',
      {
        type: 'button',
        class: 'dock-button',
        'aria-expanded': 'false',
        testid: `dock-${name}`,
        on: { click: () => toggle(name, button) },
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
        ...entriesAt('menu').map(([name, entry]) =>
          item(`menu-${name}`, entry.words, entry.icon, () => open(name, menu)),
        ),
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
  const more: HTMLButtonElement = h(
    'button',
    {
      type: 'button',
      class: 'place-more',
      testid: 'place-more',
      on: { click: () => toggle('place', more) },
    },
    words.say('town-place-more'),
  )
  const count = h('span', { testid: 'people-count' })
  const people: HTMLButtonElement = h(
    'button',
    {
      type: 'button',
      class: 'count',
      testid: 'count',
      on: { click: () => toggle('people', people) },
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
  const steps = firstStepsSlot({ ...parts, isFlat })
  const tour = tourSlot({ ...parts, choose: () => open('tours', dock.get('menu') ?? null) })
  const felt = feltSlot(parts)
  const gift = newsOf(visit.badges, async (before) =>
    (await import('./badge-news')).badgeNews({
      ...parts,
      badges: visit.badges,
      before,
      look: () => open('badges', dock.get('badges') ?? null),
    }),
  )
  const stamped = newsOf(visit.stamps, async (before) =>
    (await import('./stamp-book')).stampNews({ ...parts, stamps: visit.stamps, before }),
  )
  const captions = captionSlot(parts)
  const nature = natureSlot(words, (opener) => toggle('nature', opener))
  const guide = guideSlot(parts)
  const ticker = makeTicker(words, visit, preferences)
  const docked = entriesAt('dock').map(([name, entry]) => dockButton(name, entry.words, entry.icon))
  const root: HTMLElement = h(
    'div',
    { class: 'hud' },
    h(
      'header',
      { class: 'top' },
      h(
        'div',
        { class: 'top-row' },
        h('p', { class: 'place-chip' }, icon(ICONS.place), place, more),
        people,
      ),
      nature.element,
      line.element,
      banner.element,
      guide.element,
      announcement.element,
      gift.element,
      stamped.element,
      felt.element,
      steps.element,
    ),
    ticker.element,
    captions.element,
    tour.element,
    sheet.element,
    h(
      'nav',
      { class: 'dock', 'aria-label': words.say('town-hud') },
      ...docked.slice(0, VIEW_SWITCH_AT),
      viewSwitch,
      ...docked.slice(VIEW_SWITCH_AT),
      dockButton('menu', 'town-more', ICONS.menu),
    ),
  )
  const stop = stopAll([
    visit.journey.where.watch((now) => {
      const name = now === null ? words.say('town-title') : parts.placeName(now.id)
      write(place, name)
      more.hidden = !parts.places.some(({ id }) => id === now?.id)
      more.setAttribute('aria-label', words.say('town-place-more-of', { place: name }))
    }),
    visit.others.watch((others) => {
      write(count, words.say('town-people-count', { count: peopleAmong(others) + 1 }))
    }),
    ticker.stop,
    captions.stop,
    nature.stop,
    guide.stop,
    gift.stop,
    stamped.stop,
    felt.stop,
    steps.stop,
    tour.stop,
    line.stop,
    banner.stop,
    announcement.stop,
    sheet.stop,
  ])
  return {
    element: root,
    current: () => {
      const name = sheet.current()
      return name === null ? null : { name, about }
    },
    reopen: ({ name, about: on }, focus) =>
      open(name, dock.get(name) ?? dock.get('menu') ?? null, { on, focus }),
    look: (on, opener) => open('place', opener, { on }),
    stop,
  }
}
