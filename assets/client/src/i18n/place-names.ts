/** Names of the town's places in what people write, with the name the reader's own language has for each. Pure. */
import type { Language, Texts } from '../plan/data'

/** A piece of a line; `own` is the reader's name of the place that the piece names, where it differs. */
export interface Piece {
  readonly text: string
  readonly own: string | null
}

export interface Named {
  readonly names: Texts
}

interface Spelling {
  readonly folded: string
  readonly place: Named
}

/** Less than this is too little to be sure that a place is meant. */
const SHORTEST = 2
const SHORTEST_LATIN = 4

/** What finds the places in a line for readers of one language. */
export function glossary(
  places: readonly Named[],
  language: Language,
): (line: string) => readonly Piece[] {
  const spellings = spellingsOf(places)
  return (line) => piecesOf(line, { spellings, language })
}

/** Every way each place is written, the longest first; what two places share names neither. */
function spellingsOf(places: readonly Named[]): readonly Spelling[] {
  const found = new Map<string, Named | null>()
  for (const place of places) {
    const ways = new Set(Object.values(place.names).flatMap(waysToWrite))
    for (const folded of ways) found.set(folded, found.has(folded) ? null : place)
  }
  return [...found]
    .flatMap(([folded, place]) => (place === null ? [] : [{ folded, place }]))
    .sort((a, b) => b.folded.length - a.folded.length)
}

/** A name whole, without what stands in brackets or behind a comma, and what stands in brackets. */
function waysToWrite(name: string): readonly string[] {
  const [, inner = ''] = /[(（]([^)）]+)[)）]/.exec(name) ?? []
  const outer = name.replace(/[(（][^)）]*[)）]/g, '')
  const [first = ''] = outer.split(/[,、，]/)
  return [name, outer, first, inner].map((way) => fold(way.trim()).folded).filter(isLongEnough)
}

function isLongEnough(folded: string): boolean {
  return folded.length >= (/^[a-z]/.test(folded) ? SHORTEST_LATIN : SHORTEST)
}

function piecesOf(
  line: string,
  { spellings, language }: { spellings: readonly Spelling[]; language: Language },
): readonly Piece[] {
  const { folded, from } = fold(line)
  const pieces: Piece[] = []
  const told = new Set<Named>()
  let begun = 0
  let at = 0
  while (at < folded.length) {
    const here = spellings.find((one) => isAt(folded, at, one.folded))
    const begin = from[at] ?? line.length
    if (here === undefined) {
      at += 1
      continue
    }
    const end = from[at + here.folded.length] ?? line.length
    const own = here.place.names[language]
    const isOwn = waysToWrite(own).includes(here.folded)
    if (!isOwn && !told.has(here.place)) {
      told.add(here.place)
      if (begin > begun) pieces.push({ text: line.slice(begun, begin), own: null })
      pieces.push({ text: line.slice(begin, end), own })
      begun = end
    }
    at += here.folded.length
  }
  if (begun < line.length || pieces.length === 0) {
    pieces.push({ text: line.slice(begun), own: null })
  }
  return pieces
}

/** Whether the name stands there, as words of its own where it is written in Latin letters. */
function isAt(line: string, at: number, name: string): boolean {
  if (!line.startsWith(name, at)) return false
  const isOpen = isLatin(line[at - 1]) && isLatin(name[0])
  return !isOpen && !(isLatin(line[at + name.length]) && isLatin(name.at(-1)))
}

function isLatin(letter: string | undefined): boolean {
  return letter !== undefined && /[a-z0-9]/.test(letter)
}

/** A text without case, width and Latin accents; `from` says where each unit of it came from. */
function fold(text: string): { folded: string; from: readonly number[] } {
  let folded = ''
  const from: number[] = []
  let at = 0
  for (const letter of text) {
    const plain = letter
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFKC')
      .toLowerCase()
    for (let unit = 0; unit < plain.length; unit += 1) from.push(at)
    folded += plain
    at += letter.length
  }
  return { folded, from }
}
