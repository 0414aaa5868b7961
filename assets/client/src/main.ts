/** Starts the client: the first page at once, the town only when somebody enters it. */
import './ui/style.css'
import { Api, type Visitor } from './api'
import { cell, type Cell, type Stop } from './cell'
import { forgetEntrance, takeEntrance } from './entrance'
import type { Language } from './i18n/language'
import { loadWords, type Words } from './i18n/words'
import { type Refusal, UNREACHABLE } from './net/protocol'
import { CREDITS, ISLANDS, PLACES } from './plan/data'
import {
  forgetPreferences,
  keepPreferences,
  keptPreferences,
  readPreferences,
  thisDevice,
} from './preferences'
import { solidIsPossible } from './solid-probe'
import { fill, h, keepingFocus } from './ui/dom'
import { makeVoice } from './ui/live'
import { anyLook } from './ui/look-picker'
import type { Draft } from './ui/passport-form'
import { namesOf } from './ui/place-name'
import type { WayIn } from './ui/event-door'
import { makeWelcome } from './ui/welcome'

const address = new URLSearchParams(location.search)
const kept = keptPreferences()
const preferences = cell(readPreferences(address, kept, thisDevice()))
const api = new Api(preferences.get().language)
api.entrance = takeEntrance(slug())
api.told = (told) => {
  visitor = told
}
const voice = makeVoice()
const host = h('div', {})
// Asking for a context may take long, so until the first page stands the mere promise counts.
let canBeSolid = 'WebGL2RenderingContext' in globalThis
/** Milliseconds after coming in, when nothing more urgent is on its way. */
const FAREWELL_MS = 20_000
const CLOSED_BEHIND: ReadonlySet<string> = new Set(['event-ended', 'removed'])
let visitor: Visitor | null = null
let draft: Draft = { nickname: '', look: anyLook(), remember: null }
let closeScreen: Stop = () => undefined
/** The code of a link that brings a passport along, out of the address at once. */
let brought = /^#passport=(\w{16})$/.exec(location.hash)?.[1] ?? null
if (brought !== null) history.replaceState(null, '', location.pathname + location.search)
addEventListener('hashchange', () => {
  // Such a link, opened where the town is open already, begins like any other.
  if (location.hash.startsWith('#passport=')) location.reload()
})
/** Counts screens asked for, so that one whose files come late does not take another's place. */
let asked = 0

/** One screen at a time; what was there before is stopped when the next one can be shown. */
async function show<T>(fetched: T | Promise<T>, open: (ready: T) => Stop): Promise<void> {
  asked += 1
  const turn = asked
  const ready = fetched instanceof Promise ? await fetched : fetched
  if (turn !== asked) return
  closeScreen()
  closeScreen = () => undefined
  closeScreen = open(ready)
}

async function start(): Promise<void> {
  const [words] = await Promise.all([loadWords(preferences.get().language), meet()])
  const known = visitor?.language
  const isChosen = address.has('lang') || kept !== null
  const spoken = known === undefined || isChosen ? words : await loadWords(known)
  if (spoken !== words) preferences.set({ ...preferences.get(), language: spoken.language })
  document.querySelector('#town')?.replaceChildren(host, voice.element)
  run(cell(spoken))
}

/** Who holds this browser's passport, if anybody. */
async function meet(): Promise<void> {
  const passport = await api.passport()
  const wasKnown = visitor !== null
  visitor = passport.ok ? passport.value : null
  if (visitor !== null) {
    draft = { nickname: visitor.nickname, look: visitor.look, remember: visitor.remembered }
  } else if (wasKnown) draft = { nickname: '', look: anyLook(), remember: null }
}

