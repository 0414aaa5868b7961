/** Quiet, and the people one does not want to meet: what a visitor settles about others. */
import './person.css'
import type { Api } from '../api'
import type { Cell } from '../cell'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { Preferences } from '../preferences'
import { fill, freshId, h, write } from './dom'

export interface PeopleSectionParts {
  readonly words: Words
  readonly api: Pick<Api, 'ask'>
  readonly preferences: Cell<Preferences>
}

interface Block {
  readonly id: number
  readonly name: string
  readonly at: string
}

/** The section; the list of people is asked for when it is made. Rejects without its sentences. */
export async function peopleSection(parts: PeopleSectionParts): Promise<HTMLElement> {
  const own = await loadFeatureWords('people', parts.words.language)
  return h('div', {}, quietSwitch(own, parts.preferences), apartList(own, parts))
}

function quietSwitch(own: Words, preferences: Cell<Preferences>): HTMLElement {
  const [id, about] = [freshId('quiet'), freshId('quiet-about')]
  const box = h('input', {
    type: 'checkbox',
    id,
    checked: preferences.get().quiet === true,
    'aria-describedby': about,
    testid: 'quiet',
  })
  box.addEventListener('change', () => {
    const { quiet: _, ...rest } = preferences.get()
    preferences.set(box.checked ? { ...rest, quiet: true } : rest)
  })
  return h(
    'div',
    {},
    h('p', { class: 'check' }, box, h('label', { for: id }, own.say('people-quiet'))),
    h('p', { class: 'small quiet', id: about }, own.say('people-quiet-about')),
  )
}

function apartList(own: Words, { words, api }: PeopleSectionParts): HTMLElement {
  const heading = freshId('apart')
  const fault = h('p', { class: 'fault small', role: 'alert' })
  const status = h('p', { class: 'small', role: 'status', testid: 'apart-status' })
  const title = h('h3', { id: heading, tabindex: '-1' }, own.say('people-apart'))
  const list = h('ul', { class: 'rows', 'aria-labelledby': heading, testid: 'apart' })
  const show = (blocks: readonly Block[]): void => {
    fill(list, ...blocks.map(row))
    if (blocks.length === 0) write(status, own.say('people-apart-none'))
  }
  const load = async (): Promise<void> => {
    const answer = await api.ask<{ blocks: readonly Block[] }>('GET', '/api/people/blocks')
    if (answer.ok) show(answer.value.blocks)
    else write(fault, words.why(answer.refusal))
  }
  const row = (block: Block): HTMLElement => {
    const { name, at } = block
    return h(
      'li',
      { class: 'row' },
      h(
        'div',
        {},
        h('span', { class: 'row-name' }, name),
        ' ',
        h('span', { class: 'small quiet' }, words.day(at.slice(0, 10))),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'quiet-button',
          'aria-label': own.say('people-unblock-name', { name }),
          testid: 'unblock',
          on: { click: () => void unblock(block) },
        },
        own.say('people-unblock'),
      ),
    )
  }
  const unblock = async ({ id, name }: Block): Promise<void> => {
    const answer = await api.ask('DELETE', `/api/people/blocks/${id}`)
    // Not found: taken back in another tab.
    if (!answer.ok && answer.refusal.code !== 'not-found') {
      write(fault, words.why(answer.refusal))
      return
    }
    write(fault, '')
    write(status, own.say('people-unblocked', { name }))
    await load()
    title.focus()
  }
  void load()
  return h('section', { class: 'apart', 'aria-labelledby': heading }, title, status, fault, list)
}
