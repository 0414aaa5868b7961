/** The recorded tour a visit is on: its ghost among the others, seen by this visitor alone. */
import type { Api, Result } from '../api'
import { type Cell, cell } from '../cell'
import type { Words } from '../i18n/words'
import type { Place } from '../plan/data'
import type { AvatarCard } from '../town'
import type { Visit } from '../visit'
import { followOf, goTo } from './companion'
import { lineWords, type Recording, Replay } from './replay'

/** Beyond every number the world gives (rule ID1). */
export const GHOST = 0x1_0000
const LOOK = 0x2a41c3

const made = new WeakMap<Visit, Cell<Replay | null>>()

/** What this visit is playing. */
export function replayOf(visit: Visit): Cell<Replay | null> {
  const known = made.get(visit)
  if (known !== undefined) return known
  const playing = cell<Replay | null>(null)
  made.set(visit, playing)
  visit.eachFrame.add((now) => playing.get()?.frame(now))
  return playing
}

/** Fetch every recorded tour. */
export function fetchRecordings(
  api: Api,
): Promise<Result<{ readonly recordings: readonly Recording['recording'][] }>> {
  return api.ask('GET', '/api/recordings')
}

/** Fetch one of them whole. */
export function fetchRecording(api: Api, slug: string): Promise<Result<Recording>> {
  return api.ask('GET', `/api/recordings/${slug}`)
}

/** Begin to play it, and go to where it begins. */
export async function play(
  visit: Visit,
  recording: Recording,
  { words, places }: { readonly words: Words; readonly places: readonly Place[] },
): Promise<void> {
  const playing = replayOf(visit)
  playing.get()?.end()
  const follow = followOf(visit)
  const { title, languages } = recording.recording
  const [first] = languages
  const card: AvatarCard = { id: GHOST, name: title, look: LOOK, role: 'guide', recorded: true }
  const replay = new Replay(recording, {
    stand: (pose, gait, span) => visit.ghost?.stand(pose, gait, span),
    say: (line) =>
      visit.hearGuide({
        by: 'replay',
        name: title,
        text: lineWords(words, line),
        // Only of a tour in one language it is known in which one its words are.
        ...(line.text !== null &&
          languages.length === 1 &&
          first !== undefined && { language: first }),
      }),
    behind() {
      if (follow.now.get() !== GHOST) return null
      const [own, them] = [visit.journey.pose(), visit.roster.pose(GHOST, performance.now() / 1000)]
      return own === null || them === null ? null : Math.hypot(them.x - own.x, them.z - own.z)
    },
    end() {
      visit.hideGhost()
      if (playing.get() === replay) playing.set(null)
    },
  })
  visit.showGhost(card)
  replay.frame(performance.now() / 1000)
  playing.set(replay)
  await goTo(visit, GHOST, places)
}
