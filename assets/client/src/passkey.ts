/** Passkeys as this browser makes and shows them, in the JSON the town writes and reads. */

type Json = Readonly<Record<string, unknown>>

/** What became of a wish: an answer for the town, or why there is none. */
export type PasskeyAnswer =
  | { readonly kind: 'answer'; readonly credential: Json }
  | { readonly kind: 'cancelled' | 'had' | 'failed' }

/** Whether this browser knows passkeys, in a page that came safely. */
export function knowsPasskeys(): boolean {
  return globalThis.isSecureContext && 'PublicKeyCredential' in globalThis
}

/** Make a passkey by the town's options. */
export function makePasskey(options: Json): Promise<PasskeyAnswer> {
  return asked(() => navigator.credentials.create({ publicKey: creationOptions(options) }))
}

/** Show a passkey by the town's options; the person chooses which. */
export function showPasskey(options: Json): Promise<PasskeyAnswer> {
  return asked(() => navigator.credentials.get({ publicKey: requestOptions(options) }))
}

async function asked(ask: () => Promise<Credential | null>): Promise<PasskeyAnswer> {
  try {
    const credential = await ask()
    if (!(credential instanceof PublicKeyCredential)) return { kind: 'cancelled' }
    return { kind: 'answer', credential: credentialJson(credential) }
  } catch (fault) {
    return { kind: reasonOf(fault instanceof Error ? fault.name : '') }
  }
}

/** Why there is no answer, by the name of the browser's error. */
export function reasonOf(name: string): 'cancelled' | 'had' | 'failed' {
  // Browsers deliberately do not tell a closed window from time that ran out.
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  return name === 'InvalidStateError' ? 'had' : 'failed'
}

/** Options for `navigator.credentials.create`. */
export function creationOptions(told: Json): PublicKeyCredentialCreationOptions {
  const user = told['user'] as Json
  const { excludeCredentials, ...rest } = told as Json & { excludeCredentials?: readonly Json[] }
  return {
    ...rest,
    challenge: bytesOf(String(told['challenge'])),
    user: { ...user, id: bytesOf(String(user['id'])) },
    excludeCredentials: (excludeCredentials ?? []).map((one) => ({
      ...one,
      id: bytesOf(String(one['id'])),
    })),
  } as unknown as PublicKeyCredentialCreationOptions
}

/** Options for `navigator.credentials.get`. */
export function requestOptions(told: Json): PublicKeyCredentialRequestOptions {
  return {
    ...told,
    challenge: bytesOf(String(told['challenge'])),
    allowCredentials: [],
  } as PublicKeyCredentialRequestOptions
}

interface Shown {
  readonly id: string
  readonly rawId: ArrayBuffer
  readonly type: string
  readonly response: AuthenticatorResponse
}

const PARTS = ['attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const

/** A credential as JSON; older browsers have no `toJSON` for it. */
export function credentialJson({ id, rawId, type, response }: Shown): Json {
  const told: Record<string, string> = { clientDataJSON: textOf(response.clientDataJSON) }
  for (const part of PARTS) {
    const value = (response as unknown as Record<string, ArrayBuffer | null | undefined>)[part]
    if (value !== null && value !== undefined) told[part] = textOf(value)
  }
  return { id, rawId: textOf(rawId), type, response: told, clientExtensionResults: {} }
}

/** Bytes written in base64url. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}

/** Base64url, without the filling at its end. */
export function textOf(bytes: ArrayBuffer | Uint8Array): string {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
