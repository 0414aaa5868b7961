/** The five gestures an avatar can make. */
import { Emote } from '../town'
import { h, write } from './dom'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'

export const EMOTES: readonly Emote[] = Object.values(Emote)

export function make({ words, visit }: PanelParts): Panel {
  const fault = h('p', { class: 'fault small', role: 'alert' })
  const make = async (emote: Emote): Promise<void> => {
    const answer = await visit.emote(emote)
    write(fault, answer.ok ? '' : words.why(answer.refusal))
  }
  const buttons = EMOTES.map((emote) =>
    h(
      'button',
      {
        type: 'button',
        class: 'pill',
        testid: `emote-${emote}`,
        on: { click: () => void make(emote) },
      },
      words.say(`town-emote-${emote}`),
    ),
  )
  return {
    title: words.say('town-gesture'),
    body: h('div', {}, h('div', { class: 'pills' }, ...buttons), fault),
    stop: () => undefined,
  }
}
