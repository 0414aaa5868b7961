/** Calling everybody together, and answering the call: a way to them for who wishes, and nobody is moved unasked. */
import { type Stop, stopAll } from '../cell'
import { followOf, goTo } from '../guide/companion'
import type { Gathered } from '../net/protocol'
import { h, icon, quote, write } from './dom'
import type { GuideBarParts } from './guide-bar'
import { ICONS } from './icons'

/** The button of who leads, the offer to who is called, and the stop of their watching. */
export function gatherTools(parts: GuideBarParts): { element: HTMLElement; stop: Stop } {
  const { words, guideWords, visit, voice } = parts
  const follow = followOf(visit)
  const told = h('p', { class: 'small', role: 'status' })
  const caller = h(
    'section',
    { class: 'guide-bar', 'aria-label': guideWords.say('guide-gather'), testid: 'gather' },
    h(
      'button',
      { type: 'button', class: 'button', testid: 'gather-call', on: { click: () => void call() } },
      guideWords.say('guide-gather'),
    ),
    told,
  )
  const who = h('strong')
  const offer = h(
    'section',
    { class: 'gather-offer', 'aria-label': guideWords.say('guide-called'), testid: 'gather-offer' },
    h('p', {}, icon(ICONS.bell), who),
    h(
      'button',
      {
        type: 'button',
        class: 'button gather-come',
        testid: 'gather-come',
        on: { click: () => void come() },
      },
      guideWords.say('guide-come'),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'quiet-button',
        testid: 'gather-stay',
        on: { click: () => (offer.hidden = true) },
      },
      guideWords.say('guide-stay'),
    ),
  )
  offer.hidden = true
  let from: number | null = null

  async function call(): Promise<void> {
    const answer = await visit.gather()
    write(told, answer.ok ? guideWords.say('guide-gathered') : words.why(answer.refusal))
  }
  async function come(): Promise<void> {
    offer.hidden = true
    if (from === null) return
    const answer = await goTo(visit, from, parts.places)
    if (!answer.ok) voice.say(words.why(answer.refusal))
  }
  const hear = ({ from: number, name }: Gathered): void => {
    from = number
    const sentence = guideWords.say('guide-calls', { name })
    voice.say(sentence)
    // Who follows already has agreed to be where the guide is.
    if (follow.now.get() === number) void come()
    else {
      quote(who, sentence)
      offer.hidden = false
    }
  }
  // A call that was heard before these tools were fetched is the reason why they were.
  let known = parts.answered
  return {
    element: h('div', { class: 'guide-room' }, offer, caller),
    stop: stopAll([
      visit.me.watch((me) => (caller.hidden = me === null || me.role === 'visitor')),
      visit.call.watch((gathered) => {
        if (gathered !== null && gathered.n > known) hear(gathered)
        known = Math.max(known, gathered?.n ?? 0)
      }),
    ]),
  }
}
