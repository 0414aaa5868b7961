/** What a house of the town is like: kind, place, size and the traits the modeller needs. */

/** A footprint: half width (its front), half depth, and the turn that brings its front from south (+z). */
export interface Footprint {
  readonly x: number
  readonly z: number
  readonly turn: number
  readonly halfWidth: number
  readonly halfDepth: number
}

export interface Kura extends Footprint {
  readonly kind: 'kura'
  readonly floors: 1 | 2
  /** The gable looks at the street instead of the eaves. */
  readonly gableFront: boolean
  /** Colour of the shop curtain, or null for none. */
  readonly curtain: number | null
  /** A ball of cedar twigs hangs at a brewery's door. */
  readonly cedarBall: boolean
  /** Diagonal tiles on the side walls instead of boards. */
  readonly tiledWalls: boolean
  readonly boards: boolean
  readonly lanterns: boolean
  /** Windows in plaster instead of a lattice front. */
  readonly plain: boolean
  readonly seed: number
}

export interface Thatched extends Footprint {
  readonly kind: 'thatched'
  /** The U-shaped plan of Saga's farmhouses. */
  readonly kudo: boolean
  /** Tiled pent eaves along the front. */
  readonly tiledEaves: boolean
  readonly seed: number
}

/** A two-storey shop of the shrine's approach, with its share of the arcade. */
export interface Shop extends Footprint {
  readonly kind: 'shop'
  readonly awning: number
  readonly wall: number
  readonly sign: number
  readonly seed: number
}

export interface Chimney extends Footprint {
  readonly kind: 'chimney'
  readonly height: number
}

export interface WesternHouse extends Footprint {
  readonly kind: 'western'
}

/** An ordinary house with its garden behind a wall or a hedge; the footprint is the whole plot. */
export interface Dwelling extends Footprint {
  readonly kind: 'dwelling'
  readonly floors: 1 | 2
  readonly wall: number
  readonly fence: 'plaster' | 'hedge'
  readonly seed: number
}

export type House = Dwelling | Kura | Thatched | Shop | Chimney | WesternHouse
