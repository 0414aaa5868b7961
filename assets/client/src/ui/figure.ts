/** A small drawing of an avatar's look, for the picker: flat shapes, the same traits as in the town. */
import { Clothes, Hair, Hat, type Look } from '../sim/look'
import { cssColour } from '../sim/palette'

type Shape = readonly [
  tag: 'path' | 'circle' | 'ellipse' | 'rect',
  attributes: Record<string, string | number>,
]

const SVG = 'http://www.w3.org/2000/svg'
const INK = '#2b2320'
const PAPER = '#fff8ec'

/** Draw the look into `svg`, in place of what is there; 120 units wide, 190 high. */
export function drawFigure(svg: SVGSVGElement, look: Look): void {
  const shapes = [...backHair(look), ...body(look), ...head(look), ...hat(look)]
  svg.replaceChildren(
    ...shapes.map(([tag, attributes]) => {
      const element = document.createElementNS(SVG, tag)
      for (const [name, value] of Object.entries(attributes))
        element.setAttribute(name, String(value))
      return element
    }),
  )
}

function backHair({ hair, hairColour }: Look): Shape[] {
  const fill = cssColour('hairColour', hairColour)
  if (hair === Hair.long)
    return [['path', { d: 'M33 48c0-26 54-26 54 0l4 48c-14 8-48 8-62 0z', fill }]]
  if (hair === Hair.bob)
    return [['path', { d: 'M32 48c0-28 56-28 56 0v22c-10 6-46 6-56 0z', fill }]]
  return []
}

function body(look: Look): Shape[] {
  const skin = cssColour('skin', look.skin)
  const top = cssColour('top', look.top)
  const bottom = cssColour('bottom', look.bottom)
  const accent = cssColour('accent', look.accent)
  const feet: Shape[] = [
    ['ellipse', { cx: 49, cy: 180, rx: 10, ry: 5, fill: INK }],
    ['ellipse', { cx: 71, cy: 180, rx: 10, ry: 5, fill: INK }],
  ]
  const hands: Shape[] = [
    ['circle', { cx: 27, cy: 127, r: 6.5, fill: skin }],
    ['circle', { cx: 93, cy: 127, r: 6.5, fill: skin }],
  ]
  const arms: Shape[] = [
    ['path', { d: 'M42 82 27 122', stroke: top, 'stroke-width': 15, 'stroke-linecap': 'round' }],
    ['path', { d: 'M78 82 93 122', stroke: top, 'stroke-width': 15, 'stroke-linecap': 'round' }],
  ]
  const trousers: Shape[] = [['path', { d: 'M42 118h36l-2 60H63l-3-40-3 40H44z', fill: bottom }]]
  const neck: Shape = ['rect', { x: 54, y: 66, width: 12, height: 14, rx: 5, fill: skin }]
  switch (look.clothes) {
    case Clothes.happi:
      return [
        ...feet,
        ...trousers,
        ...hands,
        neck,
        ['path', { d: 'M48 76h24v46H48z', fill: PAPER }],
        ...arms,
        [
          'path',
          {
            d: 'M40 78q8-5 14-4l-2 60H38q-2-36 2-56zM80 78q-8-5-14-4l2 60h14q2-36-2-56z',
            fill: top,
          },
        ],
        ['path', { d: 'M53 74l-2 60M67 74l2 60', stroke: accent, 'stroke-width': 5 }],
      ]
    case Clothes.yukata:
      return [
        ...feet,
        ...hands,
        neck,
        ['path', { d: 'M40 80q20-12 40 0l6 96H34z', fill: top }],
        ['path', { d: 'M42 82 25 118l14 8 10-26zM78 82l17 36-14 8-10-26z', fill: top }],
        ['path', { d: 'M51 75l9 16 9-16', stroke: PAPER, 'stroke-width': 4, fill: 'none' }],
        ['rect', { x: 39, y: 106, width: 42, height: 14, rx: 3, fill: accent }],
      ]
    case Clothes.skirt:
      return [
        [
          'path',
          {
            d: 'M50 140v36M70 140v36',
            stroke: skin,
            'stroke-width': 10,
            'stroke-linecap': 'round',
          },
        ],
        ...feet,
        ...hands,
        neck,
        ...arms,
        ['path', { d: 'M44 112h32l14 40q-30 10-60 0z', fill: bottom }],
        ['path', { d: 'M40 80q20-12 40 0l-2 38H42z', fill: top }],
        ['rect', { x: 43, y: 110, width: 34, height: 6, fill: accent }],
      ]
    default:
      return [
        ...feet,
        ...trousers,
        ...hands,
        neck,
        ...arms,
        ['path', { d: 'M40 80q20-12 40 0l-1 44H41z', fill: top }],
        ['path', { d: 'M53 75q7 9 14 0', stroke: accent, 'stroke-width': 4, fill: 'none' }],
      ]
  }
}

function head({ skin, hair, hairColour }: Look): Shape[] {
  const colour = cssColour('hairColour', hairColour)
  const fringe = 'M36 46c-2-28 50-28 48 0-6-10-14-14-24-13-10-1-18 3-24 13z'
  return [
    ['ellipse', { cx: 60, cy: 47, rx: 24, ry: 25, fill: cssColour('skin', skin) }],
    ...(hair === Hair.bun
      ? ([['circle', { cx: 60, cy: 14, r: 10, fill: colour }]] as Shape[])
      : []),
    ['path', { d: fringe, fill: colour }],
    ['ellipse', { cx: 51, cy: 50, rx: 2.4, ry: 3.4, fill: INK }],
    ['ellipse', { cx: 69, cy: 50, rx: 2.4, ry: 3.4, fill: INK }],
    [
      'path',
      {
        d: 'M54 60q6 5 12 0',
        stroke: '#8f2412',
        'stroke-width': 2,
        fill: 'none',
        'stroke-linecap': 'round',
      },
    ],
    ['circle', { cx: 44, cy: 57, r: 4, fill: '#e2725b', opacity: 0.25 }],
    ['circle', { cx: 76, cy: 57, r: 4, fill: '#e2725b', opacity: 0.25 }],
  ]
}

function hat({ hat: kind, accent }: Look): Shape[] {
  const colour = cssColour('accent', accent)
  switch (kind) {
    case Hat.straw:
      return [
        ['path', { d: 'M60 8 18 36q42 10 84 0z', fill: '#d9b25f' }],
        ['path', { d: 'M27 30q33 9 66 0', stroke: '#b1873a', 'stroke-width': 2, fill: 'none' }],
      ]
    case Hat.cap:
      return [
        ['path', { d: 'M36 34c0-20 48-20 48 0z', fill: colour }],
        ['path', { d: 'M62 31h34q2 6-6 6H62z', fill: colour, stroke: INK, 'stroke-opacity': 0.25 }],
      ]
    case Hat.headband:
      return [['path', { d: 'M36 40q24-12 48 0', stroke: PAPER, 'stroke-width': 6, fill: 'none' }]]
    default:
      return []
  }
}
