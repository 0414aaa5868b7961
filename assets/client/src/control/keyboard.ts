/** Walking by keyboard, only while the town itself has the focus. */
import type { Stop } from '../cell'
import type { Intent } from '../town'

export interface Keyboard {
  /** What the held keys ask for now. */
  read(): Intent
  /** -1 to turn the view left, 1 to turn it right. */
  turning(): number
  readonly stop: Stop
}

/** Keys by their place on the board, so that WASD is under the same fingers everywhere. */
const FORWARD = ['KeyW', 'ArrowUp']
const BACK = ['KeyS', 'ArrowDown']
const LEFT = ['KeyA', 'ArrowLeft']
const RIGHT = ['KeyD', 'ArrowRight']
const RUN = ['ShiftLeft', 'ShiftRight']
const TURN_LEFT = ['KeyQ']
const TURN_RIGHT = ['KeyE']
const KNOWN = new Set([FORWARD, BACK, LEFT, RIGHT, RUN, TURN_LEFT, TURN_RIGHT].flat())

/** Listen to the keys pressed on `target`. */
export function startKeyboard(target: HTMLElement): Keyboard {
  const held = new Set<string>()
  const listening = new AbortController()
  const options = { signal: listening.signal }
  const isHeld = (keys: readonly string[]): number => (keys.some((key) => held.has(key)) ? 1 : 0)
  target.addEventListener(
    'keydown',
    (event) => {
      // Browser shortcuts are not ours, and their key-up often never comes.
      if (!KNOWN.has(event.code) || event.ctrlKey || event.metaKey || event.altKey) return
      held.add(event.code)
      event.preventDefault()
    },
    options,
  )
  // On the window: a key may be let go while something else has the focus.
  addEventListener('keyup', (event) => held.delete(event.code), options)
  addEventListener('blur', () => held.clear(), options)
  target.addEventListener('blur', () => held.clear(), options)
  return {
    read: () => ({
      forward: isHeld(FORWARD) - isHeld(BACK),
      right: isHeld(RIGHT) - isHeld(LEFT),
      run: isHeld(RUN) === 1,
    }),
    turning: () => isHeld(TURN_RIGHT) - isHeld(TURN_LEFT),
    stop: () => {
      listening.abort()
      held.clear()
    },
  }
}
