/** Linking and moving, step by step: what the town asks, what the wallet signs, and every way it ends. */
import type { Asking, Result } from '../api'
import type { Refusal } from '../net/protocol'
import { type Answer, asHex, askWallet, type FoundWallet, type Unwilling } from './wallet-found'

export interface Chain {
  readonly id: number
  readonly name: string
  /** The town's own chain, which no wallet outside can reach. */
  readonly is_own: boolean
  readonly rpc_url: string | null
  readonly contract: string
}

export interface Link {
  readonly wallet: string
  readonly moves: boolean
  readonly linked_at: string
}

export interface Move {
  readonly state: 'moving' | 'moved' | 'refused'
  readonly why: 'expired' | 'wallet' | 'signature' | 'other' | null
}

export interface WalletState {
  readonly chain: Chain | null
  readonly link: Link | null
  readonly move: Move | null
}

/** What a step came to; `wallet-*` is a sentence's key, said to the person as it is. */
export type Outcome =
  | { readonly kind: 'done'; readonly state: WalletState }
  | { readonly kind: 'elsewhere'; readonly confirm: () => Promise<Outcome> }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unwilling'; readonly key: string }
  | { readonly kind: 'cancelled' }

/** Told while a step goes on: what the person has to look at now. False once they have cancelled. */
export type Tell = (key: string) => boolean

const CANCELLED: Outcome = { kind: 'cancelled' }

interface SignIn {
  readonly message: string
}

interface Binding {
  readonly typed_data: object
  readonly deadline: number
}

export const look = (api: Asking): Promise<Result<WalletState>> => api.ask('GET', '/api/wallet')

export const unlink = (api: Asking): Promise<Result<unknown>> => api.ask('DELETE', '/api/wallet')

/** Prove that the wallet is one's own; nothing moves. */
export async function link(api: Asking, wallet: FoundWallet, tell: Tell): Promise<Outcome> {
  tell('wallet-open-yours')
  const account = await accountOf(wallet, null)
  if (!account.ok) return unwilling(account.why)
  const asked = await api.ask<SignIn>('POST', '/api/wallet/nonce', { wallet: account.value })
  if (!asked.ok) return { kind: 'refused', refusal: asked.refusal }
  if (!tell('wallet-sign-message')) return CANCELLED
  const { message } = asked.value
  const signed = await askWallet<string>(wallet.provider, 'personal_sign', [
    asHex(message),
    account.value,
  ])
  if (!signed.ok) return unwilling(signed.why)
  // A wallet may answer long after its person turned away here: that signature is sent to nobody.
  if (!tell('wallet-checking')) return CANCELLED
  return prove(api, { message, signature: signed.value })
}

async function prove(api: Asking, proof: object): Promise<Outcome> {
  const linked = await api.ask<WalletState>('POST', '/api/wallet/link', proof)
  if (linked.ok) return { kind: 'done', state: linked.value }
  const { refusal } = linked
  if (refusal.code === 'wallet-conflict' && refusal.details['rule'] === 'elsewhere') {
    return { kind: 'elsewhere', confirm: () => prove(api, { ...proof, merge: true }) }
  }
  return { kind: 'refused', refusal }
}

/** Let the linked wallet take the badges, publicly and for good. */
export async function move(
  api: Asking,
  wallet: FoundWallet,
  { chain, link: linked }: { readonly chain: Chain; readonly link: Link },
  tell: Tell,
): Promise<Outcome> {
  tell('wallet-open-yours')
  const account = await accountOf(wallet, linked.wallet)
  if (!account.ok) return unwilling(account.why)
  if (!chain.is_own) {
    const problem = await onChain(wallet, chain, tell)
    if (problem !== null) return problem
  }
  const asked = await api.ask<Binding>('POST', '/api/wallet/binding')
  if (!asked.ok) return { kind: 'refused', refusal: asked.refusal }
  if (!tell('wallet-sign-move')) return CANCELLED
  const { typed_data: typedData, deadline } = asked.value
  const signed = await askWallet<string>(wallet.provider, 'eth_signTypedData_v4', [
    account.value,
    JSON.stringify(typedData),
  ])
  if (!signed.ok) return unwilling(signed.why, chain)
  if (!tell('wallet-checking')) return CANCELLED
  const moved = await api.ask<WalletState>('POST', '/api/wallet/move', {
    deadline,
    signature: signed.value,
    public: true,
  })
  return moved.ok
    ? { kind: 'done', state: moved.value }
    : { kind: 'refused', refusal: moved.refusal }
}

/** Bring the wallet onto the town's chain; null when it is there, else how the step ends. */
async function onChain(wallet: FoundWallet, chain: Chain, tell: Tell): Promise<Outcome | null> {
  const chainId = `0x${chain.id.toString(16)}`
  const isThere = async (): Promise<boolean> => {
    const now = await askWallet<string>(wallet.provider, 'eth_chainId')
    return now.ok && Number(now.value) === chain.id
  }
  if (await isThere()) return null
  if (!tell('wallet-switch')) return CANCELLED
  const change = [{ chainId }]
  let changed = await askWallet(wallet.provider, 'wallet_switchEthereumChain', change)
  if (!changed.ok && changed.why === 'unknown-chain' && chain.rpc_url !== null) {
    if (!tell('wallet-add-chain')) return CANCELLED
    changed = await askWallet(wallet.provider, 'wallet_addEthereumChain', [
      {
        chainId,
        chainName: chain.name,
        rpcUrls: [chain.rpc_url],
        nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      },
    ])
  }
  if (!changed.ok && changed.why === 'refused') return unwilling('refused')
  return (await isThere()) ? null : unwilling('unknown-chain')
}

/** The account the person chose; where one is linked already it must be that one. */
async function accountOf(
  { provider }: FoundWallet,
  wanted: string | null,
): Promise<Answer<string> | { readonly ok: false; readonly why: 'other-account' }> {
  const accounts = await askWallet<unknown>(provider, 'eth_requestAccounts')
  if (!accounts.ok) return accounts
  const open = Array.isArray(accounts.value) ? accounts.value.map(String) : []
  const found = open.find((one) => wanted === null || one.toLowerCase() === wanted.toLowerCase())
  if (found === undefined) {
    return { ok: false, why: wanted === null ? 'refused' : 'other-account' }
  }
  return { ok: true, value: found }
}

function unwilling(why: Unwilling | 'other-account', chain: Chain | null = null): Outcome {
  // A wallet that insists on knowing the chain cannot sign for one it cannot reach.
  if (why === 'failed' && chain?.is_own === true) return { kind: 'unwilling', key: 'wallet-own-chain-failed' }
  const key = why === 'unknown-chain' ? 'wallet-wrong-chain' : `wallet-${why}`
  return { kind: 'unwilling', key }
}
