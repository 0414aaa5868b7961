/** What the paddies look like from above: each field has one crop, and not all are reaped on one day. */
import type { Fields } from './season'

/** Shaded and light colour of each crop. */
const COLOURS: Readonly<Record<keyof Fields, readonly (readonly [number, number, number])[]>> = {
  barley: [
    [126, 158, 76],
    [148, 172, 90],
  ],
  ripe: [
    [190, 158, 72],
    [208, 178, 92],
  ],
  water: [
    [138, 160, 166],
    [158, 178, 182],
  ],
  rice: [
    [112, 152, 66],
    [140, 172, 82],
  ],
  stubble: [
    [158, 138, 100],
    [178, 160, 120],
  ],
}

/** So many kinds of fields are painted. */
export const CROPS = 9
/** Golden-ratio steps spread neighbours in the list over the whole of what grows. */
const GOLDEN = 0.618034

/** Colours of the fields, as many as there are kinds; each crop gets its share of them. */
export function cropColours(fields: Fields): readonly string[] {
  const shares = Object.entries(fields) as [keyof Fields, number][]
  return Array.from({ length: CROPS }, (_, k) => {
    let left = (k + 0.5) / CROPS
    const crop = shares.find(([, share]) => (left -= share) <= 0)?.[0] ?? 'barley'
    const [dark, light] = COLOURS[crop]
    const tint = (k * GOLDEN) % 1
    const mixed = [0, 1, 2].map((i) =>
      Math.round((dark?.[i] ?? 0) + ((light?.[i] ?? 0) - (dark?.[i] ?? 0)) * tint),
    )
    return `rgb(${mixed.join(' ')})`
  })
}
