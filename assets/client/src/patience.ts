/** Waiting that goes on while nobody looks: browsers slow the clocks of hidden pages down to once a minute. */
import PatienceWorker from './patience-worker?worker'
import type { Stop } from './cell'

export interface Patience {
  /** Call `act` after `ms` milliseconds. */
  readonly later: (act: () => void, ms: number) => void
  readonly stop: Stop
}

/** A clock in a worker, which is not slowed; where there are no workers, the page's own. */
export function patience(): Patience {
  const acts = new Map<number, () => void>()
  let number = 0
  const ring = (which: number): void => {
    const act = acts.get(which)
    acts.delete(which)
    act?.()
  }
  let worker: Worker | null = null
  try {
    worker = new PatienceWorker()
    worker.onmessage = ({ data }: MessageEvent<number>) => ring(data)
    // A worker whose file did not come never rings: the page's own clock takes over.
    worker.onerror = () => {
      worker?.terminate()
      worker = null
      for (const which of acts.keys()) ring(which)
    }
  } catch {
    worker = null
  }
  return {
    later(act, ms) {
      number += 1
      const which = number
      acts.set(which, act)
      if (worker === null) setTimeout(() => ring(which), ms)
      else worker.postMessage([which, ms])
    },
    stop() {
      acts.clear()
      worker?.terminate()
      worker = null
    },
  }
}
