/** The smaller buttons of a tour: slower, larger words, onwards, back, and out of it. */
import type { Words } from '../i18n/words'
import type { CaptionSize } from '../preferences'
import type { TourRun } from '../tour/run'
import { isOn, type TourState } from '../tour/state'
import { h, write } from './dom'
import type { TourSlotParts } from './tour-slot'

export interface TourTools {
  readonly element: HTMLElement
  show(state: TourState): void
  /** The words are that large now. */
  sized(size: CaptionSize): void
}

/** The tools of that tour; `refused` is called when the town does not take one on. */
export function tourTools(
  words: Words,
  parts: TourSlotParts,
  run: TourRun,
  { refused }: { readonly refused: () => void },
): TourTools {
  const tool = (testid: string, key: string, act: () => void): HTMLButtonElement =>
    h(
      'button',
      { type: 'button', class: 'tour-tool', testid, on: { click: act } },
      key === '' ? '' : words.say(key),
    )
  const next = tool('tour-next', '', () => run.send({ kind: 'next' }))
  const skip = tool('tour-skip', 'tour-skip', () => {
    void run.jump().then((isTaken) => {
      if (!isTaken) refused()
    })
  })
  const back = tool('tour-back', 'tour-back', () => run.send({ kind: 'back' }))
  const slow = tool('tour-slow', 'tour-slow', () => {
    const state = run.state.get()
    if (isOn(state)) run.send({ kind: 'pace', pace: state.pace === 'slow' ? 'normal' : 'slow' })
  })
  const mode = tool('tour-mode', 'tour-mode', () => {
    const state = run.state.get()
    if (isOn(state)) run.send({ kind: 'mode', mode: state.mode === 'ride' ? 'self' : 'ride' })
  })
  const size = tool('tour-size', '', () => {
    const now = parts.preferences.get().captionSize ?? 1
    const captionSize = now === 3 ? 1 : now === 1 ? 2 : 3
    parts.preferences.set({ ...parts.preferences.get(), captionSize })
  })
  const again = tool('tour-again', 'tour-again', () => {
    run.send({ kind: 'end' })
    parts.choose()
  })
  const end = tool('tour-end', 'tour-end', () => run.send({ kind: 'end' }))
  return {
    element: h('div', { class: 'tour-tools' }, next, skip, back, slow, mode, size, again, end),
    show(state) {
      const isRunning = isOn(state)
      const at = state.kind === 'waiting' ? state.was.kind : state.kind
      const isRide = isRunning && state.mode === 'ride'
      // On one's own the big button is the one that goes on.
      next.hidden = at !== 'there' || (!isRide && state.kind !== 'waiting')
      if (isRunning) {
        const place = run.tour.stops[state.stop + 1]?.place
        write(
          next,
          place === undefined
            ? words.say('tour-finish')
            : words.say('tour-next', { place: parts.placeName(place) }),
        )
      }
      skip.hidden = at !== 'going'
      back.hidden = !isRunning || state.stop === 0
      slow.hidden = !isRide
      slow.setAttribute('aria-pressed', String(isRunning && state.pace === 'slow'))
      mode.hidden = !isRunning
      mode.setAttribute('aria-pressed', String(isRide))
      again.hidden = isRunning
      end.hidden = !isRunning
    },
    sized: (now) => write(size, words.say('tour-size', { size: now })),
  }
}
