/** x is east and z is south, so north is towards smaller z. */
import { expect, it } from 'vitest'
import { wayWord } from './way'

it.each([
  [0, -5, 'n'],
  [5, -5, 'ne'],
  [5, 0, 'e'],
  [5, 5, 'se'],
  [0, 5, 's'],
  [-5, 5, 'sw'],
  [-5, 0.1, 'w'],
  [-5, -0.1, 'w'],
  [-5, -5, 'nw'],
])('(%d, %d) lies to the %s', (x, z, way) => {
  expect(wayWord({ x: 0, z: 0 }, { x, z })).toBe(`town-way-${way}`)
})
