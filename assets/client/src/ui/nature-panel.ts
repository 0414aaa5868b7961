/** Tide and sky: the day's tide as curve and table, sun, moon, season, festivals, and the sounds of the town. */
import './nature.css'
import { stopAll } from '../cell'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import { dayOf, startOfDay } from '../nature/kashima-time'
import { tideAt, tideTurns } from '../nature/tide'
import { fill, h } from './dom'
import {
  clock,
  festivalWords,
  metres,
  seasonWords,
  seaWords,
  skyWords,
  turnWord,
} from './nature-words'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'
import { soundSection } from './sound-section'
import { tideCurve } from './tide-curve'

const DAY = 86_400_000
/** Milliseconds between two looks at the clock. */
const LOOK_MS = 60_000

export async function make(parts: PanelParts): Promise<Panel> {
  const words = await loadFeatureWords('nature', parts.words.language)
  const sound = soundSection({ words, visit: parts.visit, voice: parts.voice })
  const told = h('div', { class: 'nature', testid: 'nature' })
  const show = (): void => fill(told, ...sections(words, Date.now()))
  show()
  const timer = setInterval(show, LOOK_MS)
  return {
    title: words.say('nature-title'),
    body: h('div', {}, told, sound.element),
    stop: stopAll([sound.stop, () => clearInterval(timer)]),
  }
}

const paragraphs = (lines: readonly string[]): HTMLElement[] =>
  lines.map((line) => h('p', {}, line))

function sections(words: Words, now: number): HTMLElement[] {
  const sea = seaWords(words, now)
  return [
    h(
      'section',
      {},
      h('h3', {}, words.say('nature-sea-heading')),
      ...paragraphs([sea.now, sea.flat, sea.size]),
      ...tideOfDay(words, now),
      h('p', { class: 'quiet small' }, words.say('nature-note')),
    ),
    h(
      'section',
      {},
      h('h3', {}, words.say('nature-sky-heading')),
      ...paragraphs(skyWords(words, now)),
    ),
    h(
      'section',
      {},
      h('h3', {}, words.say('nature-season-heading')),
      h('p', {}, seasonWords(words, now)),
    ),
    h(
      'section',
      {},
      h('h3', {}, words.say('nature-festival-heading')),
      ...paragraphs(festivalWords(words, now)),
    ),
  ]
}

/** Curve and table of Kashima's day. */
function tideOfDay(words: Words, now: number): (HTMLElement | SVGSVGElement)[] {
  const midnight = startOfDay(dayOf(now))
  const turns = tideTurns(midnight, midnight + DAY)
  const head = (key: string): HTMLElement => h('th', { scope: 'col' }, words.say(key))
  const row = (turn: (typeof turns)[number]): HTMLElement =>
    h(
      'tr',
      {},
      h('td', {}, turnWord(words, turn)),
      h('td', {}, clock(words, turn.at)),
      h('td', {}, metres(words, turn.height)),
    )
  return [
    tideCurve({ midnight, now, turns, heightAt: tideAt, label: words.say('nature-curve') }),
    h(
      'table',
      { class: 'tide-table', testid: 'tide-table' },
      h('caption', {}, words.say('nature-table')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head('nature-column-turn'),
          head('nature-column-time'),
          head('nature-column-height'),
        ),
      ),
      h('tbody', {}, ...turns.map(row)),
    ),
  ]
}
