/** The town from above: colours of the ground for the 3D town, and with houses the map of the flat one. */
import { BLOCKS, STATION } from './built'
import { SCHOOL } from './castle-built'
import { BOUNDS, BRIDGES, isStill, type Way, WAYS } from './data'
import { coast, height, KNOLLS } from './height'
import type { House } from './houses'
import { HOUSES } from './layout'
import { ramp, seeded, valueNoise } from './noise'
import type { Line } from './polyline'
import { PLANKS, ROAD_STATION } from './shore-built'
import { fromShrine, GATE, SUMMIT, TORII_PATH } from './shrine'
import { SHRINE_PLATFORMS } from './shrine-built'

const SPAN_X = BOUNDS.maxX - BOUNDS.minX
const SPAN_Z = BOUNDS.maxZ - BOUNDS.minZ

/** Height of a map for each metre of its width, so that a metre is as long both ways. */
export const MAP_SHAPE = SPAN_Z / SPAN_X

/** A point of the town on a map `width` pixels wide. */
export const toMap = (width: number, x: number, z: number): readonly [number, number] => [
  ((x - BOUNDS.minX) / SPAN_X) * width,
  ((z - BOUNDS.minZ) / SPAN_X) * width,
]

/** The point of the town under a map's pixel. */
export const fromMap = (width: number, px: number, py: number): readonly [number, number] => [
  BOUNDS.minX + (px / width) * SPAN_X,
  BOUNDS.minZ + (py / width) * SPAN_X,
]

const PAINT = {
  plain: [127, 152, 82],
  wood: [82, 104, 54],
  mud: [126, 116, 102],
  bank: '#8f9a5a',
  bed: '#8a8578',
  roads: { street: '#cdc4b0', road: '#c3b79d', path: '#c4b58f', rail: '#8e8678' },
  fields: ['#93a955', '#a9b65e', '#87a650', '#b9bb6a', '#9db062', '#7c9c55', '#c2b873'],
  settlement: '#b7ab92',
  court: '#c9bfa6',
  paving: '#d5cdbb',
} as const

/** Pencil that works in metres. */
class Pencil {
  constructor(
    private readonly g: CanvasRenderingContext2D,
    readonly width: number,
  ) {}

  line(line: Line, metres: number, colour: string): void {
    const { g, width } = this
    g.strokeStyle = colour
    g.lineWidth = (metres / SPAN_X) * width
    g.lineJoin = 'round'
    g.lineCap = 'round'
    this.trace(line)
    g.stroke()
  }

  area(line: Line, colour: string): void {
    this.g.fillStyle = colour
    this.trace(line)
    this.g.fill()
  }

  private trace(line: Line): void {
    this.g.beginPath()
    for (const [x, z] of line) this.g.lineTo(...toMap(this.width, x, z))
  }
}

/** Paints the ground's colours over a canvas of `width` by `width * MAP_SHAPE` pixels. */
export function paintGround(
  g: CanvasRenderingContext2D,
  width: number,
  crops: readonly string[] = PAINT.fields,
): void {
  relief(g, width)
  const pencil = new Pencil(g, width)
  fields(pencil, crops)
  settlements(pencil)
  shrineCourt(pencil)
  waters(pencil)
  ways(pencil)
}

/** Hills, plain and mud, computed coarsely in a corner of the canvas and stretched over all of it. */
function relief(g: CanvasRenderingContext2D, width: number): void {
  const columns = Math.min(width, Math.round(SPAN_X / 6))
  const rows = Math.round(columns * MAP_SHAPE)
  const image = g.createImageData(columns, rows)
  for (let j = 0; j < rows; j += 1)
    for (let i = 0; i < columns; i += 1) {
      const [x, z] = fromMap(columns, i + 0.5, j + 0.5)
      const [red, green, blue] = groundColour(x, z)
      image.data.set([red, green, blue, 255], (j * columns + i) * 4)
    }
  g.putImageData(image, 0, 0)
  g.imageSmoothingEnabled = true
  g.imageSmoothingQuality = 'high'
  g.drawImage(g.canvas, 0, 0, columns, rows, 0, 0, width, width * MAP_SHAPE)
}

function groundColour(x: number, z: number): readonly [number, number, number] {
  if (x > coast(z) - 1) return PAINT.mud
  // The hills one walks on are meadows; the others are wooded.
  const meadow = Object.values(KNOLLS).some((k) => Math.hypot(x - k.x, z - k.z) < k.radius + 2)
  const wood = meadow ? 0.25 * ramp(3.2, 9, height(x, z)) : ramp(3.2, 9, height(x, z))
  const tint = valueNoise(x * 0.08, z * 0.08)
  const mixed = (k: 0 | 1 | 2, spread: number): number =>
    PAINT.plain[k] + (PAINT.wood[k] + tint * spread - PAINT.plain[k]) * wood
  return [mixed(0, 26), mixed(1, 26), mixed(2, 10)]
}

const FIELD = { x: 26, z: 17 } as const

