/** Looking around by dragging, zooming by wheel or pinch, walking to a place by tapping it. */
import type { Stop } from '../cell'

export interface PointerWishes {
  /** Dragged by that many CSS pixels. */
  look(dx: number, dy: number): void
  /** Zoomed by notches of a wheel; positive is further away. */
  zoom(notches: number): void
  /** Tapped at a point of the element, in CSS pixels. */
  tap(x: number, y: number): void
}

/** A touch that moves further or lasts longer than this is no tap. */
export const TAP_PIXELS = 8
export const TAP_MS = 350
/** Pixels of pinch that count as one notch of a wheel. */
const PINCH_PIXELS = 40
/** Pixels of scrolling that browsers report for one notch. */
const WHEEL_PIXELS = 100

interface Finger {
  x: number
  y: number
  readonly startX: number
  readonly startY: number
  readonly at: number
  isTap: boolean
}

/** Listen to pointers on `target`. */
export function startPointer(target: HTMLElement, wishes: PointerWishes): Stop {
  const fingers = new Map<number, Finger>()
  const listening = new AbortController()
  const options = { signal: listening.signal }
  let pinch: number | null = null

  target.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      target.focus({ preventScroll: true })
      target.setPointerCapture(event.pointerId)
      const { clientX: x, clientY: y, timeStamp: at } = event
      fingers.set(event.pointerId, { x, y, startX: x, startY: y, at, isTap: fingers.size === 0 })
      pinch = null
    },
    options,
  )
  target.addEventListener(
    'pointermove',
    (event) => {
      const finger = fingers.get(event.pointerId)
      if (finger === undefined) return
      const dx = event.clientX - finger.x
      const dy = event.clientY - finger.y
      finger.x = event.clientX
      finger.y = event.clientY
      const moved = Math.hypot(finger.x - finger.startX, finger.y - finger.startY)
      if (moved > TAP_PIXELS) finger.isTap = false
      if (fingers.size === 2) pinched()
      else if (!finger.isTap) wishes.look(dx, dy)
    },
    options,
  )
  const lifted = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId)
    fingers.delete(event.pointerId)
    pinch = null
    if (finger === undefined || event.type !== 'pointerup') return
    if (!finger.isTap || event.timeStamp - finger.at > TAP_MS) return
    const box = target.getBoundingClientRect()
    wishes.tap(event.clientX - box.left, event.clientY - box.top)
  }
  target.addEventListener('pointerup', lifted, options)
  target.addEventListener('pointercancel', lifted, options)
  target.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      wishes.zoom(event.deltaY / WHEEL_PIXELS)
    },
    { ...options, passive: false },
  )

  function pinched(): void {
    const [first, second] = [...fingers.values()]
    if (first === undefined || second === undefined) return
    first.isTap = false
    second.isTap = false
    const wide = Math.hypot(first.x - second.x, first.y - second.y)
    if (pinch !== null) wishes.zoom((pinch - wide) / PINCH_PIXELS)
    pinch = wide
  }

  return () => listening.abort()
}
