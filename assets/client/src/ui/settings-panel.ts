/** What a visitor may set while walking: language, drawing, motion. */
import type { Cell } from '../cell'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/language'
import type { Words } from '../i18n/words'
import type { Preferences } from '../preferences'
import type { Tier } from '../town'
import { freshId, h } from './dom'
import type { Panel } from './sheet'

const TIERS: readonly Tier[] = ['low', 'mid', 'high']

export function settingsPanel(words: Words, preferences: Cell<Preferences>): Panel {
  const now = preferences.get()
  const tierId = freshId('tier')
  const later = h('p', { class: 'small quiet', role: 'status' })
  const tier = h(
    'select',
    { id: tierId, testid: 'tier' },
    ...TIERS.map((value) =>
      h('option', { value, selected: value === now.tier }, words.say(`town-tier-${value}`)),
    ),
  )
  tier.addEventListener('change', () => {
    const chosen = TIERS.find((value) => value === tier.value)
    if (chosen === undefined) return
    preferences.set({ ...preferences.get(), tier: chosen })
    later.textContent = words.say('town-tier-later')
  })
  const calmId = freshId('calm')
  const calm = h('input', { type: 'checkbox', id: calmId, checked: now.calm, testid: 'calm' })
  calm.addEventListener('change', () =>
    preferences.set({ ...preferences.get(), calm: calm.checked }),
  )
  return {
    title: words.say('town-settings-title'),
    body: h(
      'div',
      { class: 'settings' },
      languagePicker(words, (language) => preferences.set({ ...preferences.get(), language })),
      h('p', { class: 'field' }, h('label', { for: tierId }, words.say('town-tier')), tier),
      later,
      h('p', { class: 'check' }, calm, h('label', { for: calmId }, words.say('town-motion'))),
    ),
    stop: () => undefined,
  }
}

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
