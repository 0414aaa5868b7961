/** Opens the flat town on the page, with the keyboard of its map. */
import './ui/flat.css'
import type { Watched } from './cell'
import { startKeyboard } from './control/keyboard'
import { loadFeatureWords } from './i18n/feature-words'
import type { Words } from './i18n/words'
import type { Island, Place } from './plan/data'
import type { Preferences } from './preferences'
import { makeFlat, sayComings } from './ui/flat'
import { fill } from './ui/dom'
import type { Voice } from './ui/live'
import type { Visit } from './visit'
import type { OpenView } from './walk'

/** North is up: that is "forward" on a map. */
const NORTH = Math.PI

export interface FlatViewParts {
  readonly stage: HTMLElement
  readonly words: Words
  readonly visit: Visit
  readonly voice: Voice
  readonly preferences: Watched<Preferences>
  readonly islands: readonly Island[]
  readonly places: readonly Place[]
  /** Open what there is to say about a place. */
  readonly look: (place: string, opener: HTMLElement) => void
}

/** Show the flat town in `stage`. Rejects when its sentences cannot be fetched. */
export async function startFlat({ stage, ...parts }: FlatViewParts): Promise<OpenView> {
  const own = await loadFeatureWords('flat', parts.words.language)
  const flat = makeFlat({ ...parts, own })
  fill(stage, flat.element)
  scrollTo(0, 0)
  const keyboard = startKeyboard(flat.canvas)
  const comings = sayComings(parts)
  return {
    view: {
      ...flat,
      stop() {
        keyboard.stop()
        comings()
        flat.stop()
      },
    },
    steer: () => ({ intent: keyboard.read(), heading: NORTH }),
    focus: () => flat.title.focus(),
  }
}
