/** The voice of the page for those who do not see it: one polite region that says what changed. */
import { h } from './dom'

export interface Voice {
  readonly element: HTMLElement
  /** Say a sentence, also when the same one was the last. */
  say(sentence: string): void
}

/** A region that is read aloud without interrupting. */
export function makeVoice(): Voice {
  const element = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' })
  return {
    element,
    say(sentence) {
      // A new node each time: an unchanged text would not be read again.
      element.replaceChildren(h('p', {}, sentence))
    },
  }
}
