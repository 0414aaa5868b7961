/** Name, look, and the question whether one may be remembered; nothing else is ever asked. */
import type { Words } from '../i18n/words'
import type { Refusal } from '../net/protocol'
import { type Child, freshId, h, write } from './dom'
import { lookPicker } from './look-picker'

/** What a visitor has filled in so far; it outlives a change of language. */
export interface Draft {
  nickname: string
  look: number
  /** null until the visitor has answered. */
  remember: boolean | null
}

export const NICKNAME_LENGTH = 24

export interface PassportFormParts {
  readonly words: Words
  readonly draft: Draft
  /** Someone who is known already has answered. */
  readonly asksToRemember: boolean
  /** Where there is no town to be seen in, a look can wait; the draft has one at random. */
  readonly picksLook?: boolean
  /** Buttons below the fields; `value` is handed to `submit`. */
  readonly buttons: readonly HTMLButtonElement[]
  /** Resolves to a refusal to show, or null when all is well. */
  readonly submit: (button: string) => Promise<Refusal | null>
}

/** The form; it shows what is missing beside the field and goes there. */
export function passportForm(parts: PassportFormParts): HTMLFormElement {
  const { words, draft, buttons } = parts
  const name = nameField(words, draft)
  const remember = parts.asksToRemember ? rememberField(words, draft) : null
  const fault = h('p', { class: 'fault', role: 'alert', testid: 'form-fault' })
  const form = h(
    'form',
    { class: 'passport-form', novalidate: true, testid: 'passport-form' },
    name.element,
    parts.picksLook !== false &&
      lookPicker(words, draft.look, (look) => {
        draft.look = look
      }),
    remember?.element,
    fault,
    h('div', { class: 'acts' }, ...buttons),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    write(fault, '')
    name.complain(
      draft.nickname.trim() === '' ? words.say('error-name-refused', { rule: 'empty' }) : '',
    )
    remember?.complain(draft.remember === null ? words.say('town-remember-choose') : '')
    if (draft.nickname.trim() === '') return name.focus()
    if (remember !== null && draft.remember === null) return remember.focus()
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
    void send(pressed)
  })

  async function send(pressed: string): Promise<void> {
    for (const button of buttons) button.setAttribute('aria-disabled', 'true')
    const refusal = form.dataset['busy'] === undefined ? await busy(pressed) : null
    for (const button of buttons) button.removeAttribute('aria-disabled')
    if (refusal === null) return
    const sentence = words.why(refusal)
    if (refusal.code === 'name-refused') {
      name.complain(sentence)
      name.focus()
    } else write(fault, sentence)
  }

  // A second press while the first is on its way would register twice.
  async function busy(pressed: string): Promise<Refusal | null> {
    form.dataset['busy'] = ''
    try {
      return await parts.submit(pressed)
    } finally {
      delete form.dataset['busy']
    }
  }
  return form
}

interface Field {
  readonly element: HTMLElement
  /** Show what is wrong, or nothing. */
  complain(sentence: string): void
  focus(): void
}

function nameField(words: Words, draft: Draft): Field {
  const id = freshId('nickname')
  const hint = freshId('hint')
  const wrong = freshId('fault')
  const input = h('input', {
    id,
    type: 'text',
    value: draft.nickname,
    maxlength: NICKNAME_LENGTH,
    autocomplete: 'nickname',
    required: true,
    'aria-describedby': `${hint} ${wrong}`,
    testid: 'nickname',
  })
  const fault = h('p', { class: 'fault small', id: wrong, role: 'alert', testid: 'nickname-fault' })
  input.addEventListener('input', () => {
    draft.nickname = input.value
  })
  return {
    element: h(
      'div',
      { class: 'field-block' },
      h('label', { for: id, class: 'field-label' }, words.say('town-name-label')),
      h('p', { class: 'small quiet', id: hint }, words.say('town-name-hint')),
      input,
      fault,
    ),
    complain(sentence) {
      write(fault, sentence)
      input.setAttribute('aria-invalid', String(sentence !== ''))
    },
    focus: () => input.focus(),
  }
}

/** Two answers of the same size and weight; none is chosen for the visitor. */
function rememberField(words: Words, draft: Draft): Field {
  const group = freshId('remember')
  const wrong = freshId('fault')
  const fault = h('p', { class: 'fault small', id: wrong, role: 'alert', testid: 'remember-fault' })
  const answer = (
    value: boolean,
    key: string,
    aboutKey: string,
  ): { input: HTMLInputElement; element: HTMLElement } => {
    const id = freshId('answer')
    const about = freshId('about')
    const input = h('input', {
      type: 'radio',
      name: group,
      id,
      checked: draft.remember === value,
      'aria-describedby': about,
      testid: value ? 'remember-yes' : 'remember-no',
    })
    input.addEventListener('change', () => {
      draft.remember = value
      write(fault, '')
    })
    const element = h(
      'div',
      { class: 'answer' },
      input,
      h('label', { for: id }, words.say(key)),
      h('p', { class: 'small quiet', id: about }, words.say(aboutKey)),
    )
    return { input, element }
  }
  const yes = answer(true, 'town-remember-yes', 'town-remember-yes-about')
  const no = answer(false, 'town-remember-no', 'town-remember-no-about')
  return {
    element: h(
      'fieldset',
      { class: 'field-block', 'aria-describedby': wrong },
      h('legend', { class: 'field-label' }, words.say('town-remember-label')),
      h('div', { class: 'answers' }, yes.element, no.element),
      fault,
    ),
    complain: (sentence) => write(fault, sentence),
    focus: () => yes.input.focus(),
  }
}

/** A button that submits the form with its value. */
export function submitButton(
  value: string,
  kind: 'main' | 'quiet',
  { testid, about }: { testid: string; about?: string },
  ...label: readonly Child[]
): HTMLButtonElement {
  return h(
    'button',
    {
      type: 'submit',
      value,
      class: kind === 'main' ? 'button' : 'button quiet-button',
      testid,
      'aria-describedby': about ?? null,
    },
    ...label,
  )
}
