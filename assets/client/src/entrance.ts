/** The entrance of a guide or of staff: comes behind the # of the address, and goes nowhere but to the town. */

export interface Entrance {
  readonly event: string
  readonly role: 'guide' | 'staff'
  /** Signed by the staff pages. */
  readonly entry: string
}

/** Only this tab may know it; a reload must not lose it. */
const KEY = 'entrance'

/** What the address says after its #; null when it is no entrance. */
export function readEntrance(event: string | null, hash: string): Entrance | null {
  const found = /^#(guide|staff)=([\w.-]{1,400})$/.exec(hash)
  const [, role, entry] = found ?? []
  if (event === null || entry === undefined) return null
  return { event, role: role === 'guide' ? 'guide' : 'staff', entry }
}

/** The entrance one came by, out of the address at once: whoever copies that must not hand it on. */
export function takeEntrance(event: string | null): Entrance | null {
  const fresh = readEntrance(event, location.hash)
  if (fresh !== null) {
    history.replaceState(null, '', location.pathname + location.search)
    keep(fresh)
    return fresh
  }
  const kept = keptEntrance()
  return kept?.event === event ? kept : null
}

export function forgetEntrance(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing may be kept here, so nothing is.
  }
}

function keep(entrance: Entrance): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(entrance))
  } catch {
    // A browser that keeps nothing asks for the link again after a reload.
  }
}

function keptEntrance(): Entrance | null {
  try {
    const told: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof told !== 'object' || told === null) return null
    const { event, role, entry } = told as Record<string, unknown>
    if (typeof event !== 'string' || typeof entry !== 'string') return null
    return readEntrance(event, `#${String(role)}=${entry}`)
  } catch {
    return null
  }
}
