/** One panel at a time beside the town: from below on a phone, from the right on a desk. */
import type { Stop } from '../cell'
import type { Words } from '../i18n/words'
import { fill, freshId, h, icon } from './dom'
import { ICONS } from './icons'

export interface Panel {
  readonly title: string
  readonly body: HTMLElement
  /** Called when the panel is on the page. */
  readonly opened?: () => void
  readonly stop: Stop
}

export interface Sheet {
  readonly element: HTMLElement
  /** Open what `make` makes; the button that opened it gets the focus back. */
  open(name: string, make: () => Panel, opener: HTMLElement | null): void
  close(): void
  /** The name of what is open. */
  current(): string | null
  readonly stop: Stop
}

/** An empty sheet; `changed` hears the name of what is open now. */
export function makeSheet(words: Words, changed: (name: string | null) => void): Sheet {
  const id = freshId('sheet')
  const title = h('h2', { id, tabindex: '-1' })
  const content = h('div', { class: 'sheet-body', role: 'group', 'aria-labelledby': id })
  const element = h(
    'section',
    { class: 'sheet', 'aria-labelledby': id, hidden: true, testid: 'sheet' },
    h(
      'div',
      { class: 'sheet-head' },
      title,
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.say('town-close'),
          testid: 'sheet-close',
          on: { click: () => close() },
        },
        icon(ICONS.close),
      ),
    ),
    content,
  )
  let name: string | null = null
  let stop: Stop | null = null
  let opener: HTMLElement | null = null

  const empty = (): void => {
    stop?.()
    stop = null
    name = null
    fill(content)
  }
  const close = (): void => {
    const hadFocus = element.contains(document.activeElement)
    empty()
    element.hidden = true
    changed(null)
    if (hadFocus) opener?.focus()
  }
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  return {
    element,
    open(wanted, make, from) {
      empty()
      const panel = make()
      name = wanted
      stop = panel.stop
      opener = from
      fill(title, panel.title)
      fill(content, panel.body)
      element.hidden = false
      // What may have to be scrolled must be reachable by keys, if nothing in it is.
      const tools = [...panel.body.querySelectorAll('a[href], button, input, select')]
      content.tabIndex = tools.some((tool) => tool.checkVisibility()) ? -1 : 0
      panel.opened?.()
      title.focus({ preventScroll: true })
      changed(wanted)
    },
    close,
    current: () => name,
    stop: empty,
  }
}
