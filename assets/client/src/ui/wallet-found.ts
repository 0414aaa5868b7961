/** Wallets in this browser: found by EIP-6963, else by the older window.ethereum; asked by EIP-1193. */

/** What every wallet in a browser answers to. */
export interface Provider {
  request(question: { readonly method: string; readonly params?: unknown }): Promise<unknown>
}

export interface FoundWallet {
  /** Tells two wallets of one name apart. */
  readonly id: string
  /** What the wallet calls itself; empty when it does not say. */
  readonly name: string
  /** A picture inside the page, or null. */
  readonly icon: string | null
  readonly provider: Provider
}

/** Why a wallet did not do what it was asked. */
export type Unwilling = 'refused' | 'busy' | 'unknown-chain' | 'failed'

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Unwilling }

const ANNOUNCED = 'eip6963:announceProvider'
/** Milliseconds for wallets to announce themselves; they answer at once, from the same page. */
const ANNOUNCING_MS = 120

/** Every wallet there is, each once. */
export async function findWallets(): Promise<readonly FoundWallet[]> {
  const found = new Map<string, FoundWallet>()
  const hear = (event: Event): void => {
    const wallet = announced((event as CustomEvent<unknown>).detail)
    if (wallet !== null) found.set(wallet.id, wallet)
  }
  window.addEventListener(ANNOUNCED, hear)
  window.dispatchEvent(new Event('eip6963:requestProvider'))
  await new Promise((done) => setTimeout(done, ANNOUNCING_MS))
  window.removeEventListener(ANNOUNCED, hear)
  if (found.size === 0) {
    const older = asProvider((window as { ethereum?: unknown }).ethereum)
    if (older !== null) return [{ id: 'window.ethereum', name: '', icon: null, provider: older }]
  }
  return [...found.values()]
}

function announced(detail: unknown): FoundWallet | null {
  const info = field(detail, 'info')
  const provider = asProvider(field(detail, 'provider'))
  const id = field(info, 'uuid')
  const name = field(info, 'name')
  const icon = field(info, 'icon')
  if (provider === null || typeof id !== 'string') return null
  return {
    id,
    name: typeof name === 'string' ? name.slice(0, 40) : '',
    // Only pictures that came along: one from elsewhere would tell its server who is here.
    icon: typeof icon === 'string' && icon.startsWith('data:image/') ? icon : null,
    provider,
  }
}

function asProvider(thing: unknown): Provider | null {
  return typeof field(thing, 'request') === 'function' ? (thing as Provider) : null
}

function field(thing: unknown, name: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, name) : undefined
}

/** Ask a wallet; a refusal is an answer like any other. */
export async function askWallet<T>(
  provider: Provider,
  method: string,
  params?: unknown,
): Promise<Answer<T>> {
  try {
    const value = await provider.request({ method, ...(params !== undefined && { params }) })
    return { ok: true, value: value as T }
  } catch (problem) {
    return { ok: false, why: meaning(problem) }
  }
}

function meaning(problem: unknown): Unwilling {
  // Some phones' wallets wrap the code of a chain they do not know.
  const inner = field(field(field(problem, 'data'), 'originalError'), 'code')
  switch (inner ?? field(problem, 'code')) {
    case 4001:
      return 'refused'
    case -32002:
      return 'busy'
    case 4902:
      return 'unknown-chain'
    default:
      return 'failed'
  }
}

/** The text as the hex digits that `personal_sign` takes. */
export function asHex(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** An address as people compare it: its beginning and its end. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`
}
