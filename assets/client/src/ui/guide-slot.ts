/** Room for what belongs to a guide; fetched when one is here for the first time. */
import { type Stop, stopAll } from '../cell'
import { loadFeatureWords } from '../i18n/feature-words'
import { fill, h } from './dom'
import type { PanelParts } from './panels'

type GuideSlotParts = Pick<PanelParts, 'words' | 'visit' | 'voice' | 'places'>

/** An empty element that becomes the bar, and the stop of its watching. */
export function guideSlot(parts: GuideSlotParts): { element: HTMLElement; stop: Stop } {
  const element = h('div')
  // A set of tools made anew must not repeat a call of long ago.
  const heardBefore = parts.visit.call.get()?.n ?? 0
  let isStopped = false
  let isOpening = false
  let closeBar: Stop = () => undefined
  const open = async (): Promise<void> => {
    isOpening = true
    try {
      const [{ guideBar }, guideWords] = await Promise.all([
        import('./guide-bar'),
        loadFeatureWords('guide', parts.words.language),
      ])
      if (isStopped) return
      const bar = guideBar({ ...parts, guideWords, answered: heardBefore })
      closeBar = bar.stop
      fill(element, bar.element)
    } catch (fault) {
      // The guide can be walked to by hand; with the next change of who is here it is tried again.
      console.error(fault)
      isOpening = false
    }
  }
  const { visit } = parts
  const look = (): void => {
    const leads = visit.me.get()?.role !== 'visitor' && visit.me.get() !== null
    const isLed = visit.others.get().some(({ role }) => role === 'guide')
    if (!isOpening && (leads || isLed || visit.call.get() !== null)) void open()
  }
  const stop = stopAll([visit.others.watch(look), visit.me.watch(look), visit.call.watch(look)])
  return {
    element,
    stop: stopAll([
      () => {
        isStopped = true
        closeBar()
      },
      stop,
    ]),
  }
}
