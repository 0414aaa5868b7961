import { expect, it } from 'vitest'
import { readEntrance } from './entrance'

it.each(['guide', 'staff'] as const)('an address may hold an entrance: %s', (role) => {
  expect(readEntrance('1f0c9a77d2', `#${role}=eyJ.x_-1`)).toEqual({
    event: '1f0c9a77d2',
    role,
    entry: 'eyJ.x_-1',
  })
})

it.each(['', '#', '#guide=', '#owner=abc', '#guide=a b', '#guide=<x>', `#guide=${'x'.repeat(401)}`])(
  'anything else is none: %j',
  (hash) => {
    expect(readEntrance('1f0c9a77d2', hash)).toBeNull()
  },
)

it('the public town has no entrance for staff', () => {
  expect(readEntrance(null, '#guide=abc')).toBeNull()
})
