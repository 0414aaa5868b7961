/** Steps towards a passport: what is asked of the town, in which order, and what stops them. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Asking, Result } from './api'
import { addPasskey, arriveByCode, arriveByPasskey, attemptOf } from './passport-record'

interface Asked {
  readonly what: string
  readonly body: object | undefined
}

function town(answers: Readonly<Record<string, Result<unknown>>>): {
  api: Asking
  asked: Asked[]
} {
  const asked: Asked[] = []
  const ask = (method: string, path: string, body?: object): Promise<Result<unknown>> => {
    asked.push({ what: `${method} ${path}`, body })
    const answer = answers[path]
    if (answer === undefined) throw new Error(path)
    return Promise.resolve(answer)
  }
  return { api: { ask: ask as Asking['ask'] }, asked }
}

const fine = (value: unknown): Result<unknown> => ({ ok: true, value })
const refused: Result<unknown> = {
  ok: false,
  refusal: { code: 'passport-refused', retryable: false, details: {} },
}
const OPTIONS = fine({ options: { challenge: 'AQID', user: { id: 'BA' } } })

class SoftCredential {
  readonly id = 'Bw'
  readonly type = 'public-key'
  readonly rawId = Uint8Array.of(7).buffer
  readonly response = { clientDataJSON: Uint8Array.of(1).buffer }
}

function device(answer: () => Promise<unknown>): { calls: string[] } {
  const calls: string[] = []
  const called = (name: string) => () => {
    calls.push(name)
    return answer()
  }
  vi.stubGlobal('PublicKeyCredential', SoftCredential)
  vi.stubGlobal('navigator', {
    credentials: { create: called('create'), get: called('get') },
  })
  return { calls }
}

afterEach(() => vi.unstubAllGlobals())

describe('a passkey', () => {
  it('is made by the town’s options and told to the town', async () => {
    const { calls } = device(() => Promise.resolve(new SoftCredential()))
    const { api, asked } = town({
      '/api/passport/passkeys/offer': OPTIONS,
      '/api/passport/passkeys': fine(null),
    })
    expect((await addPasskey(api)).ok).toBe(true)
    expect(calls).toEqual(['create'])
    expect(asked.map(({ what }) => what)).toEqual([
      'POST /api/passport/passkeys/offer',
      'POST /api/passport/passkeys',
    ])
    expect(asked[1]?.body).toMatchObject({ credential: { id: 'Bw', rawId: 'Bw' } })
  })

  it('brings a passport, and says whether another one is given up', async () => {
    device(() => Promise.resolve(new SoftCredential()))
    const { api, asked } = town({
      '/api/passport/passkeys/ask': OPTIONS,
      '/api/passport/passkeys/enter': fine({ visitor: { nickname: 'あいこ' } }),
    })
    const came = await arriveByPasskey(api, true)
    expect(came.ok === true && came.value.visitor.nickname).toBe('あいこ')
    expect(asked[1]?.body).toMatchObject({ instead: true })
  })

  it('that nobody allowed is asked about no further', async () => {
    device(() => Promise.reject(new DOMException('no', 'NotAllowedError')))
    const { api, asked } = town({ '/api/passport/passkeys/offer': OPTIONS })
    expect(await addPasskey(api)).toEqual({ ok: null, why: 'cancelled' })
    expect(asked).toHaveLength(1)
  })

  it('is not asked for when the town offers none', async () => {
    const { calls } = device(() => Promise.resolve(new SoftCredential()))
    const { api } = town({ '/api/passport/passkeys/offer': refused })
    expect(await addPasskey(api)).toBe(refused)
    expect(calls).toEqual([])
  })
})

describe('a code', () => {
  it('is tried under one name until another code is typed', () => {
    const first = attemptOf('0123', null)
    expect(first.attempt).toMatch(/^[\w-]{22}$/)
    expect(attemptOf('0123', first)).toBe(first)
    const second = attemptOf('4567', first)
    expect(second.attempt).not.toBe(first.attempt)
    expect(second.code).toBe('4567')
  })

  it('goes to the town with its attempt', async () => {
    const { api, asked } = town({ '/api/passport/recover': fine({ visitor: { nickname: 'B' } }) })
    const attempt = attemptOf('0123', null)
    await arriveByCode(api, attempt, false)
    expect(asked[0]).toEqual({
      what: 'POST /api/passport/recover',
      body: { ...attempt, instead: false },
    })
  })
})
