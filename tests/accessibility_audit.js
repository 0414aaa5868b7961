/** What a machine can find wrong with a page for people: rules of axe-core, and what axe does not look at. */
async ({ levels, onlyShape }) => {
  const faults = []
  for (const animation of document.getAnimations()) {
    // One that never ends has no end to go to.
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
  }
  const name = (element) => {
    const id = element.dataset?.testid ?? element.id
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
    return `${element.localName}${id ? `#${id}` : ''}.${element.getAttribute('class') ?? ''} "${words.slice(0, 24)}"`
  }
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.closest('.unseen, .skip') === null

  // 1.4.10: nothing is to be scrolled in two directions.
  const root = document.documentElement
  for (const box of [root, ...document.querySelectorAll('dialog[open], .sheet:not([hidden]), .sheet-body')]) {
    if (!isShown(box)) continue
    const over = box.scrollWidth - box.clientWidth
    if (over > 1) {
      const right = box.getBoundingClientRect().left + box.clientWidth
      const wide = [...box.querySelectorAll('*')].find(
        (one) => isShown(one) && one.getBoundingClientRect().right > right + 1,
      )
      faults.push(`scrolls sideways by ${over} px: ${name(box)}, for ${wide ? name(wide) : 'something'}`)
    }
  }

  // 1.4.4: no words are cut off, or run out of the button or chip they belong to.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const seen = new Set()
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const parent = text.parentElement
    if (parent === null || text.data.trim() === '' || !isShown(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const words = range.getBoundingClientRect()
    if (words.width === 0) continue
    for (let box = parent; box !== null && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (style.display === 'inline' || style.display === 'contents') continue
      const cuts = style.overflowX !== 'visible' || style.overflowY !== 'visible'
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY)
      const frames = box.matches('button, .button, .pill, .chip, .count, .place-chip, [role=button]')
      if (scrolls) break
      if (!cuts && !frames) continue
      const frame = box.getBoundingClientRect()
      const out = Math.max(
        frame.left - words.left,
        words.right - frame.right,
        frame.top - words.top,
        words.bottom - frame.bottom,
      )
      // A line is a little higher than its letters.
      const slack = Math.max(1.5, Number.parseFloat(style.fontSize) * 0.1)
      if (out > slack && !seen.has(box)) {
        seen.add(box)
        faults.push(`words run ${Math.round(out)} px out of ${name(box)}`)
      }
    }
  }

  // 2.4.11 and 2.4.7: whatever has the focus is seen, not covered by what stays in place.
  const before = document.activeElement
  const [left, top] = [scrollX, scrollY]
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  const halves = [0.5, 0.1, 0.9]
  const points = [0.2, 0.8].flatMap((y) => halves.map((x) => [x, y]))
  const stops = (dialog ?? document).querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  )
  for (const stop of stops) {
    // The view of the town lies behind its tools by nature; its mark runs along the window's edge.
    if (!isShown(stop) || stop.disabled || stop.matches('canvas.scene')) continue
    stop.focus()
    if (document.activeElement !== stop) continue
    const box = stop.getBoundingClientRect()
    const shown = {
      left: Math.max(box.left, 0),
      right: Math.min(box.right, innerWidth),
      top: Math.max(box.top, 0),
      bottom: Math.min(box.bottom, innerHeight),
    }
    const free = points.filter(([x, y]) => {
      const at = document.elementFromPoint(
        shown.left + (shown.right - shown.left) * x,
        shown.top + (shown.bottom - shown.top) * y,
      )
      if (at === null) return false
      const labels = [...(stop.labels ?? [])]
      return stop.contains(at) || at.contains(stop) || labels.some((label) => label.contains(at))
    })
    // Of what is larger than the room there is, a part is enough.
    const enough = box.height > innerHeight / 5 ? 1 : points.length - 1
    if (shown.right <= shown.left || shown.bottom <= shown.top) faults.push(`out of sight: ${name(stop)}`)
    else if (free.length < enough) {
      const [x, y] = points.find((point) => !free.includes(point)) ?? [0.5, 0.5]
      const over = document.elementFromPoint(
        shown.left + (shown.right - shown.left) * x,
        shown.top + (shown.bottom - shown.top) * y,
      )
      faults.push(`covered: ${name(stop)} by ${over ? name(over) : 'the edge'}`)
    }
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  scrollTo(left, top)

  if (onlyShape) return faults
  const { violations } = await axe.run(document, { runOnly: levels })
  for (const { id, nodes } of violations)
    for (const node of nodes) faults.push(`${id}: ${node.target} ${node.html.slice(0, 120)}`)
  return faults
}
