/** What goes to the browser and to the town about passkeys, byte by byte. */
import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  creationOptions,
  credentialJson,
  reasonOf,
  requestOptions,
  textOf,
} from './passkey'

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values)

describe('base64url', () => {
  it.each([
    [[], ''],
    [[0], 'AA'],
    [[251, 255], '-_8'],
    [[1, 2, 3], 'AQID'],
    [[255, 239, 190, 239], '_---7w'],
  ])('writes %j and reads it again', (values, text) => {
    expect(textOf(bytes(...values))).toBe(text)
    expect([...bytesOf(text)]).toEqual(values)
  })

  it('is what others write', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect(textOf(all)).toBe(Buffer.from(all).toString('base64url'))
    expect(bytesOf(Buffer.from(all).toString('base64url'))).toEqual(all)
  })
})

describe('options', () => {
  it('for making have bytes where the browser wants them, and all else as it was told', () => {
    const made = creationOptions({
      challenge: 'AQID',
      rp: { id: 'kashima.example' },
      user: { id: 'BA', name: 'あいこ' },
      excludeCredentials: [{ id: 'BQY', type: 'public-key' }],
    })
    expect(made.challenge).toEqual(bytes(1, 2, 3))
    expect(made.user).toEqual({ id: bytes(4), name: 'あいこ' })
    expect(made.excludeCredentials).toEqual([{ id: bytes(5, 6), type: 'public-key' }])
    expect(made.rp.id).toBe('kashima.example')
  })

  it('for showing name no passkey: whoever comes is not known yet', () => {
    const shown = requestOptions({ challenge: 'AQID', rpId: 'kashima.example' })
    expect(shown.challenge).toEqual(bytes(1, 2, 3))
    expect(shown.allowCredentials).toEqual([])
    expect(shown.rpId).toBe('kashima.example')
  })
})

describe('an answer', () => {
  it('is told with every part there is, and no other', () => {
    const response = {
      clientDataJSON: bytes(1).buffer,
      signature: bytes(2).buffer,
      userHandle: null,
      secret: 'x',
    }
    expect(
      credentialJson({ id: 'Bw', rawId: bytes(7).buffer, type: 'public-key', response }),
    ).toEqual({
      id: 'Bw',
      rawId: 'Bw',
      type: 'public-key',
      response: { clientDataJSON: 'AQ', signature: 'Ag' },
      clientExtensionResults: {},
    })
  })

  it.each([
    ['NotAllowedError', 'cancelled'],
    ['AbortError', 'cancelled'],
    ['InvalidStateError', 'had'],
    ['SecurityError', 'failed'],
    ['', 'failed'],
  ])('that is missing for %s was %s', (name, reason) => {
    expect(reasonOf(name)).toBe(reason)
  })
})