function run(words: Cell<Words>): void {
  let onWelcome = true

  words.watch((now) => {
    document.documentElement.lang = now.language
    document.title = now.say('town-title')
    document
      .querySelector('meta[name=description]')
      ?.setAttribute('content', now.say('town-description'))
    api.language = now.language
    if (onWelcome) welcome()
  })
  preferences.watch((now) => {
    if (visitor?.remembered === true) keepPreferences(now)
    document.documentElement.classList.toggle('calm', now.calm)
    document.documentElement.style.fontSize = `${now.textPercent ?? 100}%`
    if (now.language !== words.get().language) void speak(now.language)
  })

  // Asked later, so that it does not compete with what the first page still needs.
  setTimeout(() => {
    if (!canBeSolid) return
    void solidIsPossible().then((found) => {
      if (found) return
      canBeSolid = false
      if (onWelcome) welcome()
    })
  })

  async function speak(language: Language): Promise<void> {
    const next = await loadWords(language)
    if (preferences.get().language !== language) return
    words.set(next)
    // So that mails, proofs and the next visit speak it too; a failure changes nothing here.
    if (visitor !== null) void api.change({ language })
  }

  function welcome(): void {
    onWelcome = true
    const page = makeWelcome({
      words: words.get(),
      api,
      voice,
      placeName: namesOf(PLACES, words.get().language),
      credits: CREDITS,
      visitor,
      draft,
      slug: slug(),
      role: api.entrance?.event === slug() ? (api.entrance?.role ?? null) : null,
      canBeSolid,
      prefersFlat: preferences.get().flat,
      enter,
      save,
      erase,
      renew: () => void meet().then(welcome),
      speak: (language) => preferences.set({ ...preferences.get(), language }),
    })
    show(page, ({ element, stop }) => {
      keepingFocus(() => fill(host, element))
      // The page of a code leads here: the shelf was not there yet when the browser looked for it.
      if (location.hash === '#badges') document.getElementById('badges')?.scrollIntoView()
      document.body.dataset['ready'] = 'welcome'
      bring(element)
      return stop
    }).catch(lament)
  }

  /** Who came by a link of another device of theirs is asked whether to bring the passport here. */
  function bring(opener: HTMLElement): void {
    const code = brought
    brought = null
    if (code === null) return
    const arrived = (): void => void meet().then(welcome)
    import('./ui/passport-arrival')
      .then(({ openArrival }) => openArrival({ words: words.get(), api, opener, code, arrived }))
      .catch(() => voice.say(words.get().say('error-unavailable')))
  }

  async function enter(as: 'solid' | 'flat', way: WayIn): Promise<Refusal | null> {
    if (visitor === null) {
      const wishes = { ...draft, nickname: draft.nickname.trim(), language: words.get().language }
      const { nickname, look, language } = wishes
      const registered = await api.register({ nickname, look, language }, draft.remember === true)
      if (!registered.ok) return registered.refusal
      visitor = registered.value
    }
    preferences.set({ ...preferences.get(), flat: as === 'flat' })
    if (way === 'line') {
      wait(slug())
      return null
    }
    try {
      await walk(slug())
      return null
    } catch {
      // The files of the town did not arrive: no network, or the town was renewed meanwhile.
      return UNREACHABLE
    }
  }

  async function walk(event: string | null): Promise<void> {
    await show(import('./walk'), ({ startWalk }) => {
      onWelcome = false
      return startWalk({
        host,
        api,
        words,
        preferences,
        voice,
        event,
        badges: visitor?.badges ?? [],
        stamps: visitor?.stamps ?? [],
        places: PLACES,
        islands: ISLANDS,
        canBeSolid,
        to: PLACES.find(({ id }) => location.pathname === `/p/${id}`) ?? null,
        ended: (reason) => {
          if (reason.code === 'event-full') wait(event)
          else farewell(reason, event)
        },
      })
    })
    // Saying goodbye must be possible when there is no network to fetch the words of it with.
    setTimeout(() => void import('./ui/farewell').catch(() => undefined), FAREWELL_MS)
  }

  /** Stand in line for a seat, and go in by itself when it is one's turn. */
  function wait(event: string | null): void {
    onWelcome = false
    show(import('./ui/waiting-page'), ({ makeWaitingPage }) => {
      const page = makeWaitingPage({
        words: words.get(),
        api,
        voice,
        slug: event,
        enter: () => void rejoin(event).catch(() => farewell(UNREACHABLE, event)),
        over: (reason) => farewell(reason, event),
        home: () => void meet().then(welcome),
        publicTown: () => enterPublic(),
      })
      fill(host, page.element)
      document.body.dataset['ready'] = 'waiting'
      page.opened()
      return page.stop
    }).catch(() => farewell(UNREACHABLE, event))
  }

  function enterPublic(): void {
    history.replaceState(null, '', '/')
    void rejoin(null)
  }

  /** In once more: a badge may have come since the passport was last read. */
  async function rejoin(event: string | null): Promise<void> {
    await meet()
    await walk(event)
  }

  function farewell(reason: Refusal, event: string | null): void {
    if (reason.code === 'entry-refused') {
      // What is left is to come in as a visitor, by the same address.
      forgetEntrance()
      api.entrance = null
    }
    show(import('./ui/farewell'), ({ makeFarewell }) => {
      const page = makeFarewell({
        words: words.get(),
        reason,
        wasEvent: event !== null,
        again: () => void rejoin(event),
        publicTown: enterPublic,
        home: () => {
          // The page of an event that is over, or closed to this visitor, is no way back in.
          if (CLOSED_BEHIND.has(reason.code)) history.replaceState(null, '', '/')
          void meet().then(welcome)
        },
        reload: () => location.reload(),
      })
      fill(host, page.element)
      document.body.dataset['ready'] = 'farewell'
      page.opened()
      return () => undefined
    }).catch(lament)
  }

  async function save(): Promise<Refusal | null> {
    const { language } = words.get()
    const nickname = draft.nickname.trim()
    const changed = await api.change({ nickname, look: draft.look, language })
    if (!changed.ok) return changed.refusal
    visitor = changed.value
    welcome()
    return null
  }

  async function erase(): Promise<Refusal | null> {
    const erased = await api.erase()
    if (!erased.ok && erased.refusal.code !== 'not-signed-in') return erased.refusal
    forgetPreferences()
    visitor = null
    draft = { nickname: '', look: anyLook(), remember: null }
    welcome()
    voice.say(words.get().say('town-erased'))
    return null
  }
}

/** The event whose link was opened, if any. */
function slug(): string | null {
  return /^\/e\/([\w-]{1,40})\/?$/.exec(location.pathname)?.[1] ?? null
}

/** Without words there is nothing to translate with: the two most likely languages, and a way on. */
function lament(fault: unknown): void {
  console.error(fault)
  const again = h('a', { href: location.href }, '読みこみなおす / Reload')
  document
    .querySelector('#town')
    ?.replaceChildren(h('p', { class: 'card' }, '町を読みこめませんでした。', again))
}

start().catch(lament)
