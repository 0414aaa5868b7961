/** Opens the town in three dimensions: canvas, camera, keys, thumb and pointer; the only importer of the scene. */
import { startKeyboard } from './control/keyboard'
import { startPointer } from './control/pointer'
import { stronger } from './control/steering'
import { startStick } from './control/stick'
import { type Stop, stopAll, type Watched } from './cell'
import type { Words } from './i18n/words'
import { momentAt } from './nature/moment'
import type { Preferences } from './preferences'
import { TURN_PER_PIXEL } from './scene/camera'
import { startScene } from './scene/start'
import type { Ground } from './town'
import { fill, h, write } from './ui/dom'
import type { Visit } from './visit'
import type { OpenView } from './walk'

export interface SolidViewParts {
  readonly stage: HTMLElement
  readonly words: Watched<Words>
  readonly visit: Visit
  readonly ground: Ground
  readonly preferences: Preferences
  /** The graphics gave up; the visit goes on elsewhere. */
  readonly lost: () => void
}

/** Pixels of drag that one second of a held turning key is worth. */
const KEY_TURN = 420
/** How much of the way the view of somebody who is led turns in a second. */
const LEAD_PER_SECOND = 1.6
/** Milliseconds between two looks at the clock; in a minute the sea rises two centimetres. */
const MOMENT_MS = 60_000

/** Show the town in `stage`. Rejects when the graphics cannot be started. */
export async function startSolid(parts: SolidViewParts): Promise<OpenView> {
  const { stage, words, visit } = parts
  const canvas = h('canvas', {
    class: 'scene',
    tabindex: '0',
    role: 'application',
    testid: 'scene',
  })
  const loading = loadingNotice(words.get())
  const knob = h('div', { class: 'knob' })
  const ring = h('div', { class: 'stick' }, knob)
  const zone = h('div', { class: 'stick-zone', 'aria-hidden': 'true' }, ring)
  const root = h('main', { class: 'solid' }, canvas, zone, loading.element)
  fill(stage, root)
  const scene = await startScene(
    {
      canvas,
      tier: parts.preferences.tier,
      moment: momentAt(Date.now()),
      reducedMotion: parts.preferences.calm,
      progress: loading.show,
    },
    parts.ground,
  )
  loading.element.remove()

  const goTo = (x: number, y: number): void => {
    const target = scene.pick(x, y)
    if (target !== null) visit.journey.goToGround(target)
  }
  const keyboard = startKeyboard(canvas)
  const stick = startStick({ zone, ring, knob, tap: goTo })
  const stop = stopAll([
    keyboard.stop,
    stick.stop,
    startPointer(canvas, {
      look: (dx, dy) => scene.look(dx, dy),
      zoom: (notches) => scene.zoom(notches),
      tap: goTo,
    }),
    keepTime(() => scene.setMoment(momentAt(Date.now()))),
    keepSize(root, (width, height) => scene.resize(width, height)),
    onLost(canvas, parts.lost),
    words.watch((now) => canvas.setAttribute('aria-label', now.say('town-canvas'))),
  ])
  let steeredAt: number | null = null
  return {
    view: {
      own: (pose, gait) => scene.own(pose, gait),
      ownCard: (card) => scene.ownCard(card),
      come: (card) => scene.come(card),
      leave: (id) => scene.leave(id),
      move: (id, segment) => scene.move(id, segment),
      emote: (id, emote) => scene.emote(id, emote),
      frame: (now) => scene.frame(now),
      stop() {
        stop()
        scene.stop()
        root.remove()
      },
    },
    steer(now) {
      const elapsed = steeredAt === null ? 0 : Math.min(0.1, now - steeredAt)
      steeredAt = now
      const turning = keyboard.turning()
      if (turning !== 0) scene.look(turning * KEY_TURN * elapsed, 0)
      const { facing } = visit.journey
      if (facing !== null) scene.look(lookTowards(facing, scene.heading(), elapsed), 0)
      return { intent: stronger(keyboard.read(), stick.read()), heading: scene.heading() }
    },
    focus: () => canvas.focus(),
  }
}

/** Lets sun, moon and sea go on with the clock of Kashima. */
function keepTime(show: () => void): Stop {
  const ticking = setInterval(show, MOMENT_MS)
  return () => clearInterval(ticking)
}

/** Pixels of drag that turn the view towards where somebody is led, a little more in each frame. */
function lookTowards(facing: number, heading: number, seconds: number): number {
  const off = Math.atan2(Math.sin(facing - heading), Math.cos(facing - heading))
  return -(off / TURN_PER_PIXEL) * Math.min(1, seconds * LEAD_PER_SECOND)
}

function loadingNotice(words: Words): { element: HTMLElement; show: (share: number) => void } {
  const bar = h('progress', { max: '1', value: '0', 'aria-label': words.say('town-loading') })
  const text = h('p', { 'aria-hidden': 'true' })
  const show = (share: number): void => {
    bar.value = share
    write(text, words.say('town-building', { percent: Math.round(share * 100) }))
  }
  show(0)
  return { element: h('div', { class: 'progress', testid: 'progress' }, text, bar), show }
}

function keepSize(element: HTMLElement, resize: (width: number, height: number) => void): Stop {
  const observer = new ResizeObserver(() => resize(element.clientWidth, element.clientHeight))
  observer.observe(element)
  return () => observer.disconnect()
}

function onLost(canvas: HTMLCanvasElement, lost: () => void): Stop {
  const listening = new AbortController()
  canvas.addEventListener(
    'webglcontextlost',
    (event) => {
      event.preventDefault()
      lost()
    },
    { signal: listening.signal },
  )
  return () => listening.abort()
}
