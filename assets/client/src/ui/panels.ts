/** Every panel of the town in one table: a line here is all a panel needs to stand in the dock or the menu. */
import type { Api } from '../api'
import type { Cell } from '../cell'
import type { Words } from '../i18n/words'
import type { Island, Place } from '../plan/data'
import type { Preferences } from '../preferences'
import type { Visit } from '../visit'
import { ICONS } from './icons'
import type { Voice } from './live'
import type { PlaceName } from './place-name'
import type { Panel } from './sheet'

/** What every panel is given; what else it needs it fetches itself. */
export interface PanelParts {
  readonly words: Words
  readonly visit: Visit
  readonly api: Api
  readonly preferences: Cell<Preferences>
  readonly voice: Voice
  readonly placeName: PlaceName
  readonly places: readonly Place[]
  readonly islands: readonly Island[]
  /** Whether the town can be shown in three dimensions here at all. */
  readonly canBeSolid: boolean
  /** What the panel was opened about, say the id of a place; null when it is about nothing. */
  readonly about: string | null
  /** Open another panel in place of this one. */
  open(name: string, about?: string): void
  close(): void
  /** Leave the town. */
  readonly leave: () => void
}

/** What the module of a panel exports; its sentences and its style are fetched with it. */
export interface PanelModule {
  readonly make: (parts: PanelParts) => Panel | Promise<Panel>
}

export interface PanelEntry {
  /** The sentence on its button, which is everybody's and so in town.ftl. */
  readonly words: string
  /** One of the drawings in icons.ts. */
  readonly icon: string
  /** Where its button stands; `elsewhere` is a panel only other things open, with `open(name)`. */
  readonly where: 'dock' | 'menu' | 'elsewhere'
  readonly load: () => Promise<PanelModule>
}

/** In the order of their buttons. */
export const PANELS: Readonly<Record<string, PanelEntry>> = {
  chat: {
    words: 'town-say',
    icon: ICONS.say,
    where: 'dock',
    load: () => import('./chat-panel'),
  },
  gesture: {
    words: 'town-gesture',
    icon: ICONS.gesture,
    where: 'dock',
    load: () => import('./gesture-panel'),
  },
  badges: {
    words: 'town-badges',
    icon: ICONS.badge,
    where: 'dock',
    load: () => import('./badges-panel'),
  },
  tours: {
    words: 'town-tours',
    icon: ICONS.walk,
    where: 'menu',
    load: () => import('./tour-panel'),
  },
  travel: {
    words: 'town-travel',
    icon: ICONS.tram,
    where: 'menu',
    load: () => import('./travel-panel'),
  },
  recordings: {
    words: 'town-recordings',
    icon: ICONS.replay,
    where: 'menu',
    load: () => import('./recordings-panel'),
  },
  people: {
    words: 'town-people-title',
    icon: ICONS.people,
    where: 'menu',
    load: () => import('./people-panel'),
  },
  nature: {
    words: 'town-nature',
    icon: ICONS.waves,
    where: 'menu',
    load: () => import('./nature-panel'),
  },
  events: {
    words: 'town-events-title',
    icon: ICONS.calendar,
    where: 'menu',
    load: () => import('./events-panel'),
  },
  passport: {
    words: 'town-passport',
    icon: ICONS.passport,
    where: 'menu',
    load: () => import('./passport-panel'),
  },
  place: {
    words: 'town-place-more',
    icon: ICONS.place,
    where: 'elsewhere',
    load: () => import('./place-panel'),
  },
  settings: {
    words: 'town-settings',
    icon: ICONS.settings,
    where: 'menu',
    load: () => import('./settings-panel'),
  },
}

/** The heading of the list of people in the flat town's page, which stands in for that panel there. */
export const FLAT_PEOPLE = 'flat-people'
