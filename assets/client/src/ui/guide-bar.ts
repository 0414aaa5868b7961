/** The guide who is here: how far, a button to follow, and one to come back to them. */
import './guide-bar.css'
import { type Stop, stopAll } from '../cell'
import { FAR, followOf, goTo } from '../guide/companion'
import type { Words } from '../i18n/words'
import type { Place } from '../plan/data'
import type { AvatarCard } from '../town'
import type { Visit } from '../visit'
import { h, icon, quote, write } from './dom'
import { ICONS } from './icons'
import type { Voice } from './live'
import { gatherTools } from './gather-tools'
import { replayTools } from './replay-tools'
import { wayWord } from './way'

export interface GuideBarParts {
  /** The sentences of everybody. */
  readonly words: Words
  /** The sentences of the guide (guide.ftl). */
  readonly guideWords: Words
  readonly visit: Visit
  readonly voice: Voice
  readonly places: readonly Place[]
  /** The number of the last call that was answered, or put away, in an earlier set of tools. */
  readonly answered: number
}

/** Milliseconds between two looks at how far the guide is. */
const LOOK_MS = 1000

/** The bar, hidden while there is no guide, and the stop of its watching. */
export function guideBar(parts: GuideBarParts): { element: HTMLElement; stop: Stop } {
  const { words, guideWords, visit, voice } = parts
  const follow = followOf(visit)
  const name = h('strong', { testid: 'guide-name' })
  const where = h('span', { class: 'small', testid: 'guide-where' })
  const fault = h('p', { class: 'fault small', role: 'alert' })
  const following = h(
    'button',
    {
      type: 'button',
      class: 'button guide-follow',
      'aria-pressed': 'false',
      testid: 'guide-follow',
      on: { click: () => toggle() },
    },
    guideWords.say('guide-follow'),
  )
  const back = h(
    'button',
    {
      type: 'button',
      class: 'quiet-button',
      testid: 'guide-return',
      on: { click: () => void comeBack() },
    },
    guideWords.say('guide-return'),
  )
  const replay = replayTools(guideWords, visit)
  const gather = gatherTools(parts)
  const led = h(
    'section',
    { class: 'guide-bar', 'aria-label': guideWords.say('guide-bar'), hidden: true, testid: 'guide' },
    h('p', { class: 'guide-bar-who' }, icon(ICONS.people), name, where),
    h('div', { class: 'guide-bar-acts' }, following, back),
    replay.element,
    fault,
  )
  const element = h('div', { class: 'guide-room' }, gather.element, led)
  let shown: AvatarCard | null = null

  function toggle(): void {
    if (follow.now.get() !== null) follow.stop()
    else if (shown !== null) start(shown)
  }
  function start({ id, name: called }: AvatarCard): void {
    write(fault, '')
    follow.follow(id)
    voice.say(guideWords.say('guide-following', { name: called }))
  }
  async function comeBack(): Promise<void> {
    if (shown === null) return
    write(fault, '')
    const { id, name: called } = shown
    const answer = await goTo(visit, id, parts.places)
    if (!answer.ok) write(fault, words.why(answer.refusal))
    voice.say(guideWords.say('guide-following', { name: called }))
  }
  const look = (): void => {
    const now = performance.now() / 1000
    shown = chosen(visit, follow.now.get())
    led.hidden = shown === null
    if (shown === null) return
    quote(name, shown.name)
    const [own, them] = [visit.journey.pose(), visit.roster.pose(shown.id, now)]
    if (own === null || them === null) {
      write(where, '')
      back.hidden = true
      return
    }
    const metres = Math.hypot(them.x - own.x, them.z - own.z)
    const rounded = Math.round(metres / (metres < 20 ? 1 : 5)) * (metres < 20 ? 1 : 5)
    write(
      where,
      rounded < 3
        ? guideWords.say('guide-here')
        : words.say('town-distance-way', { way: words.say(wayWord(own, them)), metres: rounded }),
    )
    back.hidden = metres < FAR
  }
  const timer = setInterval(look, LOOK_MS)
  const stop = stopAll([
    replay.stop,
    gather.stop,
    visit.others.watch(look),
    follow.now.watch((id) => {
      following.setAttribute('aria-pressed', String(id !== null))
      write(following, guideWords.say(id === null ? 'guide-follow' : 'guide-stop-following'))
      look()
    }),
    follow.end.changes((end) => {
      if (end !== null) voice.say(guideWords.say(`guide-end-${end.how}`))
    }),
    () => clearInterval(timer),
  ])
  return { element, stop }
}

/** Whom the bar is about: who is followed, else a guide in person, else a recording. */
function chosen(visit: Visit, followed: number | null): AvatarCard | null {
  const guides = visit.others.get().filter(({ role }) => role === 'guide')
  return (
    guides.find(({ id }) => id === followed) ??
    guides.find(({ recorded }) => !recorded) ??
    guides[0] ??
    null
  )
}
