/** What a visitor may set while walking: language, size of text, drawing, motion. */
import { loadFeatureWords } from '../i18n/feature-words'
import { TEXT_PERCENTS } from '../preferences'
import type { Tier } from '../town'
import { freshId, h } from './dom'
import { languagePicker } from './language-picker'
import type { PanelParts } from './panels'
import { peopleSection } from './people-section'
import type { Panel } from './sheet'

const TIERS: readonly Tier[] = ['low', 'mid', 'high']

export async function make({ words, api, preferences }: PanelParts): Promise<Panel> {
  const [people, own] = await Promise.all([
    peopleSection({ words, api, preferences }),
    loadFeatureWords('settings', words.language),
  ])
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
  const textId = freshId('text')
  const text = h(
    'select',
    { id: textId, testid: 'text-size' },
    ...TEXT_PERCENTS.map((value) =>
      h(
        'option',
        { value, selected: value === (now.textPercent ?? 100) },
        own.say('settings-text-size', { percent: value }),
      ),
    ),
  )
  text.addEventListener('change', () => {
    const textPercent = TEXT_PERCENTS.find((value) => String(value) === text.value)
    if (textPercent !== undefined) preferences.set({ ...preferences.get(), textPercent })
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
      h('p', { class: 'field' }, h('label', { for: textId }, own.say('settings-text')), text),
      h('p', { class: 'field' }, h('label', { for: tierId }, words.say('town-tier')), tier),
      later,
      h('p', { class: 'check' }, calm, h('label', { for: calmId }, words.say('town-motion'))),
      people,
      h(
        'p',
        { class: 'small' },
        h(
          'a',
          { href: `/accessibility?lang=${words.language}`, target: '_blank', testid: 'statement' },
          words.say('town-accessibility'),
          ' ',
          h('span', { class: 'quiet' }, words.say('town-new-tab')),
        ),
      ),
    ),
    stop: () => undefined,
  }
}
