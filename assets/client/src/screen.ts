/** Starts the screen of a venue: fetches the codes of the next minute again and again, and shows the one of now. */
import './ui/style.css'
import './ui/screen.css'
import { Api } from './api'
import { LANGUAGES } from './i18n/language'
import { loadWords } from './i18n/words'
import type { Refusal } from './net/protocol'
import { readPreferences, thisDevice } from './preferences'
import { showing, type Ticks, type Told } from './screen-time'
import { makeScreenPage } from './ui/screen-page'
import { h } from './ui/dom'

/** Milliseconds between two questions to the town, while all is well and while it is not. */
const WELL_MS = 10_000
const WEAK_MS = 3000
const DRAW_MS = 250

const { language } = readPreferences(
  new URLSearchParams(location.search),
  null,
  // A tablet on a counter speaks the counter's language, whatever it was bought with.
  { ...thisDevice(), languages: ['ja'] },
)
const api = new Api(language)

/** Kept in the address, unlike a code: the tablet must find it again after a restart. */
const token = /^#([\w.-]{1,400})$/.exec(location.hash)?.[1] ?? ''

async function start(): Promise<void> {
  const others = LANGUAGES.filter((name) => name !== language)
  const languages = await Promise.all([language, ...others].map(loadWords))
  const [words] = languages
  if (words === undefined) return
  document.documentElement.lang = language
  document.title = `${words.say('town-screen-title')} - ${words.say('town-title')}`
  const page = makeScreenPage(languages)
  document.querySelector('#town')?.replaceChildren(page.element)
  let told: Told | null = null
  let refusal: Refusal | null = null

  const draw = (): void => {
    const now = showing(told, ticks())
    const why = (): string => {
      if (refusal === null) return now === null ? words.say('town-loading') : ''
      if (!refusal.retryable) return words.why(refusal)
      return words.say(now === null ? 'town-screen-lost' : 'town-screen-weak')
    }
    page.show(now, why())
    document.body.dataset['ready'] = now === null ? 'screen-empty' : 'screen'
  }

  const ask = async (): Promise<void> => {
    const at = ticks()
    const answer = await api.screen(token)
    if (answer.ok) {
      // The moment of asking, not of the answer: if the line is slow the code rather goes early.
      told = { answer: answer.value, at }
      refusal = null
      page.tell(answer.value)
    } else {
      refusal = answer.refusal
      // Withdrawn or over: what was told before is not to be shown any more.
      if (!refusal.retryable) told = null
    }
    draw()
    setTimeout(() => void ask(), refusal === null ? WELL_MS : WEAK_MS)
  }

  draw()
  setInterval(draw, DRAW_MS)
  stayAwake()
  await ask()
}

function ticks(): Ticks {
  return { even: performance.now(), wall: Date.now() }
}

/** Keep the tablet's display on, as far as it lets us. */
function stayAwake(): void {
  const hold = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', hold)
  hold()
}

addEventListener('hashchange', () => location.reload())

start().catch((fault: unknown) => {
  console.error(fault)
  document
    .querySelector('#town')
    ?.replaceChildren(h('p', { class: 'card' }, 'コードを読みこめませんでした。 / Reload'))
  // Nobody may be standing beside the tablet.
  setTimeout(() => location.reload(), WEAK_MS * 3)
})
