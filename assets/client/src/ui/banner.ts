/** The event one is in: its name, what is left of it, and how far the badge is; and what staff announce. */
import { type Stop, stopAll } from '../cell'
import { KASHIMA_ZONE, type Words } from '../i18n/words'
import type { EventFacts } from '../net/protocol'
import type { Visit } from '../visit'
import { h, icon, quote, write } from './dom'
import { ICONS } from './icons'
import { takesRoom } from './room'

/** Milliseconds between two looks at the clock; minutes are all that is shown. */
const LOOK_MS = 5_000

/** The banner, and the stop of its watching. */
export function eventBanner(words: Words, visit: Visit): { element: HTMLElement; stop: Stop } {
  const title = h('p', { class: 'banner-title', testid: 'banner-title' })
  const left = h('p', { class: 'small' })
  const meter = h('progress', { max: '1', 'aria-label': words.say('town-banner-progress-label') })
  const badge = h('p', { class: 'small', testid: 'banner-badge' })
  const recorded = h('p', { class: 'small quiet', testid: 'banner-recorded' })
  const resting = h('p', { class: 'small banner-resting', role: 'status' })
  const element = h(
    'section',
    { class: 'banner', 'aria-label': words.say('town-event'), hidden: true, testid: 'banner' },
    h('div', { class: 'banner-head' }, title, left),
    meter,
    badge,
    recorded,
    resting,
  )
  const show = (): void => {
    const event = visit.event.get()
    element.hidden = event === null
    if (event === null) return
    const share = event.needed_seconds === 0 ? 1 : event.attended_seconds / event.needed_seconds
    quote(title, event.title)
    write(left, timeLeft(words, event, Date.now()))
    meter.value = Math.min(1, share)
    write(badge, badgeLeft(words, event))
    write(recorded, event.recorded ? words.say('town-banner-recorded') : '')
    write(resting, share < 1 && visit.isResting() ? words.say('town-banner-resting') : '')
  }
  const timer = setInterval(show, LOOK_MS)
  return { element, stop: stopAll([visit.event.watch(show), () => clearInterval(timer)]) }
}

function timeLeft(words: Words, { state, starts_at, ends_at }: EventFacts, now: number): string {
  if (state === 'ended' || state === 'cancelled') return words.say('town-banner-closing')
  if (now < Date.parse(starts_at)) {
    return words.say('town-banner-starts', { time: words.time(starts_at, KASHIMA_ZONE) })
  }
  const minutes = Math.max(0, Math.ceil((Date.parse(ends_at) - now) / 60_000))
  return words.say('town-banner-left', { minutes })
}

function badgeLeft(words: Words, { state, attended_seconds, needed_seconds }: EventFacts): string {
  const seconds = needed_seconds - attended_seconds
  if (seconds <= 0) return words.say('town-banner-earned')
  return state === 'open'
    ? words.say('town-banner-progress', { minutes: Math.ceil(seconds / 60) })
    : ''
}

/** The newest announcement, until the visitor puts it away; all of them stay in the log. */
export function announcementCard(words: Words, visit: Visit): { element: HTMLElement; stop: Stop } {
  const by = h('span', { class: 'small' })
  const text = h('p', { testid: 'announcement' })
  const card: HTMLElement = h(
    'section',
    { class: 'announcement', 'aria-label': words.say('town-announcement'), hidden: true },
    h(
      'p',
      { class: 'announcement-head' },
      icon(ICONS.bell),
      h('strong', {}, words.say('town-announcement')),
      by,
    ),
    text,
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words.say('town-close'),
        on: { click: () => (card.hidden = true) },
      },
      icon(ICONS.close),
    ),
  )
  // The region is there from the start: one that comes together with its text is often not read.
  const element = h('div', { class: 'announcements', role: 'status', 'aria-live': 'polite' }, card)
  let shown: unknown = null
  const stopWatching = visit.entries.watch((entries) => {
    const newest = entries.findLast(({ kind }) => kind === 'announcement')
    if (newest?.kind !== 'announcement' || newest === shown) return
    shown = newest
    card.hidden = false
    write(by, words.say('town-announcement-by', { by: newest.by }))
    quote(text, newest.text)
  })
  return { element, stop: stopAll([stopWatching, takesRoom(element, '--announcement')]) }
}
