/** Typing in the word that was said in an event, to be given its badge. */
import type { Api, Badge } from '../api'
import type { Words } from '../i18n/words'
import { freshId, h, write } from './dom'

export interface WordEntryParts {
  readonly words: Words
  readonly api: Pick<Api, 'sayWord'>
  /** The event's link. */
  readonly slug: string
  /** The badge is the visitor's now. */
  readonly received: (badge: Badge) => void
}

/** A fold with one field; what came of it is said below. */
export function wordEntry({ words, api, slug, received }: WordEntryParts): HTMLElement {
  const id = freshId('word')
  const hint = freshId('hint')
  const wrong = freshId('fault')
  const fault = h('p', { class: 'fault small', id: wrong, role: 'alert', testid: 'word-fault' })
  const told = h('p', { role: 'status', testid: 'word-told' })
  const input = h('input', {
    id,
    type: 'text',
    maxlength: 80,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: true,
    'aria-describedby': `${hint} ${wrong}`,
    testid: 'word',
  })
  const button = h(
    'button',
    { type: 'submit', class: 'button quiet-button', testid: 'word-send' },
    words.say('town-word-send'),
  )
  const form = h(
    'form',
    { novalidate: true },
    h(
      'div',
      { class: 'field-block' },
      h('label', { for: id, class: 'field-label' }, words.say('town-word-label')),
      h('p', { class: 'small quiet', id: hint }, words.say('town-word-hint')),
      input,
      fault,
    ),
    h('div', { class: 'acts' }, button),
    told,
  )
  const complain = (sentence: string): void => {
    write(fault, sentence)
    input.setAttribute('aria-invalid', String(sentence !== ''))
    if (sentence !== '') input.focus()
  }
  async function send(): Promise<void> {
    button.setAttribute('aria-disabled', 'true')
    const answer = await api.sayWord(slug, input.value.trim())
    button.removeAttribute('aria-disabled')
    if (!answer.ok) return complain(words.why(answer.refusal))
    const { badge, is_new } = answer.value
    input.value = ''
    write(told, words.say(is_new ? 'town-badge-got' : 'town-word-had', { title: badge.title }))
    received(badge)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (button.getAttribute('aria-disabled') === 'true') return
    write(told, '')
    if (input.value.trim() === '') return complain(words.say('town-word-missing'))
    complain('')
    void send()
  })
  return h(
    'details',
    { class: 'fold', testid: 'word-entry' },
    h('summary', {}, words.say('town-word-title')),
    form,
  )
}
