/** A value that tells who watches it when it changes. */

export type Stop = () => void

export interface Watched<T> {
  get(): T
  /** Called now and at every change, until stopped. */
  watch(act: (value: T) => void): Stop
  /** Called at every change from now on, but not now. */
  changes(act: (value: T) => void): Stop
}

export interface Cell<T> extends Watched<T> {
  set(value: T): void
}

/** A cell holding `value`; setting the same value again is no change. */
export function cell<T>(value: T): Cell<T> {
  const watchers = new Set<(value: T) => void>()
  let current = value
  const changes = (act: (value: T) => void): Stop => {
    // A wrapper of its own lets the same function watch twice and stop once.
    const watcher = (next: T): void => act(next)
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }
  return {
    get: () => current,
    set(next) {
      if (Object.is(next, current)) return
      current = next
      for (const act of [...watchers]) act(next)
    },
    changes,
    watch(act) {
      const stop = changes(act)
      act(current)
      return stop
    },
  }
}

/** One stop for many, last started first stopped. */
export function stopAll(stops: readonly Stop[]): Stop {
  return () => {
    for (const stop of [...stops].reverse()) stop()
  }
}
