/** The town on the page: one visit, its tools, and the view it is shown through, which may change at any time. */
import './ui/town.css'
import type { Api, Badge } from './api'
import { type Cell, cell, type Stop, stopAll } from './cell'
import type { Words } from './i18n/words'
import type { Steering } from './journey'
import type { Refusal, Stamp } from './net/protocol'
import type { Island, Place } from './plan/data'
import type { Preferences } from './preferences'
import { createGround } from './sim/ground'
import { STILL } from './sim/walker'
import { fill, focused, h, keepingFocus } from './ui/dom'
import { type Hud, makeHud } from './ui/hud'
import type { Voice } from './ui/live'
import { namesOf } from './ui/place-name'
import { Visit, type View } from './visit'

/** A view on the page: what shows the visit, and where the person steers to. */
export interface OpenView {
  readonly view: View
  /** What the controls of this view ask for at `now`, in seconds. */
  steer(now: number): Steering
  /** Put the focus where the visit goes on. */
  focus(): void
}

export interface WalkParts {
  readonly host: HTMLElement
  readonly api: Api
  readonly words: Cell<Words>
  readonly preferences: Cell<Preferences>
  readonly voice: Voice
  readonly event: string | null
  readonly badges: readonly Badge[]
  readonly stamps: readonly Stamp[]
  readonly places: readonly Place[]
  readonly islands: readonly Island[]
  readonly canBeSolid: boolean
  /** The place whose link was opened, where one is taken on coming in. */
  readonly to: Place | null
  /** The visit is over, for that reason. */
  readonly ended: (reason: Refusal) => void
}

/** Enter the town; the stop leaves the page as it was. */
export function startWalk(parts: WalkParts): Stop {
  const { host, words, preferences, voice } = parts
  const ground = createGround()
  const recordedName = cell('')
  const named = words.watch((now) => recordedName.set(now.say('town-role-recorded')))
  const visit = new Visit({ ...parts, ground, recordedName })
  const stage = h('div', { class: 'stage' })
  const tools = h('div', { class: 'tools' })
  const page = h('div', { class: 'walk' }, tools, stage)
  fill(host, page)

  let { canBeSolid, to } = parts
  let open: OpenView | null = null
  let closeView: Stop = () => undefined
  let hud: Hud | null = null
  let opening = 0

  const showTools = (): void => {
    const panel = hud?.current() ?? null
    hud?.stop()
    const next = makeHud({
      ...parts,
      words: words.get(),
      visit,
      placeName: namesOf([...parts.places, ...parts.islands], words.get().language),
      canBeSolid,
      leave: () => void visit.leave(),
    })
    hud = next
    const testid = focused()
    keepingFocus(() => {
      fill(tools, next.element)
      if (panel !== null) next.reopen(panel, testid)
    })
  }

  const showView = async (takesFocus: boolean): Promise<void> => {
    opening += 1
    const turn = opening
    closeView()
    open = null
    const isFlat = preferences.get().flat || !canBeSolid
    page.classList.toggle('is-flat', isFlat)
    const next = isFlat ? await openFlat() : await openSolid()
    if (next === null) return
    if (turn !== opening) {
      next.view.stop()
      return
    }
    open = next
    closeView = visit.attach(next.view)
    document.body.dataset['ready'] = isFlat ? 'flat' : 'walking'
    if (takesFocus) next.focus()
  }

  async function openFlat(): Promise<OpenView> {
    const { startFlat } = await import('./flat-view')
    const look = (place: string, opener: HTMLElement): void => hud?.look(place, opener)
    return startFlat({ ...parts, stage, words: words.get(), visit, look })
  }

  async function openSolid(): Promise<OpenView | null> {
    try {
      const { startSolid } = await import('./solid-view')
      return await startSolid({
        stage,
        words,
        visit,
        ground,
        preferences: preferences.get(),
        lost: noSolid,
      })
    } catch (fault) {
      // A driver that fails to compile our shaders must not keep anybody out of the town.
      console.error(fault)
      noSolid()
      return null
    }
  }

  function noSolid(): void {
    if (!canBeSolid) return
    canBeSolid = false
    voice.say(words.get().say('town-no-webgl'))
    showTools()
    void showView(true)
  }

  let shownFlat = preferences.get().flat
  let running = true
  const frame = (time: number): void => {
    if (!running) return
    const now = time / 1000
    visit.frame(now, open?.steer(now) ?? { intent: STILL, heading: 0 })
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)

  const stop = stopAll([
    words.watch(() => {
      showTools()
      // Only the flat town is made of words; the other would be built anew for nothing.
      if (open !== null && (shownFlat || !canBeSolid)) void showView(false)
    }),
    preferences.watch(({ flat }) => {
      if (flat === shownFlat) return
      shownFlat = flat
      showTools()
      void showView(true)
    }),
    visit.link.watch((link) => {
      if (link.kind === 'here' && to !== null) {
        void visit.travel(to)
        to = null
      }
      if (link.kind === 'gone') parts.ended(link.reason)
    }),
  ])
  void showView(true)
  return () => {
    running = false
    stop()
    hud?.stop()
    closeView()
    visit.stop()
    named()
    fill(host)
  }
}