/** Rice fields cover the plain wherever a whole field fits. */
function fields(pencil: Pencil, crops: readonly string[]): void {
  const roll = seeded(3)
  for (let x = BOUNDS.minX; x < BOUNDS.maxX; x += FIELD.x)
    for (let z = BOUNDS.minZ; z < BOUNDS.maxZ; z += FIELD.z) {
      const colour = crops[Math.floor(roll() * crops.length)] ?? PAINT.fields[0]
      const [x0, x1, z0, z1] = [x + 1, x + FIELD.x - 1, z + 1, z + FIELD.z - 1]
      const corners: Line = [
        [x0, z0],
        [x1, z0],
        [x1, z1],
        [x0, z1],
      ]
      const flat = corners.every(([a, b]) => a < coast(b) - 4 && height(a, b) < 2.6)
      if (flat && roll() > 0.12) pencil.area(corners, colour)
    }
}

/** Trodden earth round the houses, the castle's honmaru and the station. */
function settlements(pencil: Pencil): void {
  for (const house of HOUSES)
    if (house.kind !== 'chimney') pencil.area(corners(house, 5.5), PAINT.settlement)
  // The school's yard behind the red gate, the station's forecourt, the road station's car park.
  pencil.area(rectangle(SCHOOL.x, SCHOOL.z - 38, 36, 34), '#c2b592')
  pencil.area(rectangle(STATION.x, STATION.z + 6, 38, 13), '#b9b2a4')
  pencil.area(rectangle(ROAD_STATION.x - 8, ROAD_STATION.z - 12, 26, 52), '#a9a59c')
}

function waters(pencil: Pencil): void {
  for (const one of WAYS) {
    const { kind, line, width } = one
    if (kind !== 'river' && !isStill(one)) continue
    pencil.line(line, width + 3.2, PAINT.bank)
    pencil.line(line, width - 0.8, PAINT.bed)
  }
}

const isRoad = (one: Way): one is Way & { readonly kind: 'street' | 'road' | 'path' | 'rail' } =>
  one.kind === 'street' || one.kind === 'road' || one.kind === 'path' || one.kind === 'rail'

function ways(pencil: Pencil): void {
  const roads = WAYS.filter(isRoad)
  for (const kind of ['rail', 'path', 'road', 'street'] as const)
    for (const { line, width } of roads.filter((one) => one.kind === kind)) {
      pencil.line(line, width + (kind === 'street' ? 3 : 1.4), PAINT.roads[kind])
      if (kind === 'rail') pencil.line(line, 3, '#78716a')
      if (kind === 'street') pencil.line(line, width - 0.4, '#d6cdb9')
    }
  pencil.line(TORII_PATH, 4.4, '#b9a988')
}

/** The paved and gravelled ground reaches from the stage to the river. */
const FORECOURT = GATE + 52

function shrineCourt(pencil: Pencil): void {
  const area = (points: readonly (readonly [number, number])[]): Line =>
    points.map(([across, ahead]) => fromShrine(across, ahead))
  pencil.area(
    area([
      [-34, -2],
      [30, -2],
      [36, FORECOURT],
      [-36, FORECOURT],
    ]),
    PAINT.court,
  )
  pencil.area(
    area([
      [-6, 0],
      [6, 0],
      [6, FORECOURT],
      [-6, FORECOURT],
    ]),
    PAINT.paving,
  )
  pencil.area(
    area([
      [-26, -12],
      [22, -12],
      [20, -40],
      [-26, -40],
    ]),
    '#bfb294',
  )
  const { across, ahead, radius } = SUMMIT
  const round = Array.from({ length: 20 }, (_, k) => {
    const angle = (k / 20) * 2 * Math.PI
    return [across + Math.cos(angle) * radius, ahead + Math.sin(angle) * radius] as const
  })
  pencil.area(area(round), '#bfb294')
}

/** Paints the map of the flat town: the ground with its bridges, houses and decks. */
export function paintMap(
  g: CanvasRenderingContext2D,
  width: number,
  crops?: readonly string[],
): void {
  paintGround(g, width, crops)
  const pencil = new Pencil(g, width)
  for (const { x, z, yaw, length, width: across } of BRIDGES)
    pencil.area(turnedRectangle(x, z, across / 2 + 0.6, length / 2, yaw), '#b3452c')
  for (const { x, z, length } of PLANKS)
    pencil.area(rectangle(x + length / 2, z, length / 2, 0.9), '#7a5f42')
  for (const deck of SHRINE_PLATFORMS.slice(0, 2))
    pencil.area(turnedRectangle(deck.x, deck.z, deck.halfX, deck.halfZ, deck.turn), '#c4563c')
  for (const block of BLOCKS)
    if (!block.open && block.halfX > 0.9)
      pencil.area(
        turnedRectangle(block.x, block.z, block.halfX, block.halfZ, block.turn),
        '#5d5147',
      )
  for (const house of HOUSES) pencil.area(corners(house, 0), roofColour(house))
}

const roofColour = (house: House): string => {
  if (house.kind === 'thatched') return '#8a7048'
  if (house.kind === 'chimney') return '#94492f'
  return house.kind === 'western' ? '#5b86a3' : '#4f555c'
}

const corners = ({ x, z, halfWidth, halfDepth, turn }: House, margin: number): Line =>
  turnedRectangle(x, z, halfWidth + margin, halfDepth + margin, turn)

const rectangle = (x: number, z: number, halfX: number, halfZ: number): Line =>
  turnedRectangle(x, z, halfX, halfZ, 0)

function turnedRectangle(x: number, z: number, halfX: number, halfZ: number, turn: number): Line {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).map(([u, v]) => {
    const [dx, dz] = [u * halfX, v * halfZ]
    return [x + dx * c + dz * s, z - dx * s + dz * c]
  })
}
