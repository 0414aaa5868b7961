/** Begins a tour for a visit, and ends it with the visit. */
import { stopAll } from '../cell'
import { place } from '../plan/data'
import type { Visit } from '../visit'
import { loadTour, loadWays } from './all'
import { keepRunning, TourRun } from './run'
import type { Mode } from './state'

/** Begin that tour; one that was on before is over. Rejects when its files do not come. */
export async function startTour(visit: Visit, id: string, mode: Mode): Promise<void> {
  const tour = await loadTour(id)
  const ways = await loadWays(tour)
  visit.touring.get()?.send({ kind: 'end' })
  const run = new TourRun({
    journey: visit.journey,
    tour,
    ways,
    placeOf: place,
    travel: async (to) => (await visit.travel(to)).ok,
  })
  run.begin(mode)
  visit.touring.set(run)
  const stop = stopAll([
    keepRunning(run),
    visit.link.changes(({ kind }) => {
      if (kind === 'gone') run.send({ kind: 'end' })
    }),
    run.state.changes((state) => {
      if (state.kind !== 'none') return
      stop()
      if (visit.touring.get() === run) visit.touring.set(null)
    }),
  ])
}
