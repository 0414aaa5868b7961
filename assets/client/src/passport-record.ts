/** What the town answers about one's own record, devices, codes and passkeys. */
import type { Asking, Result } from './api'
import { makePasskey, type PasskeyAnswer, showPasskey, textOf } from './passkey'

export type Erasure = 'gone' | 'untied' | 'numbered' | 'public'
export type DeviceWay = 'first' | 'code' | 'passkey'

export interface VisitedDay {
  readonly day: string
  readonly minutes: number
  readonly events: readonly string[]
}

export interface KeptKind {
  readonly name: string
  readonly rows: number
  readonly erasure: Erasure
}

export interface Device {
  readonly id: number
  readonly is_here: boolean
  readonly way: DeviceWay
  readonly came_on: string
  readonly used_on: string
}

export interface PasskeyCard {
  readonly id: number
  readonly made_on: string
  readonly used_on: string | null
}

export interface PassportRecord {
  readonly visits: readonly VisitedDay[]
  readonly kept: readonly KeptKind[]
  readonly devices: readonly Device[]
  readonly code_until: string | null
  readonly passkeys: readonly PasskeyCard[]
  readonly may_have_passkeys: boolean
}

/** A code that is told once. */
export interface NewCode {
  readonly typed: string
  readonly link: string
  readonly rows: readonly string[]
  readonly expires_at: string
}

const HOME = '/api/passport'

/** Where the browser fetches the file from by itself. */
export const EXPORT = `${HOME}/export`

export const look = (api: Asking): Promise<Result<PassportRecord>> =>
  api.ask('GET', `${HOME}/record`)

export const newCode = (api: Asking, kind: 'paper' | 'phone'): Promise<Result<NewCode>> =>
  api.ask('POST', `${HOME}/codes`, { kind })

export const withdrawCodes = (api: Asking): Promise<Result<unknown>> =>
  api.ask('DELETE', `${HOME}/codes`)

export const signOut = (api: Asking, id: number): Promise<Result<unknown>> =>
  api.ask('DELETE', `${HOME}/devices/${id}`)

export const removePasskey = (api: Asking, id: number): Promise<Result<unknown>> =>
  api.ask('DELETE', `${HOME}/passkeys/${id}`)

/** What became of a step in which the browser asked its person. */
export type Step<T> =
  Result<T> | { readonly ok: null; readonly why: Exclude<PasskeyAnswer['kind'], 'answer'> }

/** Make a passkey and let the town keep its public half. */
export async function addPasskey(api: Asking): Promise<Step<unknown>> {
  return answering(api, 'offer', makePasskey, (credential) =>
    api.ask('POST', `${HOME}/passkeys`, { credential }),
  )
}

/** Who came by a passkey or a code. */
export interface Arrived {
  readonly visitor: { readonly nickname: string }
}

/** Bring a passport to this browser by a passkey; `instead` gives up another one it holds. */
export async function arriveByPasskey(api: Asking, instead: boolean): Promise<Step<Arrived>> {
  return answering(api, 'ask', showPasskey, (credential) =>
    api.ask('POST', `${HOME}/passkeys/enter`, { credential, instead }),
  )
}

async function answering<T>(
  api: Asking,
  path: 'offer' | 'ask',
  act: (options: Readonly<Record<string, unknown>>) => Promise<PasskeyAnswer>,
  send: (credential: object) => Promise<Result<T>>,
): Promise<Step<T>> {
  const offered = await api.ask<{ options: Record<string, unknown> }>(
    'POST',
    `${HOME}/passkeys/${path}`,
  )
  if (!offered.ok) return offered
  const answer = await act(offered.value.options)
  return answer.kind === 'answer' ? send(answer.credential) : { ok: null, why: answer.kind }
}

/** One try of one code: repeated, after an answer that was lost, it brings the same passport. */
export interface Attempt {
  readonly code: string
  readonly attempt: string
}

const ATTEMPT_BYTES = 16

/** The try of this code: the same one for as long as the code is the same. */
export function attemptOf(code: string, before: Attempt | null): Attempt {
  if (before?.code === code) return before
  return { code, attempt: textOf(crypto.getRandomValues(new Uint8Array(ATTEMPT_BYTES))) }
}

/** Bring a passport to this browser by a code. */
export const arriveByCode = (
  api: Asking,
  attempt: Attempt,
  instead: boolean,
): Promise<Result<Arrived>> => api.ask('POST', `${HOME}/recover`, { ...attempt, instead })
