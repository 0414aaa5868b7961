/** The question a guide asks at a stop: choices, and a kind answer to each of them. */
import type { Words } from '../i18n/words'
import type { TourRun } from '../tour/run'
import type { Going, There, Waiting } from '../tour/state'
import { fill, freshId, h, icon } from './dom'
import { ICONS } from './icons'
import type { Voice } from './live'

export interface QuestionBox {
  readonly element: HTMLElement
  /** Show what is asked where the tour is, if anything. */
  show(state: Going | There | Waiting | null): void
}

/** The box of a tour's questions, empty while nothing is asked. */
export function questionBox(words: Words, voice: Voice, run: TourRun): QuestionBox {
  const { language } = words
  const element = h('div', { class: 'tour-question', testid: 'tour-question', hidden: true })
  let shown = ''
  return {
    element,
    show(state) {
      const question = state === null ? undefined : run.tour.stops[state.stop]?.question
      element.hidden = question === undefined
      const answer = state?.answers.get(state.stop)
      const now = state === null || question === undefined ? '' : `${state.stop} ${answer ?? ''}`
      if (now === shown) return
      const wasAsked = shown === `${state?.stop ?? ''} `
      shown = now
      if (state === null || question === undefined) {
        fill(element)
        return
      }
      const id = freshId('question')
      const chosen = answer === undefined ? undefined : question.choices[answer]
      const given = chosen?.answer[language] ?? ''
      const reply = h('p', { class: 'tour-reply', tabindex: '-1', testid: 'tour-reply' }, given)
      fill(
        element,
        h(
          'h4',
          { id },
          h('span', { class: 'unseen' }, words.say('tour-question'), ' '),
          question.ask[language],
        ),
        answer !== undefined && reply,
        h(
          'ul',
          { class: 'tour-choices', 'aria-labelledby': id },
          ...question.choices.map((choice, k) =>
            h(
              'li',
              {},
              answer === undefined
                ? h(
                    'button',
                    {
                      type: 'button',
                      class: 'button quiet-button',
                      testid: `answer-${k}`,
                      on: { click: () => run.send({ kind: 'answer', choice: k }) },
                    },
                    choice.words[language],
                  )
                : told(words, choice.words[language], {
                    isRight: k === question.right,
                    isChosen: k === answer,
                  }),
            ),
          ),
        ),
        answer === undefined && h('p', { class: 'small quiet' }, words.say('tour-asking')),
      )
      if (answer !== undefined && wasAsked) {
        voice.say(given)
        // The button that was pressed is gone; reading goes on at what the guide says.
        reply.focus({ preventScroll: true })
        reply.scrollIntoView({ block: 'nearest' })
      }
    },
  }
}

function told(
  words: Words,
  choice: string,
  { isRight, isChosen }: { readonly isRight: boolean; readonly isChosen: boolean },
): HTMLElement {
  return h(
    'p',
    { class: isRight ? 'tour-told is-right' : 'tour-told' },
    isRight && icon(ICONS.check),
    h('span', {}, choice),
    (isRight || isChosen) &&
      h('span', { class: 'chip' }, words.say(isRight ? 'tour-correct' : 'tour-chosen')),
  )
}
