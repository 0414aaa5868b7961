/** A choice among the five languages, each by its own name. */
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/language'
import type { Words } from '../i18n/words'
import { freshId, h } from './dom'

/** A choice among the five languages, each by its own name. */
export function languagePicker(words: Words, choose: (language: Language) => void): HTMLElement {
  const id = freshId('language')
  const select = h(
    'select',
    { id, testid: 'language' },
    ...LANGUAGES.map((value) =>
      h(
        'option',
        { value, lang: value, selected: value === words.language },
        LANGUAGE_NAMES[value],
      ),
    ),
  )
  select.addEventListener('change', () => {
    const chosen = LANGUAGES.find((language) => language === select.value)
    if (chosen !== undefined) choose(chosen)
  })
  // The English word beside the visitor's own is for whoever landed in a language they cannot read.
  const label =
    words.language === 'en'
      ? words.say('town-language')
      : `${words.say('town-language')} / Language`
  return h('p', { class: 'field language' }, h('label', { for: id }, label), select)
}
