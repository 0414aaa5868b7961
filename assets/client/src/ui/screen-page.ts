/** The screen of a venue or a counter: one large code, how long it is good for, and how to use it. */
import type { ScreenAnswer } from '../claims'
import type { Words } from '../i18n/words'
import { modulePath, type Showing } from '../screen-time'
import { h, quote, write } from './dom'

/** The empty frame a QR code needs to be found, in modules. */
const QUIET_ZONE = 4
const SVG = 'http://www.w3.org/2000/svg'

export interface ScreenPage {
  readonly element: HTMLElement
  /** What the code is of, and how many have used it. */
  tell(answer: ScreenAnswer): void
  /** Show the code; null takes it away, and says why there is none. */
  show(showing: Showing | null, trouble: string): void
}

/** The page in the first of the languages, with the sentence everybody needs in all of them. */
export function makeScreenPage(languages: readonly Words[]): ScreenPage {
  const [words] = languages
  if (words === undefined) throw new Error('a screen speaks at least one language')
  const label = h('h1', { class: 'screen-label', testid: 'screen-label' })
  const path = document.createElementNS(SVG, 'path')
  const drawing = document.createElementNS(SVG, 'svg')
  drawing.setAttribute('class', 'screen-qr')
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', words.say('town-screen-code'))
  drawing.dataset['testid'] = 'screen-qr'
  drawing.append(path)
  const seconds = h('p', { class: 'screen-left', testid: 'screen-left' })
  const bar = h('span', { class: 'screen-bar' })
  const typed = h('p', { class: 'screen-typed', lang: 'en', testid: 'screen-typed' })
  const address = h('p', { class: 'screen-address' })
  const byHand = h('div', { class: 'screen-by-hand' }, address, typed)
  const used = h('p', { class: 'screen-used', testid: 'screen-used' })
  const trouble = h('p', { class: 'screen-trouble', role: 'status', testid: 'screen-trouble' })
  const none = h('div', { class: 'screen-none', 'aria-hidden': 'true' })
  const full = h(
    'button',
    {
      type: 'button',
      class: 'button quiet-button screen-full',
      testid: 'screen-full',
      hidden: !document.fullscreenEnabled,
      on: { click: () => void document.documentElement.requestFullscreen().catch(() => undefined) },
    },
    words.say('town-screen-full'),
  )
  document.addEventListener('fullscreenchange', () => {
    full.hidden = document.fullscreenElement !== null
  })
  const code = h(
    'div',
    { class: 'screen-code' },
    drawing,
    none,
    h('div', { class: 'screen-track', 'aria-hidden': 'true' }, bar),
    seconds,
    trouble,
  )
  const element = h(
    'main',
    { class: 'screen', testid: 'screen' },
    h('header', { class: 'screen-head' }, label, full),
    code,
    h(
      'div',
      { class: 'screen-words' },
      ...languages.map((one, at) =>
        h(
          'p',
          { class: at === 0 ? 'screen-scan' : 'screen-scan-more', lang: one.language },
          one.say('town-screen-scan'),
        ),
      ),
      byHand,
      used,
    ),
  )
  let drawn = ''
  return {
    element,
    tell(answer) {
      quote(label, answer.label)
      write(used, words.say('town-screen-used', { count: answer.used }))
    },
    show(showing, why) {
      write(trouble, why)
      code.classList.toggle('is-empty', showing === null)
      drawing.toggleAttribute('hidden', showing === null)
      byHand.hidden = showing === null
      write(
        seconds,
        showing === null ? '' : words.say('town-screen-next', { seconds: showing.left }),
      )
      write(typed, showing?.code.typed ?? '')
      bar.style.setProperty('inline-size', `${((showing?.left ?? 0) / 30) * 100}%`)
      if (showing === null) return
      const { link, rows } = showing.code
      if (link === drawn) return
      drawn = link
      const size = rows.length + 2 * QUIET_ZONE
      drawing.setAttribute('viewBox', `0 0 ${size} ${size}`)
      path.setAttribute('d', modulePath(rows, QUIET_ZONE))
      const plain = link.slice(0, link.indexOf('#')).replace(/^https?:\/\//, '')
      write(address, words.say('town-screen-by-hand', { address: plain }))
    },
  }
}
