/** Room for the first steps; fetched for who has not taken them, gone for good once they have. */
import { type Stop, stopAll } from '../cell'
import { fill, h } from './dom'
import type { FirstStepsParts } from './first-steps'

/** An element with the card in it while it is needed, and the stop of its watching. */
export function firstStepsSlot(parts: FirstStepsParts): { element: HTMLElement; stop: Stop } {
  const element = h('div')
  let close: Stop = () => undefined
  let isNeeded = parts.preferences.get().helped !== true
  const open = async (): Promise<void> => {
    const { firstSteps } = await import('./first-steps')
    const card = await firstSteps(parts)
    if (!isNeeded) {
      card.stop()
      return
    }
    close = card.stop
    fill(element, card.element)
  }
  const end = (): void => {
    isNeeded = false
    close()
    close = () => undefined
    fill(element)
  }
  if (isNeeded) open().catch((fault: unknown) => console.error(fault))
  return {
    element,
    stop: stopAll([
      end,
      parts.preferences.changes(({ helped }) => {
        if (helped === true && isNeeded) end()
      }),
    ]),
  }
}
