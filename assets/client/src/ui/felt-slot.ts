/** A gentle line at a place others have reached lately; fetched when somebody stands at one. */
import type { Stop } from '../cell'
import { h, write } from './dom'
import type { PanelParts } from './panels'

/** Milliseconds somebody stays at a place before the line comes; who runs through is left alone. */
const STAY_MS = 1500

/** The line, empty while there is nothing to say, and the stop of its watching. */
export function feltSlot({
  words,
  visit,
  api,
  voice,
}: Pick<PanelParts, 'words' | 'visit' | 'api' | 'voice'>): { element: HTMLElement; stop: Stop } {
  const element = h('p', { class: 'felt', hidden: true, testid: 'felt' })
  const told = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = async (place: string): Promise<void> => {
    const { loadFeltWords } = await import('./felt-words')
    const own = visit.stamps.get()
    const sentence = (await loadFeltWords(api, words.language, own)).here(place)
    if (sentence === '' || visit.journey.where.get()?.id !== place) return
    write(element, sentence)
    element.hidden = false
    if (!told.has(place)) voice.say(sentence)
    told.add(place)
  }
  const stop = visit.journey.where.watch((where) => {
    clearTimeout(timer)
    element.hidden = true
    if (where === null || !('about' in where)) return
    const { id } = where
    timer = setTimeout(() => {
      // Company that cannot be fetched is simply not felt.
      say(id).catch((fault: unknown) => console.error(fault))
    }, STAY_MS)
  })
  return {
    element,
    stop: () => {
      clearTimeout(timer)
      stop()
    },
  }
}
