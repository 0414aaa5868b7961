/** Room for the card of a tour; it is fetched when somebody sets out on one. */
import { type Cell, type Stop, stopAll } from '../cell'
import type { Words } from '../i18n/words'
import type { Preferences } from '../preferences'
import type { TourRun } from '../tour/run'
import type { Visit } from '../visit'
import { fill, h } from './dom'
import type { Voice } from './live'
import type { PlaceName } from './place-name'

export interface TourSlotParts {
  readonly words: Words
  readonly visit: Visit
  readonly voice: Voice
  readonly placeName: PlaceName
  readonly preferences: Cell<Preferences>
  /** Open the choice of tours. */
  readonly choose: () => void
}

/** An empty element that becomes the card while a tour is on, and the stop of its watching. */
export function tourSlot(parts: TourSlotParts): { element: HTMLElement; stop: Stop } {
  const element = h('div')
  let shown: TourRun | null = null
  let close: Stop = () => undefined
  const show = async (run: TourRun): Promise<void> => {
    const { tourCard } = await import('./tour-card')
    const card = await tourCard(parts, run)
    if (shown !== run) card.stop()
    else {
      close = card.stop
      fill(element, card.element)
      card.opened()
    }
  }
  const stop = parts.visit.touring.watch((run) => {
    if (run === shown) return
    close()
    close = () => undefined
    fill(element)
    shown = run
    if (run !== null) show(run).catch((fault: unknown) => console.error(fault))
  })
  return {
    element,
    stop: stopAll([
      () => close(),
      () => {
        shown = null
      },
      stop,
    ]),
  }
}
