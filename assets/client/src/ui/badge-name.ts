/** What a badge is called: an event as staff named it, every other kind in the reader's language. */
import type { Badge } from '../api'
import type { Words } from '../i18n/words'
import { RALLIES } from '../plan/rallies'
import type { PlaceName } from './place-name'

type Named = Pick<Badge, 'kind' | 'title' | 'place' | 'occurred_on'>

/** The name to show. */
export function badgeName(badge: Named, words: Words, placeName: PlaceName): string {
  switch (badge.kind) {
    case 'event':
      return badge.title
    case 'host':
      return words.say('town-badge-name-host', { title: badge.title })
    case 'real':
      return words.say('town-badge-name-real', { place: whereOf(badge, words, placeName) })
    case 'monthly':
      return words.say('town-badge-name-monthly', { month: words.month(badge.occurred_on) })
    case 'rally':
      return (
        RALLIES.find(({ names }) => names.ja === badge.title)?.names[words.language] ?? badge.title
      )
    default:
      badge.kind satisfies never
      return badge.title
  }
}

/** The place to show; the town's name for what belongs to no one place. */
export function whereOf(
  { kind, place, title }: Pick<Badge, 'kind' | 'place' | 'title'>,
  words: Words,
  placeName: PlaceName,
): string {
  if (place === '') return words.say('town-title')
  const name = placeName(place)
  // A counter that is no place of the town has the name staff gave it.
  return name === place && kind === 'real' ? title : name
}

/** Newest first, in months: the month's first day, and its badges. */
export function byMonth<B extends Pick<Badge, 'occurred_on' | 'id'>>(
  badges: readonly B[],
): readonly { readonly month: string; readonly badges: readonly B[] }[] {
  const sorted = [...badges].sort(
    (one, other) => other.occurred_on.localeCompare(one.occurred_on) || other.id - one.id,
  )
  const months = new Map<string, B[]>()
  for (const badge of sorted) {
    const month = `${badge.occurred_on.slice(0, 7)}-01`
    months.set(month, [...(months.get(month) ?? []), badge])
  }
  return [...months].map(([month, held]) => ({ month, badges: held }))
}

/** The address of a badge's picture, lettered in the reader's language. */
export function artOf(art: string, words: Words): string {
  return `${art}?lang=${words.language}`
}
