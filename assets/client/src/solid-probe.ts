/** Whether the town can be drawn in three dimensions here, found out without holding up the page. */
import { canDrawSolid } from './preferences'
import ProbeWorker from './solid-probe-worker?worker'

/**
 * Starting the graphics may take a second without a graphics card, so a worker is sent ahead; the
 * page asks for itself once they run, for some browsers allow a worker what they forbid a page.
 */
export function solidIsPossible(): Promise<boolean> {
  if (!('OffscreenCanvas' in globalThis)) return Promise.resolve(canDrawSolid())
  return new Promise((resolve) => {
    const worker = new ProbeWorker()
    const answer = (found: boolean): void => {
      worker.terminate()
      resolve(found)
    }
    worker.onmessage = ({ data }: MessageEvent<boolean>) => answer(data && canDrawSolid())
    // Its file did not come: the page asks for itself.
    worker.onerror = () => answer(canDrawSolid())
  })
}
