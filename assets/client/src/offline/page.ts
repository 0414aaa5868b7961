/** The page one sees without a network: what is wrong, that nothing is lost, and a way on. */
import './page.css'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/language'
import { sayPattern, type Sentences } from '../i18n/sentence'
import { keptPreferences, readPreferences, thisDevice } from '../preferences'
import { fill, h } from '../ui/dom'

// Fetched while there was a network, in every language: nothing can be fetched any more.
const SENTENCES = import.meta.glob<Sentences>('../../../locales/*/offline.ftl', {
  query: '?sentences',
  import: 'default',
  eager: true,
})

/** A small file of the town that no cache answers for. */
const PROBE = '/manifest.webmanifest'
const LOOK_MS = 5_000

function show(language: Language): void {
  const sentences = SENTENCES[`../../../locales/${language}/offline.ftl`] ?? {}
  const say = (key: string): string => {
    const pattern = sentences[key]
    return pattern === undefined ? key : sayPattern(pattern, { sentences, language, values: {} })
  }
  document.documentElement.lang = language
  document.title = say('offline-title')
  fill(
    document.body,
    h(
      'main',
      { class: 'offline' },
      h('h1', {}, say('offline-title')),
      h('p', {}, say('offline-about')),
      h('p', {}, say('offline-kept')),
      h(
        'button',
        { type: 'button', testid: 'offline-again', on: { click: () => location.reload() } },
        say('offline-again'),
      ),
      h('p', { class: 'small' }, say('offline-by-itself')),
      h(
        'ul',
        { 'aria-label': say('offline-languages') },
        ...LANGUAGES.filter((other) => other !== language).map((other) =>
          h(
            'li',
            {},
            h(
              'button',
              { type: 'button', lang: other, on: { click: () => show(other) } },
              LANGUAGE_NAMES[other],
            ),
          ),
        ),
      ),
    ),
  )
  document.body.dataset['ready'] = 'offline'
}

/** Back to the town when it answers: a browser says `online` before anything can be reached. */
async function look(): Promise<void> {
  try {
    const { ok } = await fetch(PROBE, { method: 'HEAD', cache: 'no-store' })
    if (ok) location.reload()
  } catch {
    // Not yet.
  }
}

setInterval(() => void look(), LOOK_MS)
addEventListener('online', () => void look())
const address = new URLSearchParams(location.search)
show(readPreferences(address, keptPreferences(), thisDevice()).language)
