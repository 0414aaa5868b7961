/** The colours of each species' leaves through the year, and how many leaves there are. */
import { Color } from 'three'
import type { Dress } from '../nature/calendar'
import type { Season } from '../nature/season'
import type { Species } from '../plan/planting'
import { LEAVES } from './tree-forms'

/** How a species looks in a season. */
export interface Foliage {
  readonly dark: Color
  readonly bright: Color
  /** Share of the leaves that hang on the tree. */
  readonly hanging: number
  /** Share of the trees that are of a kind that turns in autumn: maple and ginkgo in the woods. */
  readonly turning: number
  readonly turnDark: Color
  readonly turnBright: Color
  /** Share of the leaves those keep. */
  readonly turnHanging: number
  /** How much lanterns light the crown from below at night. */
  readonly lanterns: number
}

const TWIGS = [0x7a695e, 0xa08d80] as const
const CHERRY_GREEN = [0x4f7d3a, 0x87a84a] as const
const CHERRY_AUTUMN = [0xa8492c, 0xd98b3f] as const
const AZALEA_GREEN = [0x466f38, 0x6f9446] as const
const MAPLE = [0xa8261c, 0xe0682c] as const
const WOOD_GREEN = [0x4a7a36, 0x8aa845] as const
/** Young leaves in April: yellow-green, on camphors reddish. */
const YOUNG = [0x7d9a3c, 0xc0c25c] as const
const DEEP = [0x2f5a2c, 0x63813a] as const

type Pair = readonly [number, number]

function mixed(...shares: readonly (readonly [Pair, number])[]): readonly [Color, Color] {
  const total = shares.reduce((sum, [, share]) => sum + share, 0) || 1
  const side = (i: 0 | 1): Color =>
    shares.reduce(
      (colour, [pair, share]) => colour.add(new Color(pair[i]).multiplyScalar(share / total)),
      new Color(0, 0, 0),
    )
  return [side(0), side(1)]
}

/** Share of the cards that stay on a bare tree. */
const BARE = 0

/** A tree that loses its leaves: how many cards, and how much of them is twig. */
function deciduous(season: Season, green: Pair, autumn: Pair): [readonly [Color, Color], number] {
  const { leaves, fresh } = season
  // The year's second half of a leaf's life ends in colour.
  const turned = leaves > 0 ? season.autumn : 0
  const colours = mixed(
    [TWIGS, 1 - leaves],
    [green, leaves * (1 - turned) * (1 - fresh * 0.5)],
    [YOUNG, leaves * (1 - turned) * fresh * 0.5],
    [autumn, leaves * turned],
  )
  return [colours, BARE + (1 - BARE) * leaves]
}

/** The leaves of a species in a season. */
export function foliageOf(species: Species, season: Season, dress: Dress): Foliage {
  const [turn, turnHanging] = deciduous(season, WOOD_GREEN, MAPLE)
  const wood = { turning: 0, turnDark: turn[0], turnBright: turn[1], turnHanging, lanterns: 0 }
  const plain = (pair: readonly [Color, Color], hanging = 1): Foliage => ({
    ...wood,
    dark: pair[0],
    bright: pair[1],
    hanging,
  })
  const own = LEAVES[species]
  switch (species) {
    case 'cherry': {
      const [green, hanging] = deciduous(season, CHERRY_GREEN, CHERRY_AUTUMN)
      const { blossom } = season
      const mix = (i: 0 | 1): Color => green[i].clone().lerp(new Color(own[i]), ramp(blossom))
      return {
        ...plain([mix(0), mix(1)], Math.max(hanging, BARE + (1 - BARE) * blossom)),
        lanterns: dress.cherryLanterns ? 0.55 : 0,
      }
    }
    case 'azalea':
      return plain(mixed([own, season.azalea], [AZALEA_GREEN, 1 - season.azalea]))
    case 'camphor':
      return {
        ...plain(mixed([own, 1], [YOUNG, season.fresh * 0.8], [DEEP, season.dry * 0.5])),
        turning: 0.3,
      }
    case 'bush':
      return {
        ...plain(mixed([own, 1], [DEEP, season.dry * 0.6])),
        turning: 0.22,
      }
    default:
      return plain(mixed([own, 1], [DEEP, season.dry * 0.35]))
  }
}

/** Few flowers colour a tree at once: from afar it is pink long before it is full. */
const ramp = (share: number): number => Math.min(1, share * 1.6)
