/** Elements made from a tag, its properties and its children; text is never read as markup. */

export type Child = Node | string | null | undefined | false

export interface Properties {
  readonly class?: string
  readonly testid?: string
  readonly on?: {
    readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void
  }
  /** Attributes; `false` and null leave one out, `true` writes it empty. */
  readonly [attribute: string]: unknown
}

/** An element with its attributes, listeners and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'on') listen(element, value as Record<string, EventListener>)
    else if (name === 'testid') element.dataset['testid'] = String(value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value))
    }
  }
  element.append(...shown(children))
  return element
}

function listen(element: HTMLElement, listeners: Record<string, EventListener>): void {
  for (const [type, listener] of Object.entries(listeners)) element.addEventListener(type, listener)
}

/** The children that are there. */
export function shown(children: readonly Child[]): (Node | string)[] {
  return children.filter((child) => child !== null && child !== undefined && child !== false)
}

/** Put `children` in place of what the element holds. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...shown(children))
}

/** Write text only when it differs, so that screen readers are not told the same twice. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

const KANA = /[\u3041-\u30ff]/

/** Write what a person wrote, in whatever language; Japanese is told to screen readers and fonts. */
export function quote<E extends HTMLElement>(element: E, text: string): E {
  write(element, text)
  if (KANA.test(text)) element.lang = 'ja'
  else element.removeAttribute('lang')
  return element
}

/** Rebuild a part of the page; what had the focus has it again, as its new self. */
export function keepingFocus(rebuild: () => void): void {
  const testid = focused()
  rebuild()
  if (testid !== null) focusOn(testid, document)
}

/** The test id of what has the focus, if it has one. */
export function focused(): string | null {
  const { activeElement } = document
  return (activeElement instanceof HTMLElement && activeElement.dataset['testid']) || null
}

/** Give the focus to what has that test id, if it is there. */
export function focusOn(testid: string, within: ParentNode): void {
  within.querySelector<HTMLElement>(`[data-testid="${CSS.escape(testid)}"]`)?.focus()
}

let made = 0

/** An id no other element has, to tie labels and descriptions to what they describe. */
export function freshId(name: string): string {
  made += 1
  return `${name}-${made}`
}

const SVG = 'http://www.w3.org/2000/svg'

/** A line drawing on a 24-unit square, hidden from screen readers: text always says the same. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
