/** One place: how it is read, what is known of it and from where, what is heard, where it really is. */
import './place.css'
import type { Api } from '../api'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import { momentAt } from '../nature/moment'
import { loadFacts, loadSources, mapLink, type PlaceFacts, sourceName } from '../place/facts'
import type { Place } from '../plan/data'
import { heardAt, named } from '../sound/heard'
import { fill, freshId, h } from './dom'
import { eventTeaser } from './event-facts'
import { joined } from './nature-words'
import type { PanelParts } from './panels'
import type { PlaceName } from './place-name'
import type { Panel } from './sheet'

interface Texts {
  readonly words: Words
  /** The sentences of place.ftl. */
  readonly text: Words
}

export async function make(parts: PanelParts): Promise<Panel> {
  const { words, api, placeName, visit } = parts
  const about = parts.about ?? visit.journey.where.get()?.id
  const place = parts.places.find(({ id }) => id === about)
  if (place === undefined) throw new RangeError(`the town has no place ${about}`)
  const [text, nature] = await Promise.all([
    loadFeatureWords('place', words.language),
    loadFeatureWords('nature', words.language),
  ])
  const known = await Promise.all([loadFacts(place.id), loadSources()]).catch(() => null)
  const texts = { words, text }
  return {
    title: place.names[words.language],
    body: h(
      'div',
      { class: 'place-panel', testid: `place-${place.id}` },
      known !== null &&
        h('p', { class: 'quiet', testid: 'place-reading' }, reading(text, known[0])),
      h('p', {}, place.about[words.language]),
      known === null
        ? h('p', { role: 'alert' }, text.say('place-failed'))
        : factsPart(texts, known[0], known[1]),
      heardPart(nature, place),
      known !== null && realPart(texts, known[0]),
      nextPart(texts, api, placeName, place),
      h(
        'div',
        { class: 'acts' },
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            testid: 'place-go',
            on: {
              click: () => {
                parts.close()
                visit.journey.goToPlace(place)
              },
            },
          },
          words.say('town-go'),
        ),
      ),
    ),
    stop: () => undefined,
  }
}

function reading(text: Words, { reading: { kana, romaji } }: PlaceFacts): string {
  return text.say('place-reading', { kana, romaji })
}

function section(title: string, ...children: readonly (HTMLElement | false)[]): HTMLElement {
  const id = freshId('place')
  return h('section', { 'aria-labelledby': id }, h('h3', { id }, title), ...children)
}

function factsPart(
  { words, text }: Texts,
  { facts }: PlaceFacts,
  sources: Readonly<Record<string, string>>,
): HTMLElement {
  return section(
    text.say('place-facts'),
    h(
      'ul',
      { class: 'place-facts' },
      ...facts.map(({ source, words: said }) =>
        h(
          'li',
          { testid: 'place-fact' },
          said[words.language],
          h(
            'span',
            { class: 'small quiet' },
            text.say('place-source', { source: sourceName(sources[source] ?? '') }),
          ),
        ),
      ),
    ),
  )
}

/** What stands in for the sounds of the town, for those who have none on or cannot hear them. */
function heardPart(nature: Words, place: Place): HTMLElement {
  const names = named(heardAt(place, momentAt(Date.now()))).map((sound) =>
    nature.say(`nature-sound-${sound}`),
  )
  return section(
    nature.say('nature-sound-heading'),
    h(
      'p',
      { testid: 'place-heard' },
      names.length === 0
        ? nature.say('nature-sound-quiet')
        : nature.say('nature-sound-hear', { sounds: joined(nature, names) }),
    ),
  )
}

function realPart({ words, text }: Texts, { map, opens }: PlaceFacts): HTMLElement | false {
  if (map === null && !opens) return false
  return section(
    text.say('place-map'),
    map !== null &&
      h(
        'p',
        {},
        h(
          'a',
          {
            href: mapLink(map, words.language),
            target: '_blank',
            rel: 'noopener noreferrer',
            testid: 'place-map',
          },
          `${text.say(`place-map-of-${map.of}`)} ${words.say('town-new-tab')}`,
        ),
        map.confidence === 'B' && h('span', { class: 'small quiet' }, text.say('place-map-rough')),
      ),
    opens && h('p', { class: 'small' }, text.say('place-opens')),
  )
}

function nextPart(
  { words, text }: Texts,
  api: Api,
  placeName: PlaceName,
  place: Place,
): HTMLElement {
  const next = h('div', { testid: 'place-next' }, h('p', { class: 'quiet' }, words.say('town-loading')))
  void api.events().then((answer) => {
    const here = answer.ok ? answer.value.find((event) => event.place === place.id) : undefined
    if (here !== undefined) fill(next, h('ul', {}, eventTeaser(words, placeName, here)))
    else {
      const why = answer.ok ? 'place-next-none' : 'place-next-failed'
      fill(next, h('p', { class: 'quiet' }, text.say(why)))
    }
  })
  return section(text.say('place-next'), next)
}
