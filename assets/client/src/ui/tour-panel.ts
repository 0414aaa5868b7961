/** The choice of a tour, and of how to go: by one's own pace, or without steering at all. */
import './tour.css'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import { loadTour, loadWays, TOUR_IDS } from '../tour/all'
import { minutes } from '../tour/length'
import { startTour } from '../tour/start'
import type { Mode } from '../tour/state'
import type { Tour, TourWays } from '../tour/tour'
import { h, icon } from './dom'
import { ICONS } from './icons'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'

const MODES: readonly Mode[] = ['self', 'ride']

/** The panel; its tours come with it. */
export async function make(parts: PanelParts): Promise<Panel> {
  const [words, ...tours] = await Promise.all([
    loadFeatureWords('tour', parts.words.language),
    ...TOUR_IDS.map(async (id) => {
      const tour = await loadTour(id)
      return { tour, ways: await loadWays(tour) }
    }),
  ])
  const fault = h('p', { role: 'alert', class: 'fault', hidden: true }, words.say('tour-failed'))
  const start = (id: string, mode: Mode): void => {
    startTour(parts.visit, id, mode).then(parts.close, (why: unknown) => {
      console.error(why)
      fault.hidden = false
    })
  }
  return {
    title: parts.words.say('town-tours'),
    body: h(
      'div',
      { class: 'tours', testid: 'tours' },
      h('p', {}, words.say('tour-about')),
      running(words, parts),
      fault,
      ...tours.map((one) => tourCard(words, one, start)),
      h(
        'dl',
        { class: 'tour-modes small' },
        ...MODES.flatMap((mode) => [
          h('dt', {}, words.say(`tour-${mode}`)),
          h('dd', {}, words.say(`tour-${mode}-about`)),
        ]),
      ),
    ),
    stop: () => undefined,
  }
}

function tourCard(
  words: Words,
  { tour, ways }: { readonly tour: Tour; readonly ways: TourWays },
  start: (id: string, mode: Mode) => void,
): HTMLElement {
  const name = tour.names[words.language]
  return h(
    'section',
    { class: 'tour-choice', testid: `tour-${tour.id}` },
    h('h3', {}, name),
    h('p', {}, tour.about[words.language]),
    h(
      'p',
      { class: 'small quiet' },
      words.say('tour-facts', { stops: tour.stops.length, minutes: minutes(tour, ways) }),
    ),
    h(
      'p',
      { class: 'acts' },
      ...MODES.map((mode) =>
        h(
          'button',
          {
            type: 'button',
            class: mode === 'ride' ? 'button' : 'button quiet-button',
            'aria-label': words.say('tour-choice', { how: words.say(`tour-${mode}`), tour: name }),
            testid: `start-${mode}-${tour.id}`,
            on: { click: () => start(tour.id, mode) },
          },
          words.say(`tour-${mode}`),
        ),
      ),
    ),
  )
}

/** What one is on already, with a way out of it. */
function running(words: Words, { visit }: PanelParts): HTMLElement | null {
  const run = visit.touring.get()
  if (run === null) return null
  const element = h(
    'p',
    { class: 'notice-line' },
    icon(ICONS.place),
    h('span', {}, words.say('tour-running', { tour: run.tour.names[words.language] })),
  )
  return element
}
