/** What a passport's page shows without asking anything: days, and what is stored. */
import type { Words } from '../i18n/words'
import type { KeptKind, VisitedDay } from '../passport-record'
import { freshId, h, quote } from './dom'

/** Days shown at once; older ones are one press away. */
const RECENT = 10

export interface Texts {
  readonly words: Words
  /** The sentences of passport.ftl. */
  readonly text: Words
}

/** A part of the page with its heading. */
export function section(title: string, ...children: readonly (HTMLElement | false)[]): HTMLElement {
  const id = freshId('passport')
  return h(
    'section',
    { class: 'passport-part', 'aria-labelledby': id },
    h('h3', { id }, title),
    ...children,
  )
}

/** The days somebody came, the latest first. */
export function visitsPart({ words, text }: Texts, visits: readonly VisitedDay[]): HTMLElement {
  const table = (some: readonly VisitedDay[]): HTMLElement =>
    h(
      'table',
      { class: 'passport-table' },
      h('caption', { class: 'unseen' }, text.say('passport-visits')),
      head(text, ['passport-day', 'passport-time', 'passport-events']),
      h(
        'tbody',
        {},
        ...some.map(({ day, minutes, events }) =>
          h(
            'tr',
            { testid: 'passport-visit' },
            h('th', { scope: 'row' }, words.day(day)),
            h('td', {}, text.say('passport-minutes', { minutes })),
            h('td', {}, ...events.map((title) => quote(h('span', {}), title))),
          ),
        ),
      ),
    )
  const older = visits.slice(RECENT)
  return section(
    text.say('passport-visits'),
    visits.length === 0
      ? h('p', { class: 'quiet' }, text.say('passport-visits-none'))
      : table(visits.slice(0, RECENT)),
    older.length > 0 &&
      h('details', { class: 'fold' }, h('summary', {}, text.say('passport-earlier')), table(older)),
  )
}

/** Everything that is stored, with what becomes of it; what there is none of is left out. */
export function keptPart({ text }: Texts, kept: readonly KeptKind[]): HTMLElement {
  return section(
    text.say('passport-kept'),
    h('p', { class: 'small' }, text.say('passport-kept-about')),
    h(
      'table',
      { class: 'passport-table', testid: 'passport-kept' },
      h('caption', { class: 'unseen' }, text.say('passport-kept')),
      head(text, ['passport-kept-what', 'passport-kept-rows', 'passport-kept-then']),
      h(
        'tbody',
        {},
        ...kept
          .filter(({ rows }) => rows > 0)
          .map(({ name, rows, erasure }) =>
            h(
              'tr',
              { testid: `kept-${name}` },
              h('th', { scope: 'row' }, text.say(`passport-kept-${name}`)),
              h('td', { class: 'passport-number' }, String(rows)),
              h('td', {}, text.say(`passport-kept-${erasure}`)),
            ),
          ),
      ),
    ),
    h('p', { class: 'small quiet' }, text.say('passport-kept-passing')),
  )
}

function head(text: Words, keys: readonly string[]): HTMLElement {
  return h(
    'thead',
    {},
    h('tr', {}, ...keys.map((key) => h('th', { scope: 'col' }, text.say(key)))),
  )
}
