/** Every tour of the town, each fetched when it is asked for; a file in assets/town/tours is enough to be one. */
import { PLACES } from '../plan/data'
import { readTour, readWays, type Tour, type TourWays } from './tour'

type Load = () => Promise<unknown>

const TOURS = files(import.meta.glob('../../../town/tours/*.json', { import: 'default' }))
const WAYS = files(import.meta.glob('../../../town/ways/*.json', { import: 'default' }))
/** The order they are offered in; a tour not named here comes after these. */
const FIRST = ['shrine-walk', 'hama-walk', 'follow-the-water']

export const TOUR_IDS: readonly string[] = [
  ...FIRST.filter((id) => TOURS.has(id)),
  ...[...TOURS.keys()].filter((id) => !FIRST.includes(id)),
]

/** Fetch a tour. Rejects with BadTour when its data cannot be used, RangeError for an unknown id. */
export async function loadTour(id: string): Promise<Tour> {
  return readTour(await load(TOURS, id), new Set(PLACES.map((place) => place.id)))
}

/** Fetch the ways of a tour. Rejects as `loadTour` does. */
export async function loadWays(tour: Tour): Promise<TourWays> {
  return readWays(await load(WAYS, tour.id), tour)
}

function load(all: ReadonlyMap<string, Load>, id: string): Promise<unknown> {
  const found = all.get(id)
  if (found === undefined) return Promise.reject(new RangeError(`the town has no tour ${id}`))
  return found()
}

function files(found: Record<string, Load>): ReadonlyMap<string, Load> {
  return new Map(
    Object.entries(found).map(([path, get]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
      get,
    ]),
  )
}
