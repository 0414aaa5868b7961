/** Room for a card of news, which is fetched when the first news come. */
import type { Stop, Watched } from '../cell'
import { fill, h } from './dom'

export interface Card {
  readonly element: HTMLElement
  readonly stop: Stop
}

/** An empty element that becomes the card; `open` is told what was known before the news. */
export function newsOf<T>(watched: Watched<T>, open: (before: T) => Promise<Card>): Card {
  const element = h('div', { class: 'news' })
  const before = watched.get()
  let isStopped = false
  let isOpening = false
  let closeCard: Stop = () => undefined
  const fetchCard = async (): Promise<void> => {
    isOpening = true
    try {
      const card = await open(before)
      if (isStopped) {
        card.stop()
        return
      }
      closeCard = card.stop
      fill(element, card.element)
      stop()
    } catch (fault) {
      // Nothing is lost but the moment: it stands in the book, and the next news try again.
      console.error(fault)
      isOpening = false
    }
  }
  const stop = watched.changes(() => {
    if (!isOpening) void fetchCard()
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
