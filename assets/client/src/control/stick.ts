/** A stick for the thumb: it appears under the touch and leads the way the thumb is pushed. */
import type { Stop } from '../cell'
import type { Intent } from '../town'
import { TAP_MS, TAP_PIXELS } from './pointer'

export interface Stick {
  read(): Intent
  readonly stop: Stop
}

/** Pixels from the middle at which the push is full; the outer edge is a run. */
const FULL_PIXELS = 44
const RUN_PIXELS = 64

export interface StickParts {
  /** Where a touch starts the stick. */
  readonly zone: HTMLElement
  readonly ring: HTMLElement
  readonly knob: HTMLElement
  /** A touch too short to be a push is a tap on what lies below; in page pixels. */
  readonly tap: (x: number, y: number) => void
}

const RESTING: Intent = { forward: 0, right: 0, run: false }

/** Listen to the thumb in the zone. */
export function startStick({ zone, ring, knob, tap }: StickParts): Stick {
  const listening = new AbortController()
  const options = { signal: listening.signal }
  let thumb: { id: number; x: number; y: number; at: number; pushed: boolean } | null = null
  let intent = RESTING

  zone.addEventListener(
    'pointerdown',
    (event) => {
      if (thumb !== null) return
      thumb = {
        id: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        at: event.timeStamp,
        pushed: false,
      }
      zone.setPointerCapture(event.pointerId)
      const box = zone.getBoundingClientRect()
      ring.style.setProperty('--x', `${event.clientX - box.left}px`)
      ring.style.setProperty('--y', `${event.clientY - box.top}px`)
      ring.classList.add('held')
    },
    options,
  )
  zone.addEventListener(
    'pointermove',
    (event) => {
      if (thumb === null || event.pointerId !== thumb.id) return
      const dx = event.clientX - thumb.x
      const dy = event.clientY - thumb.y
      const distance = Math.hypot(dx, dy)
      if (distance > TAP_PIXELS) thumb.pushed = true
      const push = Math.min(1, distance / FULL_PIXELS)
      const scale = distance === 0 ? 0 : push / distance
      intent = { forward: -dy * scale, right: dx * scale, run: distance > RUN_PIXELS }
      const reach = Math.min(distance, FULL_PIXELS) / (distance || 1)
      knob.style.setProperty('translate', `${dx * reach}px ${dy * reach}px`)
    },
    options,
  )
  const lifted = (event: PointerEvent): void => {
    if (thumb === null || event.pointerId !== thumb.id) return
    const isTap = event.type === 'pointerup' && !thumb.pushed && event.timeStamp - thumb.at < TAP_MS
    thumb = null
    intent = RESTING
    ring.classList.remove('held')
    for (const name of ['--x', '--y']) ring.style.removeProperty(name)
    knob.style.removeProperty('translate')
    if (isTap) tap(event.clientX, event.clientY)
  }
  zone.addEventListener('pointerup', lifted, options)
  zone.addEventListener('pointercancel', lifted, options)
  return { read: () => intent, stop: () => listening.abort() }
}
