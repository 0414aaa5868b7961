/** What surfaces are made of: materials by number, as the shader knows them, and the town's colours. */

/** The shader draws each of these as a pattern; the numbers are its business too. */
export const Surface = {
  plain: 0,
  tiles: 1,
  copper: 2,
  plaster: 3,
  boards: 4,
  tiledWall: 5,
  ashlar: 6,
  thatch: 7,
  wood: 8,
  lattice: 9,
  paving: 10,
  lit: 11,
  brick: 13,
  paper: 14,
  gold: 15,
  rafters: 16,
  cloth: 17,
  glass: 18,
} as const
export type Surface = (typeof Surface)[keyof typeof Surface]

/** Light that reaches a surface: one number, or one for each corner of a quad. */
export type Shade = number | readonly [number, number, number, number]

export interface Paint {
  /** sRGB. */
  readonly colour: number
  readonly surface?: Surface
  readonly shade?: Shade
}

const of = (colour: number, surface: Surface = Surface.plain): Paint => ({ colour, surface })

/** A paint in less or more light. */
export const shaded = (paint: Paint, shade: Shade): Paint => ({ ...paint, shade })

export const PAINT = {
  vermilion: of(0xdd4325),
  darkVermilion: of(0xb8341d),
  lightVermilion: of(0xe7603f),
  white: of(0xf4efe4),
  whiteWall: of(0xf4efe4, Surface.plaster),
  green: of(0x2f6b53),
  greenLattice: of(0x2f6b53, Surface.lattice),
  copper: of(0x6fa08f, Surface.copper),
  copperRidge: of(0x4a7267),
  gold: of(0xe0aa3e, Surface.gold),
  stone: of(0xa9a69c, Surface.ashlar),
  paleStone: of(0xc6c1b4, Surface.ashlar),
  plainStone: of(0xa9a69c),
  paving: of(0xbdb5a4, Surface.paving),
  wood: of(0x7a5a40, Surface.wood),
  darkWood: of(0x3a2a20, Surface.wood),
  black: of(0x1d1b1c),
  rope: of(0xd9c38a, Surface.thatch),
  plaster: of(0xf6f1e6, Surface.plaster),
  tiles: of(0x4c535c, Surface.tiles),
  tileRidge: of(0x5a6069),
  tileEdge: of(0x8d8a84),
  soffit: of(0x5c4231, Surface.rafters),
  redSoffit: of(0xe7603f, Surface.rafters),
  thatch: of(0x9c7f52, Surface.thatch),
  brick: of(0xa2543a, Surface.brick),
  lattice: of(0x7a6150, Surface.lattice),
  darkLattice: of(0x6d5544, Surface.lattice),
  paper: of(0xe8d9b6, Surface.paper),
  lamp: of(0xf8e0b4, Surface.lit),
  concrete: of(0xb3aea3, Surface.ashlar),
} as const

/** A one-off colour. */
export const paint = of
