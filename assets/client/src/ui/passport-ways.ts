/** Devices with the passport, and the ways to bring it to another one: a code, a passkey. */
import type { Asking, Result } from '../api'
import { knowsPasskeys } from '../passkey'
import {
  addPasskey,
  type Device,
  newCode,
  type PasskeyCard,
  type PassportRecord,
  removePasskey,
  signOut,
  withdrawCodes,
} from '../passport-record'
import { type Child, fill, h } from './dom'
import { paperCode, phoneCode } from './passport-code'
import { section, type Texts } from './passport-sections'

export interface WaysParts extends Texts {
  readonly api: Asking
  readonly record: PassportRecord
  readonly remembered: boolean
  /** Do one step and show the page anew, saying what came of it. */
  readonly act: (step: () => Promise<Result<unknown>>, done: string) => void
  /** Say something about a step that changed nothing. */
  readonly tell: (key: string) => void
  /** Show a refusal, if there is one; true when there is none. */
  readonly went: (answer: Result<unknown>) => boolean
}

/** A button of this page. */
export function button(label: Child, testid: string, act: () => void, more: object = {}): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'button quiet-button', testid, on: { click: act }, ...more },
    label,
  )
}

/** Which devices hold the passport; each but this one can be signed out. */
export function devicesPart(parts: WaysParts): HTMLElement {
  const { text, record } = parts
  return section(
    text.say('passport-devices'),
    h('ul', { class: 'passport-list' }, ...record.devices.map((one) => deviceRow(parts, one))),
  )
}

function deviceRow({ words, text, api, act }: WaysParts, device: Device): HTMLElement {
  const used = words.day(device.used_on)
  const came = words.day(device.came_on)
  return h(
    'li',
    { testid: device.is_here ? 'device-here' : 'device-other' },
    h(
      'div',
      {},
      h(
        'p',
        { class: 'passport-name' },
        text.say(device.is_here ? 'passport-device-here' : 'passport-device-other'),
      ),
      h(
        'p',
        { class: 'small quiet' },
        text.say(`passport-device-${device.way}`, { came }),
        ' · ',
        text.say('passport-device-used', { used }),
      ),
    ),
    !device.is_here &&
      button(
        text.say('passport-device-out'),
        `device-out-${device.id}`,
        () => act(() => signOut(api, device.id), 'passport-device-gone'),
        { 'aria-label': text.say('passport-device-out-of', { used }) },
      ),
  )
}

/** Codes and passkeys; for who is here just this once, the word that there are none. */
export function bringPart(parts: WaysParts): HTMLElement {
  const { text, remembered } = parts
  if (!remembered) {
    return section(
      text.say('passport-bring'),
      h('p', { class: 'quiet' }, text.say('passport-bring-not')),
    )
  }
  return section(text.say('passport-bring'), codes(parts), passkeys(parts))
}

function codes(parts: WaysParts): HTMLElement {
  const { words, text, api, record, act, went } = parts
  const shown = h('div', { role: 'status' })
  const show = async (kind: 'paper' | 'phone'): Promise<void> => {
    const code = await newCode(api, kind)
    if (!went(code) || !code.ok) return
    fill(shown, kind === 'phone' ? phoneCode(parts, code.value) : paperCode(parts, code.value))
    shown.scrollIntoView({ block: 'nearest' })
  }
  const stands = record.code_until
  return h(
    'div',
    {},
    stands !== null &&
      h(
        'p',
        { class: 'small', testid: 'code-stands' },
        text.say('passport-paper-stands', { until: words.day(stands.slice(0, 10)) }),
      ),
    h(
      'div',
      { class: 'acts' },
      button(text.say('passport-phone'), 'code-phone', () => void show('phone')),
      button(
        text.say(stands === null ? 'passport-paper' : 'passport-paper-again'),
        'code-paper',
        () => void show('paper'),
      ),
      stands !== null &&
        button(text.say('passport-withdraw'), 'code-withdraw', () =>
          act(() => withdrawCodes(api), 'passport-withdrawn'),
        ),
    ),
    shown,
  )
}

function passkeys(parts: WaysParts): HTMLElement | false {
  const { text, api, record, act, tell } = parts
  const mayMake = record.may_have_passkeys && knowsPasskeys()
  if (!mayMake && record.passkeys.length === 0) return false
  const make = async (): Promise<void> => {
    const step = await addPasskey(api)
    if (step.ok === null) {
      tell(step.why === 'had' ? 'passport-passkey-had' : 'passport-passkey-cancelled')
    } else act(() => Promise.resolve(step), 'passport-passkey-made')
  }
  return h(
    'div',
    {},
    h('h4', {}, text.say('passport-passkeys')),
    h('p', { class: 'small' }, text.say('passport-passkeys-about')),
    h('ul', { class: 'passport-list' }, ...record.passkeys.map((one) => passkeyRow(parts, one))),
    mayMake &&
      h(
        'div',
        { class: 'acts' },
        button(text.say('passport-passkey-make'), 'passkey-make', () => void make()),
      ),
  )

  function passkeyRow({ words }: WaysParts, passkey: PasskeyCard): HTMLElement {
    const made = words.day(passkey.made_on)
    return h(
      'li',
      { testid: 'passkey' },
      h(
        'div',
        {},
        h('p', { class: 'passport-name' }, text.say('passport-passkey-of', { made })),
        passkey.used_on !== null &&
          h(
            'p',
            { class: 'small quiet' },
            text.say('passport-device-used', { used: words.day(passkey.used_on) }),
          ),
      ),
      button(
        text.say('passport-passkey-remove'),
        `passkey-remove-${passkey.id}`,
        () => act(() => removePasskey(api, passkey.id), 'passport-passkey-removed'),
        { 'aria-label': text.say('passport-passkey-remove-of', { made }) },
      ),
    )
  }
}
