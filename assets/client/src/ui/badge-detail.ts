/** One badge, large, with everything known of it and the picture to share; fetched when looked at. */
import type { Badge } from '../api'
import type { Stop } from '../cell'
import { loadFeatureWords } from '../i18n/feature-words'
import type { Words } from '../i18n/words'
import './badge-detail.css'
import { artOf, badgeName, whereOf } from './badge-name'
import { earned, proofOf, type ShelfParts, shownState } from './badge-shelf'
import { fill, freshId, h, icon, quote, write } from './dom'
import { ICONS } from './icons'
import { showOver } from './over-page'
import { sharePicture } from './share-picture'

export interface DetailParts extends ShelfParts {
  readonly id: number
  /** Has the focus back when the badge is put away. */
  readonly opener: HTMLElement
}

/** Open the badge in a dialog over the page; rejects when its sentences cannot be fetched. */
export async function openBadge(parts: DetailParts): Promise<void> {
  const { words, placeName, badges, id, opener } = parts
  const own = await loadFeatureWords('badge', words.language)
  const badge = badges.get().find((one) => one.id === id)
  if (badge === undefined) return
  const name = badgeName(badge, words, placeName)
  const titleId = freshId('badge')
  const state = h('span', {})
  const about = h('p', { class: 'quiet' })
  const share = badge.proof === null ? null : sharing(own, words, { badge, name, parts })
  const dialog = h(
    'dialog',
    { class: 'badge-detail', 'aria-labelledby': titleId, testid: 'badge-detail' },
    h(
      'div',
      { class: 'badge-detail-head' },
      quote(h('h2', { id: titleId, tabindex: '-1' }), name),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.say('town-close'),
          testid: 'badge-detail-close',
          on: { click: () => dialog.close() },
        },
        icon(ICONS.close),
      ),
    ),
    h(
      'div',
      { class: 'badge-detail-body' },
      badge.art !== null &&
        h('img', {
          class: 'badge-detail-art',
          src: artOf(badge.art, words),
          width: 512,
          height: 512,
          alt: own.say('badge-picture', { title: name }),
        }),
      h(
        'div',
        {},
        h('p', { role: 'status' }, state),
        about,
        facts(own, [
          ['badge-date', words.day(badge.occurred_on)],
          ['badge-place', whereOf(badge, words, placeName)],
          ['badge-earned', earned(badge, words)],
        ]),
        badge.proof !== null &&
          h(
            'p',
            {},
            h(
              'a',
              {
                class: 'button',
                target: '_blank',
                href: proofOf(badge.proof, badge.id),
                testid: 'badge-detail-proof',
              },
              words.say('town-badge-proof'),
              h('span', { class: 'unseen' }, ` ${words.say('town-new-tab')}`),
            ),
          ),
        share?.element,
      ),
    ),
  )
  const stop = badges.watch((held) => {
    const now = held.find((one) => one.id === id)
    if (now === undefined) return
    const kind = shownState(now.state)
    write(state, words.say(`town-badge-${kind}`))
    state.className = `chip chip-${kind}`
    write(about, words.say(`town-badge-${kind}-about`))
  })
  showOver(dialog, {
    opener,
    closed: () => {
      stop()
      share?.stop()
    },
  })
  dialog.querySelector('h2')?.focus()
}

function facts(own: Words, rows: readonly (readonly [string, string])[]): HTMLElement {
  return h(
    'dl',
    { class: 'badge-facts' },
    ...rows.map(([key, said]) => h('div', {}, h('dt', {}, own.say(key)), h('dd', {}, said))),
  )
}

interface Shared {
  readonly badge: Badge
  readonly name: string
  readonly parts: DetailParts
}

/** Makes the picture when asked, shows it, and hands it on or down; stopped, it lets go of it. */
function sharing(
  own: Words,
  words: Words,
  { badge, name, parts }: Shared,
): { element: HTMLElement; stop: Stop } {
  let address = ''
  const stop = (): void => URL.revokeObjectURL(address)
  const room = h('div', { 'aria-live': 'polite', testid: 'share-room' })
  const make = h(
    'button',
    {
      type: 'button',
      class: 'button quiet-button',
      testid: 'share-make',
      on: { click: () => void draw() },
    },
    own.say('badge-share-make'),
  )
  const draw = async (): Promise<void> => {
    make.disabled = true
    fill(room, own.say('badge-share-making'))
    try {
      const picture = await sharePicture({
        title: name,
        lines: [words.day(badge.occurred_on), whereOf(badge, words, parts.placeName)],
        town: words.say('town-title'),
        check: own.say('badge-share-check'),
        art: badge.art === null ? null : artOf(badge.art, words),
        qr: `${proofOf(badge.proof ?? '', badge.id)}/qr.svg`,
        language: words.language,
      })
      stop()
      address = URL.createObjectURL(picture)
      fill(room, shown(own, { badge, name, parts }, { picture, address }))
    } catch {
      fill(room, h('p', { class: 'fault' }, own.say('badge-share-failed')))
    }
    make.disabled = false
  }
  const element = h(
    'section',
    { class: 'badge-share' },
    h('h3', {}, own.say('badge-share')),
    h('p', { class: 'small quiet' }, own.say('badge-share-about')),
    make,
    room,
  )
  return { element, stop }
}

function shown(
  own: Words,
  { badge, name }: Shared,
  { picture, address }: { readonly picture: Blob; readonly address: string },
): HTMLElement {
  const file = new File([picture], `kashima-badge-${badge.id}.png`, { type: 'image/png' })
  const link = new URL(proofOf(badge.proof ?? '', badge.id), location.href).href
  const message = { files: [file], title: name, text: `${name} ${link}` }
  const hand = h(
    'button',
    {
      type: 'button',
      class: 'button',
      testid: 'share-send',
      // Turning away from the list of apps is no fault.
      on: { click: () => void navigator.share(message).catch(() => undefined) },
    },
    own.say('badge-share-send'),
  )
  return h(
    'div',
    {},
    h('img', {
      class: 'badge-share-picture',
      src: address,
      width: 1200,
      height: 630,
      alt: own.say('badge-share-alt', { title: name }),
      testid: 'share-picture',
    }),
    h(
      'div',
      { class: 'acts' },
      canShare(message) && hand,
      h(
        'a',
        { class: 'button quiet-button', href: address, download: file.name, testid: 'share-save' },
        own.say('badge-share-save'),
      ),
    ),
  )
}

/** Whether this device hands pictures to other apps; many desktops do not. */
function canShare(message: ShareData): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare(message)
}
