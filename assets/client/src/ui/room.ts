/** What stays in place over a page that scrolls tells it how high it is, so that nothing comes to lie under it. */
import type { Stop } from '../cell'

/** Keep the custom property `name` of the page at the height of `element`, in pixels. */
export function takesRoom(element: HTMLElement, name: `--${string}`): Stop {
  const root = document.documentElement
  const measure = new ResizeObserver(() => {
    root.style.setProperty(name, `${element.offsetHeight}px`)
  })
  measure.observe(element)
  return () => {
    measure.disconnect()
    root.style.removeProperty(name)
  }
}
