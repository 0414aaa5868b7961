/** The voice of the page for those who do not see it: one polite region that says what changed. */
import { h } from './dom'

export interface Voice {
  readonly element: HTMLElement
  /** Say a sentence, also when the same one was the last. */
  say(sentence: string): void
}

/** Sentences that stay: one that is replaced while a reader is still speaking is never heard. */
const KEPT = 4

/** A region that is read aloud without interrupting, each sentence once. */
export function makeVoice(): Voice {
  const element = h('div', {
    class: 'unseen',
    role: 'status',
    'aria-live': 'polite',
    'aria-atomic': 'false',
  })
  return {
    element,
    say(sentence) {
      // A new node each time: an unchanged text would not be read again.
      element.append(h('p', {}, sentence))
      while (element.childElementCount > KEPT) element.firstElementChild?.remove()
    },
  }
}
