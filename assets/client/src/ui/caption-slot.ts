/** Room for the captions of a guide; the card and its sentences are fetched when one is first heard. */
import { type Cell, type Stop, stopAll } from '../cell'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { Preferences } from '../preferences'
import type { Visit } from '../visit'
import { fill, h } from './dom'

export interface CaptionSlotParts {
  readonly words: Words
  readonly visit: Visit
  readonly preferences: Cell<Preferences>
}

/** An empty element that becomes the card, and the stop of its watching. */
export function captionSlot(parts: CaptionSlotParts): { element: HTMLElement; stop: Stop } {
  const { visit, words } = parts
  const element = h('div')
  let isStopped = false
  let isOpening = false
  let closeCard: Stop = () => undefined
  const open = async (): Promise<void> => {
    isOpening = true
    try {
      const [{ captionCard, sizeOf }, guideWords] = await Promise.all([
        import('./caption'),
        loadFeatureWords('guide', words.language),
      ])
      if (isStopped) return
      const size = sizeOf(parts.preferences)
      const card = captionCard({ words: guideWords, spoken: visit.spoken, size: size.cell })
      closeCard = stopAll([card.stop, size.stop])
      fill(element, card.element)
    } catch (fault) {
      // The words are in the log as well; with the next sentence it is tried again.
      console.error(fault)
      isOpening = false
    }
  }
  const stop = visit.spoken.watch((spoken) => {
    if (spoken.length > 0 && !isOpening) void open()
  })
  return {
    element,
    stop: () => {
      isStopped = true
      stop()
      closeCard()
    },
  }
}
