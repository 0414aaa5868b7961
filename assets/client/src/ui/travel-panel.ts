/** The quick way: a small line map of the islands, and a button for every place on them. */
import './travel.css'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { IslandId, Place } from '../plan/data'
import { islandOf, placeOf } from '../sim/whereabouts'
import { fill, freshId, h, icon } from './dom'
import { ICONS } from './icons'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'

/** The stations in the order of the line. */
const LINE: readonly IslandId[] = ['shrine', 'hama', 'castle', 'shore']
/** Milliseconds of the veil before the journey and after it. */
const VEIL_MS = 180

/** The panel, opened at the island one is on, or at the one of the place it is about. */
export async function make(parts: PanelParts): Promise<Panel> {
  const words = await loadFeatureWords('travel', parts.words.language)
  const { visit, places, islands, about } = parts
  const pose = visit.journey.pose()
  const here = pose === null ? null : placeOf(places, pose)
  const home = pose === null ? null : (here?.island ?? islandOf(islands, pose)?.id ?? null)
  const asked = places.find(({ id }) => id === about)
  const fault = h('p', { class: 'fault', role: 'alert', testid: 'travel-fault' })
  const list = h('ul', { class: 'rows travel-places', testid: 'travel-places' })
  const name = freshId('line')

  let isGoing = false
  const go = async (place: Place): Promise<void> => {
    // Who presses twice means one journey.
    if (isGoing) return
    isGoing = true
    fill(fault)
    const drop = await veil(isSeen(parts))
    const answer = await visit.travel(place)
    drop()
    isGoing = false
    if (!answer.ok) {
      fill(fault, parts.words.why(answer.refusal))
      return
    }
    parts.voice.say(words.say('travel-arrived', { place: place.names[words.language] }))
    parts.close()
  }
  const show = (island: IslandId): void => {
    const there = places.filter((place) => place.island === island)
    fill(list, ...there.map((place) => row(words, place, place === here, () => void go(place))))
  }
  const open = asked?.island ?? home ?? LINE[0] ?? 'shrine'
  show(open)
  return {
    title: parts.words.say('town-travel'),
    body: h(
      'div',
      { class: 'travel', testid: 'travel' },
      h('p', {}, words.say('travel-about')),
      fault,
      h(
        'fieldset',
        { class: 'travel-line' },
        h('legend', { class: 'unseen' }, words.say('travel-line')),
        ...LINE.map((id) => {
          const island = islands.find((one) => one.id === id)
          const radio = h('input', {
            type: 'radio',
            name,
            value: id,
            id: `${name}-${id}`,
            checked: id === open,
            testid: `station-${id}`,
            on: { change: () => show(id) },
          })
          return h(
            'p',
            { class: 'travel-station' },
            radio,
            h(
              'label',
              { for: `${name}-${id}` },
              h('span', { class: 'travel-dot' }, id === home && icon(ICONS.place)),
              h('span', {}, island?.names[words.language] ?? id),
              id === home && h('span', { class: 'unseen' }, ` (${words.say('travel-here')})`),
            ),
          )
        }),
      ),
      list,
    ),
    stop: () => undefined,
  }
}

function row(words: Words, place: Place, isHere: boolean, go: () => void): HTMLElement {
  return h(
    'li',
    { class: 'row' },
    h(
      'button',
      {
        type: 'button',
        class: 'menu-item travel-go',
        testid: `travel-${place.id}`,
        on: { click: go },
      },
      icon(ICONS.place),
      h('span', {}, place.names[words.language]),
      isHere && h('span', { class: 'chip' }, words.say('travel-here')),
    ),
  )
}

/** Whether the town is looked at, so that a jump would be a shock. */
function isSeen({ preferences, canBeSolid }: PanelParts): boolean {
  const { calm, flat } = preferences.get()
  return canBeSolid && !flat && !calm
}

/** Cover the view, if it is to be covered; what comes back uncovers it. */
async function veil(isWanted: boolean): Promise<() => void> {
  if (!isWanted) return () => undefined
  const element = h('div', { class: 'travel-veil' })
  document.body.append(element)
  await new Promise((resolve) => setTimeout(resolve, VEIL_MS))
  return () => {
    element.classList.add('is-lifted')
    setTimeout(() => element.remove(), VEIL_MS)
  }
}
