/** Starts the page of a code: looks at it, lets its holder come in if they are new, and receives the badge. */
import './ui/style.css'
import './ui/claim.css'
import { Api, type Badge, type Visitor } from './api'
import { forgetClaim, keepClaim, takeClaim } from './claim-link'
import type { Language } from './i18n/language'
import { loadWords, type Words } from './i18n/words'
import type { Refusal } from './net/protocol'
import { keepPreferences, keptPreferences, readPreferences, thisDevice } from './preferences'
import { type ClaimState, makeClaimPage } from './ui/claim-page'
import { fill, h, keepingFocus } from './ui/dom'
import { anyLook } from './ui/look-picker'
import type { Draft } from './ui/passport-form'
import { namesOf } from './ui/place-name'

/** Seconds between two looks at what has become of the badge; a hall shares one address. */
const STATE_SECONDS = 15
const STATE_LOOKS = 12

const address = new URLSearchParams(location.search)
const kept = keptPreferences()
let preferences = readPreferences(address, kept, thisDevice())
const api = new Api(preferences.language)
const host = h('div', {})
let visitor: Visitor | null = null
let draft: Draft = { nickname: '', look: anyLook(), remember: null }

async function start(): Promise<void> {
  const claim = takeClaim()
  const [plan, passport] = await Promise.all([import('./plan/data'), api.passport()])
  visitor = passport.ok ? passport.value : null
  if (visitor !== null && kept === null && !address.has('lang')) {
    preferences = { ...preferences, language: visitor.language }
  }
  document.querySelector('#town')?.replaceChildren(host)
  await run(await loadWords(preferences.language), plan.PLACES, claim)
}

async function run(
  first: Words,
  places: Parameters<typeof namesOf>[0],
  claim: ReturnType<typeof takeClaim>,
): Promise<void> {
  let words = first
  let code = claim?.code ?? ''
  let state: ClaimState = { kind: 'looking' }
  let page: ReturnType<typeof makeClaimPage> | null = null

  function draw(): void {
    document.documentElement.lang = words.language
    document.title = `${words.say('town-claim-title')} - ${words.say('town-title')}`
    api.language = words.language
    page = makeClaimPage({
      words,
      placeName: namesOf(places, words.language),
      visitor,
      draft,
      state,
      look,
      receive,
      again: () => void look(code),
      speak: (language) => void speak(language),
    })
    keepingFocus(() => fill(host, page?.element ?? null))
    document.body.dataset['ready'] = `claim-${state.kind}`
  }

  function go(next: ClaimState): void {
    state = next
    draw()
    page?.opened()
  }

  async function speak(language: Language): Promise<void> {
    words = await loadWords(language)
    preferences = { ...preferences, language }
    if (visitor?.remembered === true) keepPreferences(preferences)
    draw()
  }

  async function look(typed: string): Promise<void> {
    const wasTyped = state.kind === 'typing'
    code = typed
    const answer = await api.look(typed)
    if (answer.ok) {
      keepClaim({ code, offer: answer.value })
      go({ kind: 'offered', offer: answer.value })
    } else if (wasTyped) go({ kind: 'typing', refusal: answer.refusal })
    else go({ kind: 'refused', refusal: answer.refusal })
  }

  async function receive(): Promise<Refusal | null> {
    if (state.kind !== 'offered') return null
    const { offer } = state
    if (visitor === null) {
      const { nickname, look: looks } = draft
      const arrival = { nickname: nickname.trim(), look: looks, language: words.language }
      const registered = await api.register(arrival, draft.remember === true)
      if (!registered.ok) return registered.refusal
      visitor = registered.value
    }
    const answer = await api.receive(code, offer.hold)
    if (!answer.ok) {
      // The same button tries again: asking twice gives one badge.
      if (answer.refusal.retryable) return answer.refusal
      if (answer.refusal.code === 'not-signed-in') {
        visitor = null
        go(state)
        return null
      }
      forgetClaim()
      go({ kind: 'refused', refusal: answer.refusal })
      return null
    }
    forgetClaim()
    const { badge, is_new } = answer.value
    go({ kind: 'received', offer, badge, isNew: is_new })
    void follow(badge)
    return null
  }

  /** Tell what becomes of the badge, until it is final or nobody looks any more. */
  async function follow(badge: Badge): Promise<void> {
    for (let looks = 0; looks < STATE_LOOKS; looks += 1) {
      await new Promise((done) => setTimeout(done, STATE_SECONDS * 1000))
      const passport = await api.passport()
      const held = passport.ok ? passport.value?.badges : undefined
      const now = held?.find(({ id }) => id === badge.id)
      if (now !== undefined && state.kind === 'received') {
        state = { ...state, badge: now }
        page?.show(now)
      }
      if (now?.state === 'final') return
    }
  }

  if (visitor !== null) {
    draft = { nickname: visitor.nickname, look: visitor.look, remember: visitor.remembered }
  }
  if (claim === null) go({ kind: 'typing', refusal: null })
  else if (claim.offer !== null) go({ kind: 'offered', offer: claim.offer })
  else {
    draw()
    await look(code)
  }
}

// Another code scanned into the same tab changes nothing but what stands behind the #.
addEventListener('hashchange', () => {
  if (location.hash.length > 1) location.reload()
})

start().catch((fault: unknown) => {
  console.error(fault)
  const again = h('a', { href: location.href }, '読みこみなおす / Reload')
  document
    .querySelector('#town')
    ?.replaceChildren(h('p', { class: 'card' }, 'ページを読みこめませんでした。', again))
})
