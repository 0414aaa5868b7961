/** The painted ground of the map: all of it once, and sharply the part somebody looks at closely. */
import { paintMap } from '../plan/map'
import { type MapWindow, WHOLE } from './map-window'

/** Windows that a sharp part is wide, so that a step does not need the next one. */
const MARGIN = 1.5
/** Milliseconds of rest before the part is painted; while somebody drags, a blur will do. */
const REST_MS = 180

type Nature = typeof import('./map-sea')

export interface MapGround {
  /** Draw the part of `seen` over the whole canvas of `pen`. */
  draw(pen: CanvasRenderingContext2D, seen: MapWindow): void
  stop(): void
}

/** The ground for a canvas of that size; `ready` is called when a part has become sharp. */
export function mapGround(width: number, height: number, ready: () => void): MapGround {
  let nature: Nature | null = null
  const paint = (seen: MapWindow, margin: number): HTMLCanvasElement =>
    painted(width, height, { seen, margin, nature })
  let whole = paint(WHOLE, 1)
  let sharp: { readonly canvas: HTMLCanvasElement; readonly of: MapWindow } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wanted = WHOLE

  const serves = (seen: MapWindow): boolean => {
    if (sharp === null || sharp.of.zoom !== seen.zoom) return false
    const slack = (MARGIN - 1) / 2 / seen.zoom
    return Math.abs(sharp.of.x - seen.x) <= slack && Math.abs(sharp.of.y - seen.y) <= slack
  }
  const ask = (seen: MapWindow): void => {
    if (seen === wanted) return
    wanted = seen
    clearTimeout(timer)
    timer = setTimeout(() => {
      sharp = { canvas: paint(seen, MARGIN), of: seen }
      ready()
    }, REST_MS)
  }
  // Tide and season are fetched when the map is already there: until then the flat lies bare.
  void import('./map-sea').then(
    (loaded) => {
      nature = loaded
      whole = paint(WHOLE, 1)
      sharp = null
      wanted = WHOLE
      ready()
    },
    (fault: unknown) => console.error(fault),
  )
  return {
    draw(pen, seen) {
      const across = width / seen.zoom
      const down = height / seen.zoom
      const left = seen.x * width - across / 2
      const top = seen.y * height - down / 2
      pen.drawImage(whole, left, top, across, down, 0, 0, width, height)
      if (seen.zoom === 1) return
      if (!serves(seen) || sharp === null) {
        ask(seen)
        return
      }
      const { canvas, of } = sharp
      pen.drawImage(
        canvas,
        ((of.x - seen.x) * seen.zoom + 0.5 - MARGIN / 2) * width,
        ((of.y - seen.y) * seen.zoom + 0.5 - MARGIN / 2) * height,
      )
    },
    stop: () => clearTimeout(timer),
  }
}

function painted(
  width: number,
  height: number,
  {
    seen: { x, y, zoom },
    margin,
    nature,
  }: { seen: MapWindow; margin: number; nature: Nature | null },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * margin)
  canvas.height = Math.round(height * margin)
  const brush = canvas.getContext('2d')
  if (brush === null) return canvas
  const left = (margin / 2 - x * zoom) * width
  const top = (margin / 2 - y * zoom) * height
  brush.setTransform(zoom, 0, 0, zoom, left, top)
  const now = Date.now()
  paintMap(brush, width, nature?.cropsAt(now))
  nature?.floodSea(brush, width, now)
  return canvas
}
