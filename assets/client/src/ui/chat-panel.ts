/** What is said: the log, preset phrases in the reader's language, and free text while staff are there. */
import './chat-panel.css'
import { type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import type { Answer } from '../net/connection'
import type { Entry, Visit } from '../visit'
import { fill, freshId, h, write } from './dom'
import { entryLine } from './entry-line'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'

export const PHRASES = 12
/** Longest line the world takes. */
const LINE_LENGTH = 200

/** Keep `list` equal to the entries, adding at its end so that only what is new is read aloud. */
function followEntries(list: HTMLElement, visit: Visit, line: (entry: Entry) => HTMLElement): Stop {
  let seen: readonly Entry[] = []
  return visit.entries.watch((entries) => {
    const last = seen.at(-1)
    const at = last === undefined ? -1 : entries.lastIndexOf(last)
    if (last !== undefined && at === -1) fill(list)
    const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40
    for (const entry of entries.slice(at + 1)) list.append(line(entry))
    while (list.childElementCount > entries.length) list.firstElementChild?.remove()
    seen = entries
    if (isAtEnd) list.scrollTop = list.scrollHeight
  })
}

/** Whether free text may be sent now: only where staff listen. */
function isOpen(visit: Visit): boolean {
  return visit.event.get()?.state === 'open'
}

export function make({ words, visit }: PanelParts): Panel {
  const log = h('div', {
    class: 'log',
    role: 'log',
    tabindex: '0',
    'aria-label': words.say('town-chat-log'),
    testid: 'chat-log',
  })
  const empty = h('p', { class: 'quiet small' }, words.say('town-chat-empty'))
  const fault = h('p', { class: 'fault small', role: 'alert' })
  const sent = (answer: Answer): boolean => {
    write(fault, answer.ok ? '' : words.why(answer.refusal))
    return answer.ok
  }
  const phrases = phraseButtons(words, (phrase) => void visit.say({ phrase }).then(sent))
  const writing = lineForm(words, (text) => visit.say({ text }).then(sent))
  const closed = h(
    'p',
    { class: 'quiet small', testid: 'chat-closed' },
    words.say('town-chat-closed'),
  )
  const stop = stopAll([
    visit.event.watch(() => {
      writing.hidden = !isOpen(visit)
      closed.hidden = isOpen(visit)
    }),
    visit.entries.watch((entries) => (empty.hidden = entries.length > 0)),
    followEntries(log, visit, (entry) => entryLine(words, entry, visit.me.get()?.id ?? null)),
  ])
  return {
    title: words.say('town-chat-title'),
    body: h('div', { class: 'chat' }, empty, log, fault, writing, closed, phrases),
    opened: () => (log.scrollTop = log.scrollHeight),
    stop,
  }
}

function phraseButtons(words: Words, choose: (phrase: number) => void): HTMLElement {
  const numbers = Array.from({ length: PHRASES }, (_, at) => at + 1)
  const about = freshId('phrases')
  return h(
    'div',
    { role: 'group', 'aria-labelledby': about, class: 'phrases' },
    h(
      'p',
      { class: 'small', id: about },
      h('strong', {}, words.say('town-chat-phrases')),
      ' ',
      h('span', { class: 'quiet' }, words.say('town-chat-phrases-about')),
    ),
    h(
      'div',
      { class: 'pills' },
      ...numbers.map((phrase) =>
        h(
          'button',
          {
            type: 'button',
            class: 'pill',
            testid: `phrase-${phrase}`,
            on: { click: () => choose(phrase) },
          },
          words.say(`town-phrase-${phrase}`),
        ),
      ),
    ),
  )
}

function lineForm(words: Words, send: (text: string) => Promise<boolean>): HTMLFormElement {
  const id = freshId('line')
  const input = h('input', {
    id,
    type: 'text',
    maxlength: LINE_LENGTH,
    autocomplete: 'off',
    enterkeyhint: 'send',
    placeholder: words.say('town-chat-text'),
    testid: 'chat-text',
  })
  const form = h(
    'form',
    { class: 'line-form' },
    h('label', { class: 'unseen', for: id }, words.say('town-chat-text')),
    input,
    h(
      'button',
      { type: 'submit', class: 'button', testid: 'chat-send' },
      words.say('town-chat-send'),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = input.value.trim()
    if (text === '') return
    void send(text).then((isSent) => {
      // What was refused stays, so that nobody has to write it twice.
      if (isSent && input.value.trim() === text) input.value = ''
    })
  })
  return form
}
