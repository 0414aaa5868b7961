/** What a recorded guide says at a stop, from the tour's own data; fetched when one is first heard. */
import { loadTour } from '../tour/all'
import type { Spoken } from '../ui/spoken'

/** The words of that stop in every language; null when this page does not know the tour. */
export async function narration(tour: string, stop: number): Promise<Spoken | null> {
  try {
    const told = await loadTour(tour)
    const words = told.stops[stop]?.words
    return words === undefined ? null : { by: 'recorded', name: told.names, text: words }
  } catch (fault) {
    // A town renewed since this page was opened has other tours; its guide is silent here.
    console.error(fault)
    return null
  }
}
