/** A code that brings a passport to another device, as it is shown once: drawn, or to be written down. */
import type { NewCode } from '../passport-record'
import { modulePath } from '../screen-time'
import { h } from './dom'
import type { Texts } from './passport-sections'

/** Modules of light around a QR code, by its standard. */
const QUIET_ZONE = 4

const SVG = 'http://www.w3.org/2000/svg'

/** For the camera of another device; typed by hand it works as well. */
export function phoneCode({ text }: Texts, code: NewCode): HTMLElement {
  return h(
    'div',
    { class: 'passport-code', testid: 'phone-code' },
    h('p', {}, text.say('passport-phone-about')),
    drawing(code.rows, text.say('passport-phone-picture')),
    h('p', { class: 'small quiet' }, text.say('passport-typed')),
    spelled(code.typed),
  )
}

/** For paper. */
export function paperCode({ words, text }: Texts, code: NewCode): HTMLElement {
  const until = words.day(code.expires_at.slice(0, 10))
  return h(
    'div',
    { class: 'passport-code', testid: 'paper-code' },
    h('p', {}, text.say('passport-paper-about', { until })),
    spelled(code.typed),
  )
}

function spelled(typed: string): HTMLElement {
  return h('p', { class: 'passport-typed', translate: 'no', testid: 'typed-code' }, typed)
}

function drawing(rows: readonly string[], name: string): SVGSVGElement {
  const size = rows.length + 2 * QUIET_ZONE
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('class', 'passport-drawing')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', name)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', modulePath(rows, QUIET_ZONE))
  svg.append(path)
  return svg
}
