/** What a visitor set for this browser; kept only when they agreed to be remembered. */
import { type Language, pickLanguage } from './i18n/language'
import type { Tier } from './town'

export interface Preferences {
  readonly language: Language
  readonly tier: Tier
  /** Less motion, as the system asks or as the visitor chose. */
  readonly calm: boolean
  /** Walk in the flat town. */
  readonly flat: boolean
  /** How large the captions of a guide are, once somebody chose it. */
  readonly captionSize?: CaptionSize
  /** Percent of the usual size of all text, once somebody chose it. */
  readonly textPercent?: TextPercent
  /** Only guide and announcements are to be heard. */
  readonly quiet?: true
  /** Moving has been learnt, or that was not wanted. */
  readonly helped?: true
}

/** Normal, large, very large. */
export type CaptionSize = 1 | 2 | 3

export type TextPercent = (typeof TEXT_PERCENTS)[number]
export const TEXT_PERCENTS = [100, 125, 150, 200] as const

const KEY = 'kashima.preferences'
const TIERS: ReadonlySet<string> = new Set<Tier>(['low', 'mid', 'high'])

/** What the browser tells about itself that bears on drawing. */
export interface Device {
  readonly languages: readonly string[]
  readonly reducedMotion: boolean
  readonly coarsePointer: boolean
  readonly saveData: boolean
  /** Gigabytes, as far as the browser tells. */
  readonly memory: number
  readonly cores: number
}

/** The drawing tier to begin with; a visitor may choose another. */
export function guessTier({ saveData, memory, cores, coarsePointer }: Device): Tier {
  if (saveData || memory <= 2 || cores <= 2) return 'low'
  return coarsePointer || memory <= 4 ? 'mid' : 'high'
}

/** Preferences from the address first, then from what was kept, then from the device. */
export function readPreferences(
  address: URLSearchParams,
  kept: string | null,
  device: Device,
): Preferences {
  const stored = parse(kept)
  const tier = [address.get('tier'), stored['tier']].find(isTier)
  const view = address.get('view')
  return {
    language: pickLanguage([
      address.get('lang'),
      typeof stored['language'] === 'string' ? stored['language'] : null,
      ...device.languages,
    ]),
    tier: tier ?? guessTier(device),
    calm: typeof stored['calm'] === 'boolean' ? stored['calm'] : device.reducedMotion,
    flat: view === null ? stored['flat'] === true : view === 'flat',
    ...(isSize(stored['captionSize']) && { captionSize: stored['captionSize'] }),
    ...(isPercent(stored['textPercent']) && { textPercent: stored['textPercent'] }),
    ...(stored['quiet'] === true && { quiet: true }),
    ...(stored['helped'] === true && { helped: true }),
  }
}

function isSize(value: unknown): value is CaptionSize {
  return value === 1 || value === 2 || value === 3
}

function isPercent(value: unknown): value is TextPercent {
  return TEXT_PERCENTS.some((percent) => percent === value)
}

function isTier(value: unknown): value is Tier {
  return typeof value === 'string' && TIERS.has(value)
}

function parse(kept: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** What this browser tells about itself. */
export function thisDevice(): Device {
  const told = navigator as Navigator & {
    readonly deviceMemory?: number
    readonly connection?: { readonly saveData?: boolean }
  }
  return {
    languages: navigator.languages,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    coarsePointer: matchMedia('(pointer: coarse)').matches,
    saveData: told.connection?.saveData === true,
    memory: told.deviceMemory ?? 8,
    cores: navigator.hardwareConcurrency,
  }
}

/** The kept preferences as text; null when there are none or the browser keeps nothing. */
export function keptPreferences(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Milliseconds before the page for times without a network is fetched: walking in comes first. */
const OFFLINE_MS = 5_000

/** Keep the preferences for the next visit; only for someone who agreed to be remembered. */
export function keepPreferences(preferences: Preferences): void {
  setTimeout(() => void offline().then((keeping) => keeping?.keepOffline()), OFFLINE_MS)
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // A browser that keeps nothing simply asks again next time.
  }
}

/** Leave nothing of the visitor in this browser but the town's own files. */
export function forgetPreferences(): void {
  void offline().then((keeping) => keeping?.forgetOffline())
  try {
    localStorage.removeItem(KEY)
  } catch {
    // What was never kept need not be removed.
  }
}

/** What keeps the page for times without a network; null when it cannot be fetched. */
function offline(): Promise<typeof import('./offline/keep') | null> {
  return import('./offline/keep').catch(() => null)
}

/** Whether this browser can draw the town in three dimensions. */
export function canDrawSolid(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}
