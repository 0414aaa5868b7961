/** The code one came by: behind the # of the address, out of it at once, and never anywhere but in this tab. */
import type { Offer } from './claims'

const KEY = 'claim'
const LONGEST = 100

/** A code, and what the town said of it before this page was loaded anew. */
export interface Claim {
  readonly code: string
  readonly offer: Offer | null
}

/** The code behind the #, as it was scanned or typed; null when there is none. */
export function readCode(hash: string): string | null {
  const code = /^#([\w .-]+)$/.exec(hash)?.[1] ?? null
  return code !== null && code.length <= LONGEST ? code : null
}

/** The code one came by, or the one this tab came by before it was reloaded. */
export function takeClaim(): Claim | null {
  const code = readCode(location.hash)
  if (code === null) return keptClaim()
  // Whoever copies the address, or looks through this browser's history, must not find it there.
  history.replaceState(null, '', location.pathname + location.search)
  const claim = { code, offer: null }
  keepClaim(claim)
  return claim
}

/** So that a reload while one is filling in one's name loses nothing. */
export function keepClaim(claim: Claim): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(claim))
  } catch {
    // A browser that keeps nothing asks for the code again after a reload.
  }
}

export function forgetClaim(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing may be kept here, so nothing is.
  }
}

function keptClaim(): Claim | null {
  try {
    const told: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof told !== 'object' || told === null || !('code' in told)) return null
    const code = readCode(`#${String(told.code)}`)
    const offer = 'offer' in told ? (told.offer as Offer | null) : null
    return code === null ? null : { code, offer }
  } catch {
    return null
  }
}
