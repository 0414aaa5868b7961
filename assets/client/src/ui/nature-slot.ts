/** Room for the line about the tide; it is fetched once walking works, for nobody waits for it. */
import type { Stop } from '../cell'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import { fill, h } from './dom'

/** Milliseconds after which the chip is fetched even if the page is never idle. */
const AT_LATEST_MS = 4000

/** An empty element that becomes the chip, and the stop of its clock. */
export function natureSlot(
  words: Words,
  open: (opener: HTMLElement) => void,
): { element: HTMLElement; stop: Stop } {
  const element = h('div', { class: 'nature-slot' })
  let isStopped = false
  let stopChip: Stop = () => undefined
  const fetchChip = async (): Promise<void> => {
    try {
      const [{ makeNatureChip }, own] = await Promise.all([
        import('./nature-chip'),
        loadFeatureWords('nature', words.language),
      ])
      if (isStopped) return
      const chip = makeNatureChip(own, open)
      stopChip = chip.stop
      fill(element, chip.element)
    } catch (fault) {
      // The panel can still be opened from the menu, and asks for the same files again.
      console.error(fault)
    }
  }
  const idle = (act: () => void): Stop => {
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(act, AT_LATEST_MS / 4)
      return () => clearTimeout(timer)
    }
    const asked = requestIdleCallback(act, { timeout: AT_LATEST_MS })
    return () => cancelIdleCallback(asked)
  }
  const unask = idle(() => void fetchChip())
  return {
    element,
    stop: () => {
      isStopped = true
      unask()
      stopChip()
    },
  }
}
