/** The tours of the town: read, refused in words when bad, and their ways walked over today's ground. */
import { describe, expect, it } from 'vitest'
import { place, PLACES } from '../plan/data'
import { createGround } from '../sim/ground'
import { advance, standing, STILL, type Walker } from '../sim/walker'
import { loadTour, loadWays, TOUR_IDS } from './all'
import { pave } from './pave'
import { BadTour, readTour, readWays, type Tour } from './tour'

const ground = createGround()
const onFoot = createGround({ hasLifts: false })
const ids = new Set(PLACES.map(({ id }) => id))
const good = await loadTour('shrine-walk')

/** A copy of a good tour with the part at `path` set, or taken away. */
function spoilt(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(good))
  let part = copy as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) part = part[step] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) delete part[last]
  else part[last] = value
  return copy
}

describe('the tours of the town', () => {
  it('are at least three, the walk to the shrine first', () => {
    expect(TOUR_IDS.length).toBeGreaterThanOrEqual(3)
    expect(TOUR_IDS[0]).toBe('shrine-walk')
  })

  it('are not made up', async () => {
    await expect(loadTour('moon')).rejects.toThrow(RangeError)
  })

  it.each(TOUR_IDS)('%s is good, and asks something at some stop', async (id) => {
    const tour = await loadTour(id)
    expect(tour.id).toBe(id)
    expect(tour.stops.some(({ question }) => question !== undefined)).toBe(true)
  })
})

describe('the ways of the town', () => {
  it.each(TOUR_IDS)('of %s are those of the map as it is now (else: npm run ways)', async (id) => {
    const tour = await loadTour(id)
    expect(await loadWays(tour)).toEqual(pave(tour, onFoot))
  })

  it.each(TOUR_IDS)('of %s can be walked from stop to stop', async (id) => {
    const tour = await loadTour(id)
    const { legs } = await loadWays(tour)
    for (const [k, leg] of legs.entries()) {
      const from = place(tour.stops[k]?.place ?? '')
      const to = place(tour.stops[k + 1]?.place ?? '')
      let walker: Walker = { ...standing(from), route: leg.map(([x, , z]) => [x, z]) }
      for (let steps = 0; walker.route.length > 0 && steps < 3000; steps += 1)
        walker = advance(walker, 0.5, { intent: STILL, heading: 0, ground })
      const { x, y, z } = walker.pose
      expect([id, k, Math.hypot(x - to.x, z - to.z) < 1, Math.abs(y - to.y) < 1]).toEqual([
        id,
        k,
        true,
        true,
      ])
    }
  })

  it.each(TOUR_IDS)('of %s lie on the ground between their points', async (id) => {
    const { legs } = await loadWays(await loadTour(id))
    for (const leg of legs)
      for (const [k, [x, y, z]] of leg.entries()) {
        const [fromX, fromY, fromZ] = leg[k - 1] ?? [x, y, z]
        const pieces = Math.max(1, Math.ceil(Math.hypot(x - fromX, z - fromZ)))
        for (let piece = 0; piece <= pieces; piece += 1) {
          const share = piece / pieces
          const at = fromY + (y - fromY) * share
          const floor = ground.floor(fromX + (x - fromX) * share, fromZ + (z - fromZ) * share, at + 0.3)
          expect(Math.abs(at - floor)).toBeLessThan(0.5)
        }
      }
  })

  it('are refused when they belong to another tour, or to another number of stops', async () => {
    const ways = await loadWays(good)
    expect(() => readWays({ ...ways, tour: 'other' }, good)).toThrow('tour is not shrine-walk')
    expect(() => readWays({ ...ways, legs: ways.legs.slice(1) }, good)).toThrow('legs are')
    expect(() => readWays({ ...ways, legs: ways.legs.map(() => [[0, 0]]) }, good)).toThrow('leg 1')
    expect(() => readWays(null, good)).toThrow('the ways is no object')
  })
})

describe('a bad tour is refused in words:', () => {
  it.each<[readonly (string | number)[], unknown, string]>([
    [['version'], 2, 'version is not 1'],
    [['id'], 'Shrine Walk', 'id is not a short plain word'],
    [['names', 'th'], undefined, 'names has nothing in th'],
    [['names', 'fr'], 'voie', 'names is in fr, which nobody reads'],
    [['about', 'ja'], 'あ'.repeat(241), 'about is longer than 240 characters in ja'],
    [['stops'], [], 'stops are not 2 to 20'],
    [['stops', 0, 'place'], 'moon', 'stop 1 is at moon, which the town does not have'],
    [['stops', 0, 'seconds'], 5, 'stop 1 does not last 10 to 180 seconds'],
    [['stops', 1, 'words', 'zh-TW'], ' ', 'stop 2, words has nothing in zh-TW'],
    [['stops', 0, 'facts'], [], 'stop 1 rests on no fact'],
    [['stops', 0, 'facts', 0, 'source'], '', 'stop 1, facts one is without words or source'],
    [['stops', 2, 'question', 'right'], 3, 'stop 3, question has a right answer that is none'],
    [['stops', 2, 'question', 'choices'], [1], 'stop 3, question has not 2 to 4 choices'],
    [['stops', 2, 'question', 'choices', 0, 'answer'], null, 'answer 1 is no object'],
  ])('%j', (path, value, why) => {
    const read = (): Tour => readTour(spoilt(path, value), ids)
    expect(read).toThrow(BadTour)
    expect(read).toThrow(why)
  })
})
