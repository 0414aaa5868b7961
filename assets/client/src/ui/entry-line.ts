/** One thing that was said, as a line of the log and of what floats over the town. */
import type { Words } from '../i18n/words'
import type { Entry } from '../visit'
import { h, icon, quote } from './dom'
import { ICONS } from './icons'

/** Fetched with the first line somebody wrote: nearly all is said in phrases. */
async function namePlaces(text: HTMLElement, line: string, words: Words): Promise<void> {
  try {
    const { addOwnNames } = await import('./own-names')
    addOwnNames(text, line, words.language)
  } catch {
    // The line can be read without; the next one tries again.
  }
}

/** An entry as one line of the log. */
export function entryLine(words: Words, entry: Entry, own: number | null): HTMLElement {
  if (entry.kind === 'announcement') {
    return h(
      'p',
      { class: 'said said-announcement' },
      icon(ICONS.bell),
      h('span', { class: 'said-name' }, words.say('town-announcement')),
      quote(h('span'), entry.text),
    )
  }
  const isOwn = entry.from === own
  const text =
    entry.kind === 'phrase'
      ? h('span', {}, words.say(`town-phrase-${entry.phrase}`))
      : quote(h('span'), entry.text)
  if (entry.kind === 'line') void namePlaces(text, entry.text, words)
  return h(
    'p',
    { class: isOwn ? 'said said-own' : 'said' },
    h('span', { class: 'said-name' }, isOwn ? words.say('town-chat-you') : entry.name),
    !isOwn &&
      entry.role !== 'visitor' &&
      h('span', { class: 'chip said-role' }, words.say(`town-role-${entry.role}`)),
    text,
  )
}
