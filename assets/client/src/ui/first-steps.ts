/** The first minute: moving is learnt by doing it, three things that are ticked off as they are done. */
import './first-steps.css'
import { type Cell, stopAll } from '../cell'
import { type Noticed, isDone, NOTHING, type Step, stepsFor } from '../first-minute'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { Preferences } from '../preferences'
import type { Visit } from '../visit'
import { fill, freshId, h, icon, write } from './dom'
import { ICONS } from './icons'
import type { Voice } from './live'
import type { Card } from './news'

export interface FirstStepsParts {
  readonly words: Words
  readonly visit: Visit
  readonly voice: Voice
  readonly preferences: Cell<Preferences>
  readonly isFlat: boolean
}

/** Milliseconds between two looks at what was done, and for which praise stays. */
const LOOK_MS = 200
const PRAISE_MS = 6000

const isShown = (): boolean => ['flat', 'walking'].includes(document.body.dataset['ready'] ?? '')

const noticedBy = new WeakMap<Visit, Noticed>()

/** The card; it says of itself when it is not needed any more, by the preference `helped`. */
export async function firstSteps(parts: FirstStepsParts): Promise<Card> {
  const words = await loadFeatureWords('steps', parts.words.language)
  const { visit, voice, preferences, isFlat } = parts
  const isTouch = matchMedia('(pointer: coarse)').matches
  const hand = isTouch ? 'touch' : 'keys'
  const view = isFlat ? 'flat' : 'solid'
  const steps = stepsFor({ isFlat, isTouch })
  const titleId = freshId('steps')
  const list = h('ol', { class: 'steps', testid: 'steps' })
  const how = h('p', { class: 'steps-how', testid: 'steps-how' })
  const skip = h('button', {
    type: 'button',
    class: 'steps-skip',
    testid: 'steps-skip',
    on: { click: () => finish() },
  })
  const element = h(
    'section',
    { class: 'first-steps', 'aria-labelledby': titleId, testid: 'first-steps' },
    h('h2', { id: titleId }, words.say('steps-title')),
    list,
    how,
    skip,
  )
  let noticed = noticedBy.get(visit) ?? NOTHING
  let heading: number | null = null
  let shown = ''
  let praise: ReturnType<typeof setTimeout> | undefined

  function finish(): void {
    clearTimeout(praise)
    preferences.set({ ...preferences.get(), helped: true })
  }
  const note = (more: Partial<Noticed>): void => {
    noticed = { ...noticed, ...more }
    noticedBy.set(visit, noticed)
  }
  const show = (): void => {
    const done = steps.map((step) => isDone(step, noticed))
    const now = done.join()
    if (now === shown) return
    const isFirst = shown === ''
    shown = now
    const current = steps.find((_, k) => done[k] !== true)
    fill(list, ...steps.map((step, k) => stepLine(words, step, done[k] === true, step === current)))
    const sentence =
      current === undefined
        ? words.say('steps-done')
        : words.say(`steps-how-${current}-${view}-${hand}`)
    write(how, sentence)
    write(skip, words.say(current === undefined ? 'steps-close' : 'steps-skip'))
    const title = isFirst ? `${words.say('steps-title')}. ` : `${words.say('steps-well')} `
    voice.say(title + sentence)
    if (current === undefined) praise = setTimeout(finish, PRAISE_MS)
  }
  const look = (): void => {
    const { journey } = visit
    // Before the town is shown nobody looks anywhere.
    if (journey.pose() === null || !isShown()) {
      heading = null
      return
    }
    // A camera that a ride or a walk turns is not the person's doing.
    const at = journey.heading()
    if (heading !== null && journey.facing === null) {
      const turn = Math.abs(Math.atan2(Math.sin(at - heading), Math.cos(at - heading)))
      if (turn > 0) note({ turned: noticed.turned + turn })
    }
    heading = at
    note({ steered: journey.steeredSeconds() })
    show()
  }
  const timer = setInterval(look, LOOK_MS)
  const stop = stopAll([
    () => clearInterval(timer),
    () => clearTimeout(praise),
    visit.journey.goal.changes((goal) => {
      if (goal !== null) note({ setOut: noticed.setOut + 1 })
    }),
    visit.journey.end.changes(() => note({ ended: noticed.ended + 1 })),
    visit.entries.changes((entries) => {
      const last = entries.at(-1)
      const isOwn = last !== undefined && 'from' in last && last.from === visit.me.get()?.id
      if (isOwn) note({ said: noticed.said + 1 })
    }),
    // Whoever is being shown round needs no lesson at the same time.
    visit.touring.watch((run) => {
      element.hidden = run !== null
    }),
  ])
  show()
  return { element, stop }
}

function stepLine(words: Words, step: Step, isStepDone: boolean, isNow: boolean): HTMLElement {
  return h(
    'li',
    {
      class: isStepDone ? 'step is-done' : 'step',
      'aria-current': isNow && 'step',
      testid: `step-${step}`,
    },
    h('span', { class: 'step-mark' }, isStepDone && icon(ICONS.check)),
    words.say(`steps-${step}`),
    isStepDone && h('span', { class: 'unseen' }, ` (${words.say('steps-ticked')})`),
  )
}
