/** Codes are read from behind the #, and nothing else is. */
import { describe, expect, it } from 'vitest'
import { readCode } from './claim-link'

describe('the code behind the #', () => {
  it.each([
    ['#0123456789ABCDEFGHJKMNPQRS', '0123456789ABCDEFGHJKMNPQRS'],
    ['#12-ABCDEFGHJKMN', '12-ABCDEFGHJKMN'],
    ['#12-abcd efgh', '12-abcd efgh'],
  ])('is read: %s', (hash, code) => {
    expect(readCode(hash)).toBe(code)
  })

  it.each(['', '#', '#<script>', '#guide=a&b', `#${'A'.repeat(101)}`, '#%00'])(
    'is none: %s',
    (hash) => {
      expect(readCode(hash)).toBeNull()
    },
  )
})
