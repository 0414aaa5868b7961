/** What a person cancelled is not done: a signature that comes after it is sent to nobody. */
import { describe, expect, it } from 'vitest'
import type { Asking } from '../api'
import type { FoundWallet } from './wallet-found'
import { link, move } from './wallet-steps'

const ACCOUNT = `0x${'ab'.repeat(20)}`
const CHAIN = { id: 31_337, name: 'Test', is_own: true, rpc_url: null, contract: ACCOUNT }
const LINK = { wallet: ACCOUNT, moves: false, linked_at: '2026-11-23T00:00:00Z' }

/** A person who cancels when told `at`, or never; what was asked of wallet and town is written down. */
function person(at: string | null) {
  const asked: string[] = []
  let isCancelled = false
  const wallet: FoundWallet = {
    id: 'one',
    name: '',
    icon: null,
    provider: {
      request: ({ method }) => {
        asked.push(method)
        return Promise.resolve(method === 'eth_requestAccounts' ? [ACCOUNT] : '0x00')
      },
    },
  }
  const api = {
    ask: (_: string, path: string) => {
      asked.push(path)
      return Promise.resolve({ ok: true, value: { message: 'm', typed_data: {}, deadline: 1 } })
    },
  } as Asking
  const tell = (key: string): boolean => {
    if (key === at) isCancelled = true
    return !isCancelled
  }
  return { asked, wallet, api, tell }
}

describe('a step of the wallet page', () => {
  it.each([
    [null, ['eth_requestAccounts', '/api/wallet/nonce', 'personal_sign', '/api/wallet/link']],
    ['wallet-sign-message', ['eth_requestAccounts', '/api/wallet/nonce']],
    ['wallet-checking', ['eth_requestAccounts', '/api/wallet/nonce', 'personal_sign']],
  ])('that links, cancelled at %s, asks no further', async (at, expected) => {
    const { asked, wallet, api, tell } = person(at)
    const { kind } = await link(api, wallet, tell)
    expect(asked).toEqual(expected)
    expect(kind).toBe(at === null ? 'done' : 'cancelled')
  })

  it.each([
    [
      null,
      ['eth_requestAccounts', '/api/wallet/binding', 'eth_signTypedData_v4', '/api/wallet/move'],
    ],
    ['wallet-sign-move', ['eth_requestAccounts', '/api/wallet/binding']],
    ['wallet-checking', ['eth_requestAccounts', '/api/wallet/binding', 'eth_signTypedData_v4']],
  ])('that moves, cancelled at %s, asks no further', async (at, expected) => {
    const { asked, wallet, api, tell } = person(at)
    const { kind } = await move(api, wallet, { chain: CHAIN, link: LINK }, tell)
    expect(asked).toEqual(expected)
    expect(kind).toBe(at === null ? 'done' : 'cancelled')
  })

  it('that was cancelled leaves the wallet on its own chain', async () => {
    const { asked, wallet, api, tell } = person('wallet-switch')
    const chain = { ...CHAIN, is_own: false }
    expect(await move(api, wallet, { chain, link: LINK }, tell)).toEqual({ kind: 'cancelled' })
    expect(asked).toEqual(['eth_requestAccounts', 'eth_chainId'])
  })
})
