/** One panel at a time beside the town: from below on a phone, from the right on a desk. */
import type { Stop } from '../cell'
import type { Words } from '../i18n/words'
import { fill, focusOn, freshId, h, icon } from './dom'
import { ICONS } from './icons'

export interface Panel {
  readonly title: string
  readonly body: HTMLElement
  /** Called when the panel is on the page. */
  readonly opened?: () => void
  readonly stop: Stop
}

/** A panel that is to be opened, which may still have to be fetched. */
export interface Opening {
  readonly name: string
  /** What stands over it until it is there. */
  readonly title: string
  readonly make: () => Panel | Promise<Panel>
  readonly opener: HTMLElement | null
  /** Test id of what had the focus in the panel before it was made anew, if it was. */
  readonly focus: string | null
}

export interface Sheet {
  readonly element: HTMLElement
  /** Open what `make` makes, at once with its title; what opened it gets the focus back. */
  open(opening: Opening): void
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
  /** Counts openings, so that a panel that comes too late does not take another's place. */
  let turn = 0

  const empty = (): void => {
    turn += 1
    stop?.()
    stop = null
    name = null
    content.removeAttribute('aria-busy')
    fill(content)
  }
  const put = (panel: Panel, focus: string | null): void => {
    stop = panel.stop
    content.removeAttribute('aria-busy')
    fill(title, panel.title)
    fill(content, panel.body)
    // What may have to be scrolled must be reachable by keys, if nothing in it is.
    const tools = [...panel.body.querySelectorAll('a[href], button, input, select')]
    content.tabIndex = tools.some((tool) => tool.checkVisibility()) ? -1 : 0
    panel.opened?.()
    // Somebody who went on to something else meanwhile is not called back.
    if (focus !== null && document.activeElement === title) focusOn(focus, content)
  }
  /** The files of the panel did not arrive; opening it once more asks for them again. */
  const lament = (): void => {
    content.removeAttribute('aria-busy')
    fill(content, h('p', { class: 'fault', role: 'alert' }, words.say('error-unavailable')))
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
    open(opening) {
      empty()
      const now = turn
      name = opening.name
      opener = opening.opener
      fill(title, opening.title)
      element.hidden = false
      const made = opening.make()
      const { focus } = opening
      title.focus({ preventScroll: true })
      if (made instanceof Promise) {
        content.setAttribute('aria-busy', 'true')
        fill(content, h('p', { class: 'quiet late' }, words.say('town-loading')))
        made.then(
          (panel) => (now === turn ? put(panel, focus) : panel.stop()),
          (fault: unknown) => {
            console.error(fault)
            if (now === turn) lament()
          },
        )
      } else put(made, focus)
      changed(opening.name)
    },
    close,
    current: () => name,
    stop: empty,
  }
}
