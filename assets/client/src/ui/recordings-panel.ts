/** Recorded tours of past events, to be walked along at any hour. */
import './guide-bar.css'
import { fetchRecording, fetchRecordings, play } from '../guide/ghost'
import type { Recording } from '../guide/replay'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import { fill, h, quote, write } from './dom'
import type { PanelParts } from './panels'
import type { Panel } from './sheet'

type Card = Recording['recording']

/** The panel; its list is fetched while it is open. */
export async function make(parts: PanelParts): Promise<Panel> {
  const said = await loadFeatureWords('guide', parts.words.language)
  const fault = h('p', { class: 'fault', role: 'alert' })
  const list = h(
    'div',
    { 'aria-busy': 'true', testid: 'recordings' },
    h('p', { class: 'quiet' }, parts.words.say('town-loading')),
  )
  let isStopped = false
  const join = async ({ slug }: Card): Promise<void> => {
    write(fault, '')
    const answer = await fetchRecording(parts.api, slug)
    if (isStopped) return
    if (!answer.ok) {
      write(fault, parts.words.why(answer.refusal))
      return
    }
    await play(parts.visit, answer.value, parts)
    parts.voice.say(said.say('guide-playing', { title: answer.value.recording.title }))
    parts.close()
  }
  void fetchRecordings(parts.api).then((answer) => {
    if (isStopped) return
    list.setAttribute('aria-busy', 'false')
    if (!answer.ok) fill(list, h('p', { class: 'quiet' }, parts.words.why(answer.refusal)))
    else fill(list, ...cards(parts, said, answer.value.recordings, join))
  })
  return {
    title: parts.words.say('town-recordings'),
    body: h('div', {}, h('p', {}, said.say('guide-recordings-about')), fault, list),
    stop: () => {
      isStopped = true
    },
  }
}

function cards(
  { words, placeName }: PanelParts,
  said: Words,
  recordings: readonly Card[],
  join: (card: Card) => Promise<void>,
): HTMLElement[] {
  if (recordings.length === 0) {
    return [h('p', { class: 'quiet', testid: 'recordings-none' }, said.say('guide-recordings-none'))]
  }
  const rows = recordings.map((card) =>
    h(
      'li',
      { class: 'row recording-row' },
      h(
        'div',
        {},
        quote(h('p', { class: 'row-name' }), card.title),
        h('p', { class: 'small quiet' }, `${words.day(card.day)} · ${placeName(card.place)}`),
        h(
          'p',
          { class: 'small quiet' },
          said.say('guide-recording-facts', {
            minutes: Math.max(1, Math.round(card.seconds / 60)),
            lines: card.lines,
          }),
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'aria-label': said.say('guide-play-this', { title: card.title }),
          testid: `play-${card.slug}`,
          on: { click: () => void join(card) },
        },
        said.say('guide-play'),
      ),
    ),
  )
  return [h('ul', { class: 'rows' }, ...rows)]
}
