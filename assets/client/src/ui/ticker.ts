/** The last few lines said, floating over the town for a while; the panel keeps all of them. */
import { type Stop, stopAll, type Watched } from '../cell'
import type { Words } from '../i18n/words'
import type { Preferences } from '../preferences'
import type { Entry, Visit } from '../visit'
import { fill, h } from './dom'
import { entryLine } from './entry-line'
import { takesRoom } from './room'

/** Lines at most. */
const LINES = 3
/** Milliseconds after which a line makes room for the view. */
const STAYS_MS = 25_000

/** Announcements have a card of their own, and so have the words of guide and staff. */
const floats = (entry: Entry): boolean =>
  entry.kind === 'phrase' || (entry.kind === 'line' && entry.role === 'visitor')

/** The lines, as a log for screen readers, and the stop of its watching. */
export function makeTicker(
  words: Words,
  visit: Visit,
  preferences: Watched<Preferences>,
): { element: HTMLElement; stop: Stop } {
  const element = h('div', {
    class: 'ticker',
    role: 'log',
    'aria-label': words.say('town-chat-log'),
    testid: 'ticker',
  })
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let last: Entry | undefined
  const float = (entry: Entry): void => {
    const line = entryLine(words, entry, visit.me.get()?.id ?? null)
    element.append(line)
    const timer = setTimeout(() => {
      timers.delete(timer)
      line.remove()
    }, STAYS_MS)
    timers.add(timer)
  }
  const stop = stopAll([
    takesRoom(element, '--ticker'),
    preferences.watch(({ quiet }) => {
      if (quiet === true) fill(element)
    }),
    visit.entries.watch((entries) => {
      const said = preferences.get().quiet === true ? [] : entries.filter(floats)
      const at = last === undefined ? -1 : said.lastIndexOf(last)
      if (at === -1) fill(element)
      for (const entry of said.slice(at + 1).slice(-LINES)) float(entry)
      while (element.childElementCount > LINES) element.firstElementChild?.remove()
      last = said.at(-1)
    }),
    () => {
      for (const timer of timers) clearTimeout(timer)
    },
  ])
  return { element, stop }
}
