/** Typing in a code from paper, for whoever cannot scan it. */
import type { Words } from '../i18n/words'
import { freshId, h, write } from './dom'

export interface CodeForm {
  readonly element: HTMLFormElement
  /** Say what was wrong with the code, and go there. */
  complain(sentence: string): void
}

/** The form; `submit` is handed what was typed. */
export function codeForm(words: Words, submit: (code: string) => Promise<void>): CodeForm {
  const id = freshId('code')
  const hint = freshId('hint')
  const wrong = freshId('fault')
  const fault = h('p', { class: 'fault small', id: wrong, role: 'alert', testid: 'code-fault' })
  const input = h('input', {
    id,
    type: 'text',
    class: 'code-input',
    maxlength: 60,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    required: true,
    'aria-describedby': `${hint} ${wrong}`,
    testid: 'code',
  })
  const button = h(
    'button',
    { type: 'submit', class: 'button', testid: 'code-look' },
    words.say('town-claim-look'),
  )
  const element = h(
    'form',
    { class: 'code-form', novalidate: true },
    h(
      'div',
      { class: 'field-block' },
      h('label', { for: id, class: 'field-label' }, words.say('town-claim-code-label')),
      h('p', { class: 'small quiet', id: hint }, words.say('town-claim-code-hint')),
      input,
      fault,
    ),
    h('div', { class: 'acts' }, button),
  )
  const complain = (sentence: string): void => {
    write(fault, sentence)
    input.setAttribute('aria-invalid', String(sentence !== ''))
    if (sentence !== '') input.focus()
  }
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    if (button.getAttribute('aria-disabled') === 'true') return
    if (input.value.trim() === '') return complain(words.say('town-claim-code-missing'))
    complain('')
    button.setAttribute('aria-disabled', 'true')
    void submit(input.value.trim()).finally(() => button.removeAttribute('aria-disabled'))
  })
  return { element, complain }
}
