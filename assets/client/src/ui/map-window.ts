/** Which part of the map is looked at: nearer, further, and over; pure. */

/** The middle of what is seen and how much nearer than the whole map; all as shares of the map. */
export interface MapWindow {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export const WHOLE: MapWindow = { x: 0.5, y: 0.5, zoom: 1 }
/** The nearest look: a house is then as large as a thumb. */
export const NEAREST = 8
/** The look for somebody who wants to see what is around themselves. */
export const NEARBY = 4

/** The same part, nearer or further, and never past the edge. */
export function zoomed(seen: MapWindow, factor: number): MapWindow {
  return held({ ...seen, zoom: seen.zoom * factor })
}

/** The part that lies `dx`, `dy` windows further right and down. */
export function panned({ x, y, zoom }: MapWindow, dx: number, dy: number): MapWindow {
  return held({ x: x + dx / zoom, y: y + dy / zoom, zoom })
}

/** The part around a point of the map. */
export function around(x: number, y: number, zoom: number): MapWindow {
  return held({ x, y, zoom })
}

/** Where a point of the map is in the window, and back; both as shares. */
export function toWindow({ x, y, zoom }: MapWindow, atX: number, atY: number): [number, number] {
  return [0.5 + (atX - x) * zoom, 0.5 + (atY - y) * zoom]
}

export function fromWindow({ x, y, zoom }: MapWindow, atX: number, atY: number): [number, number] {
  return [x + (atX - 0.5) / zoom, y + (atY - 0.5) / zoom]
}

/** Whether a point of the map is well inside the window, not at its edge. */
export function shows(seen: MapWindow, atX: number, atY: number): boolean {
  return toWindow(seen, atX, atY).every((share) => share > 0.1 && share < 0.9)
}

function held({ x, y, zoom }: MapWindow): MapWindow {
  const near = Math.min(NEAREST, Math.max(1, zoom))
  const edge = 0.5 / near
  const inside = (share: number): number => Math.min(1 - edge, Math.max(edge, share))
  return { x: inside(x), y: inside(y), zoom: near }
}
