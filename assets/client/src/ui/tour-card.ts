/** The card of a tour that is on: the guide's words, where one goes next, and one big button. */
import './tour.css'
import { type Stop, stopAll } from '../cell'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import type { TourRun } from '../tour/run'
import { type Going, isOn, score, type There, type TourState, type Waiting } from '../tour/state'
import { fill, freshId, h, icon, write } from './dom'
import { ICONS } from './icons'
import { questionBox } from './tour-question'
import { tourTools } from './tour-tools'
import type { TourSlotParts } from './tour-slot'

export interface TourCard {
  readonly element: HTMLElement
  /** Called when the card is on the page. */
  opened(): void
  readonly stop: Stop
}

/** Milliseconds between two tellings of how far it is. */
const FAR_MS = 1000

/** The card of that tour. */
export async function tourCard(parts: TourSlotParts, run: TourRun): Promise<TourCard> {
  const words = await loadFeatureWords('tour', parts.words.language)
  const { language } = words
  const { visit } = parts
  const titleId = freshId('tour')
  const progress = h('span', { class: 'tour-progress', testid: 'tour-progress' })
  const heading = h('h3', { class: 'tour-place', testid: 'tour-place' })
  const far = h('p', { class: 'small quiet', testid: 'tour-far' })
  const notice = h('p', { class: 'tour-notice', testid: 'tour-notice', hidden: true })
  const text = h('p', { class: 'tour-words', testid: 'tour-words' })
  const question = questionBox(words, parts.voice, run)
  const big = h('button', {
    type: 'button',
    class: 'button tour-big',
    testid: 'tour-big',
    on: { click: () => press() },
  })
  const tools = tourTools(words, parts, run, {
    refused: () => {
      notice.hidden = false
      write(notice, words.say('tour-skip-refused'))
      parts.voice.say(notice.textContent ?? '')
    },
  })
  const bodyId = freshId('tour-body')
  const body = h(
    'div',
    { class: 'tour-body', id: bodyId },
    heading,
    far,
    notice,
    text,
    question.element,
  )
  const fold = h(
    'button',
    {
      type: 'button',
      class: 'tour-fold',
      'aria-expanded': 'true',
      'aria-controls': bodyId,
      testid: 'tour-fold',
      on: {
        click: () => {
          const isFolded = element.classList.toggle('is-folded')
          fold.setAttribute('aria-expanded', String(!isFolded))
          write(fold, words.say(isFolded ? 'tour-unfold' : 'tour-fold'))
        },
      },
    },
    words.say('tour-fold'),
  )
  const element: HTMLElement = h(
    'section',
    { class: 'tour-card', 'aria-labelledby': titleId, testid: 'tour-card' },
    h(
      'div',
      { class: 'tour-head' },
      icon(ICONS.place),
      h('h2', { id: titleId }, words.say('tour-card', { tour: run.tour.names[language] })),
      progress,
      fold,
    ),
    body,
    h('div', { class: 'tour-acts' }, big, tools.element),
  )
  const room = h('div', { class: 'tour-room' }, element)
  let before: TourState | null = null

  function press(): void {
    const state = run.state.get()
    if (state.kind === 'waiting') run.send({ kind: 'go-on' })
    else if (state.kind === 'done') run.send({ kind: 'end' })
    else if (state.kind === 'there' && state.mode === 'self') run.send({ kind: 'next' })
    else run.send({ kind: 'pause' })
  }

  const nameAt = (stop: number): string => {
    const id = run.tour.stops[stop]?.place
    return id === undefined ? '' : parts.placeName(id)
  }

  const show = (state: TourState): void => {
    if (state.kind === 'none') return
    if (state.kind === 'done') showEnd(state)
    else showStop(state)
    write(big, bigWords(words, state, nameAt(state.stop + 1), run.tour.stops.length))
    tools.show(state)
    tell(state)
    before = state
    // What is new is read from its beginning.
    if (isNewPage(state)) body.scrollTop = 0
  }
  let shownPage = ''
  function isNewPage(state: Exclude<TourState, { kind: 'none' }>): boolean {
    const page = `${state.kind} ${state.stop}`
    const isNew = page !== shownPage
    shownPage = page
    return isNew
  }

  function showStop(state: Going | There | Waiting): void {
    const at = state.kind === 'waiting' ? state.was : state
    const stop = run.tour.stops[state.stop]
    write(progress, words.say('tour-progress', { stop: state.stop + 1, all: state.stops.length }))
    const name = nameAt(state.stop)
    write(heading, at.kind === 'going' ? words.say('tour-heading-for', { place: name }) : name)
    far.hidden = at.kind !== 'going' || state.kind === 'waiting'
    notice.hidden = state.kind !== 'waiting'
    if (state.kind === 'waiting') write(notice, words.say(`tour-waiting-${state.cause}`))
    text.hidden = at.kind !== 'there'
    write(text, at.kind === 'there' ? (stop?.words[language] ?? '') : '')
    question.show(at.kind === 'there' ? state : null)
    tellFar()
  }

  function showEnd(state: Extract<TourState, { kind: 'done' }>): void {
    const { asked, right } = score(state)
    write(progress, '')
    write(heading, words.say('tour-done'))
    far.hidden = true
    notice.hidden = true
    text.hidden = false
    const about = words.say('tour-done-about', { tour: run.tour.names[language] })
    fill(text, about, asked > 0 && ` ${words.say('tour-score', { asked, right })}`)
    question.show(null)
  }

  /** To those who do not see the card: where one goes, what the guide says, why it waits. */
  function tell(state: TourState): void {
    const isOther =
      before === null || before.kind !== state.kind || stopOf(before) !== stopOf(state)
    if (!isOther || state.kind === 'none') return
    if (state.kind === 'going') parts.voice.say(heading.textContent ?? '')
    else if (state.kind === 'waiting') parts.voice.say(notice.textContent ?? '')
    else if (before?.kind !== 'waiting')
      parts.voice.say(`${heading.textContent ?? ''}. ${text.textContent ?? ''}`)
  }

  function tellFar(): void {
    const metres = Math.round(visit.journey.left())
    const round = metres > 100 ? Math.round(metres / 10) * 10 : metres
    write(far, words.say(metres > 5 ? 'tour-metres' : 'tour-arriving', { metres: round }))
  }

  const root = document.documentElement
  const measure = new ResizeObserver(() => {
    root.style.setProperty('--tour', `${room.offsetHeight}px`)
  })
  measure.observe(room)
  const timer = setInterval(tellFar, FAR_MS)
  root.classList.add('has-tour')
  const stop = stopAll([
    run.state.watch(show),
    parts.preferences.watch(({ captionSize }) => {
      element.dataset['size'] = String(captionSize ?? 1)
      tools.sized(captionSize ?? 1)
      // Larger words push the answer out of sight, which is what is being read.
      body.querySelector('.tour-reply')?.scrollIntoView({ block: 'nearest' })
    }),
    () => clearInterval(timer),
    () => {
      measure.disconnect()
      root.classList.remove('has-tour')
      root.style.removeProperty('--tour')
    },
  ])
  return {
    element: room,
    opened: () => {
      // Who set out by keyboard goes on by keyboard; who was typing is left alone.
      const active = document.activeElement
      if (active === null || active === document.body || active.closest('.sheet, .dock') !== null)
        big.focus({ preventScroll: true })
    },
    stop,
  }
}

const stopOf = (state: TourState): number => (state.kind === 'none' ? -1 : state.stop)

function bigWords(
  words: Words,
  state: Exclude<TourState, { kind: 'none' }>,
  next: string,
  all: number,
): string {
  if (state.kind === 'done') return words.say('tour-close')
  if (state.kind === 'waiting') return words.say('tour-go-on')
  if (isOn(state) && state.kind === 'there' && state.mode === 'self')
    return state.stop + 1 < all ? words.say('tour-next', { place: next }) : words.say('tour-finish')
  return words.say('tour-pause')
}
