import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { asHex, askWallet, findWallets, shortAddress } from './wallet-found'

const provider = { request: () => Promise.resolve('0x1') }

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => {
  vi.unstubAllGlobals()
})

function announce(detail: unknown): void {
  window.addEventListener('eip6963:requestProvider', () =>
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail })),
  )
}

describe('finding wallets', () => {
  it('hears each that announces itself, once', async () => {
    const info = { uuid: 'a', name: 'Fox', icon: 'data:image/png;base64,AA==', rdns: 'fox' }
    announce({ info, provider })
    announce({ info, provider })
    announce({ info: { ...info, uuid: 'b', name: 'Bear' }, provider })
    expect((await findWallets()).map(({ name }) => name)).toEqual(['Fox', 'Bear'])
  })

  it('takes no picture from elsewhere, and no nonsense', async () => {
    announce({ info: { uuid: 'a', name: 7, icon: 'https://evil.example/x.png' }, provider })
    announce({ info: { name: 'no id' }, provider })
    announce({ info: { uuid: 'c', name: 'no provider' }, provider: {} })
    announce(null)
    expect(await findWallets()).toEqual([{ id: 'a', name: '', icon: null, provider }])
  })

  it('knows the older way only where nobody announces', async () => {
    Object.assign(window, { ethereum: provider })
    expect((await findWallets())[0]?.provider).toBe(provider)
    announce({ info: { uuid: 'a', name: 'Fox' }, provider })
    expect((await findWallets()).map(({ id }) => id)).toEqual(['a'])
  })

  it('finds nothing where there is nothing', async () => {
    expect(await findWallets()).toEqual([])
  })
})

describe('asking a wallet', () => {
  it.each([
    [{ code: 4001 }, 'refused'],
    [{ code: -32002 }, 'busy'],
    [{ code: 4902 }, 'unknown-chain'],
    [{ code: -32603, data: { originalError: { code: 4902 } } }, 'unknown-chain'],
    [new Error('what'), 'failed'],
    ['text', 'failed'],
    [null, 'failed'],
  ])('takes %j for %s', async (problem, why) => {
    const unwilling = { request: () => Promise.reject(problem as Error) }
    expect(await askWallet(unwilling, 'eth_chainId')).toEqual({ ok: false, why })
  })

  it('gives what was answered', async () => {
    expect(await askWallet(provider, 'eth_chainId')).toEqual({ ok: true, value: '0x1' })
  })
})

it('writes text as wallets read it', () => {
  expect(asHex('aé')).toBe('0x61c3a9')
  expect(shortAddress('0x1234567890abcdef')).toBe('0x1234…cdef')
})
