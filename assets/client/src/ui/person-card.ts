/** What one can do about another visitor: go to them, or not meet them any more. */
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { AvatarCard } from '../town'
import type { Visit } from '../visit'
import { freshId, h, write } from './dom'
import { showOver } from './over-page'

export interface PersonCardParts {
  readonly words: Words
  readonly visit: Pick<Visit, 'block' | 'journey' | 'roster'>
  readonly card: AvatarCard
  readonly opener: HTMLElement
  /** Called with what is to be said once the card is closed. */
  readonly done: (text: string) => void
}

/** Show the card over the page. Rejects when its sentences cannot be fetched. */
export async function openPersonCard(parts: PersonCardParts): Promise<void> {
  const { words, visit, card, opener, done } = parts
  const own = await loadFeatureWords('people', words.language)
  const { name } = card
  const [title, about] = [freshId('person'), freshId('person-about')]
  const fault = h('p', { class: 'fault', role: 'alert' })
  const block = async (): Promise<void> => {
    button.disabled = true
    const answer = await visit.block(card.id)
    button.disabled = false
    if (!answer.ok) {
      write(fault, words.why(answer.refusal))
      return
    }
    dialog.close()
    done(own.say('people-blocked', { name }))
  }
  const go = (): void => {
    const pose = visit.roster.pose(card.id, performance.now() / 1000)
    dialog.close()
    if (pose !== null) visit.journey.goToGround(pose)
  }
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button quiet-button',
      testid: 'person-block',
      'aria-describedby': about,
      on: { click: () => void block() },
    },
    own.say('people-block'),
  )
  const dialog = h(
    'dialog',
    { class: 'card person-card', 'aria-labelledby': title, testid: 'person-card' },
    h('h2', { id: title }, name),
    h(
      'div',
      { class: 'acts' },
      h(
        'button',
        { type: 'button', class: 'button', testid: 'person-go', on: { click: go } },
        own.say('people-go'),
      ),
    ),
    h('p', { id: about, class: 'small' }, own.say('people-block-about')),
    fault,
    h(
      'div',
      { class: 'acts' },
      button,
      h(
        'button',
        {
          type: 'button',
          class: 'button quiet-button',
          autofocus: true,
          testid: 'person-close',
          on: { click: () => dialog.close() },
        },
        words.say('town-close'),
      ),
    ),
  )
  showOver(dialog, { opener, closed: () => undefined })
}
