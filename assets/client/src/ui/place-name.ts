/** The name of a place in the reader's language; the word itself when the town has no such place. */

/** From a place's id to the name to show. */
export type PlaceName = (id: string) => string

interface Named {
  readonly id: string
  readonly names: Readonly<Record<string, string>>
}

/** A PlaceName over those places, in that language. */
export function namesOf(places: readonly Named[], language: string): PlaceName {
  const names = new Map(places.map(({ id, names }) => [id, names[language]]))
  return (id) => names.get(id) ?? id
}
