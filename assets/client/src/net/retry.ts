/** When to try the world again after the line broke, and how; pure, so that every case can be tested. */

/** Seconds for which the world keeps our avatar, our place and the messages we miss. */
export const RESUME_SECONDS = 30

/** Seconds after which trying by ourselves would only drain a battery. */
export const GIVE_UP_SECONDS = 600

const FIRST_DELAY = 0.3
const LONGEST_DELAY = 15
/** While the avatar is kept, hurry. */
const LONGEST_RESUME_DELAY = 4

export type Attempt =
  { readonly how: 'resume' | 'rejoin'; readonly after: number } | { readonly how: 'give-up' }

/**
 * The next attempt, `away` seconds after the line broke and after `failures` tries that failed.
 *
 * Delays double and are spread by `chance` (0 to 1), so that a whole town cut off by one restart
 * does not come back in one instant. `atLeast` is a wait in seconds the server asked for.
 */
export function nextAttempt(
  away: number,
  failures: number,
  { chance, atLeast = 0 }: { chance: number; atLeast?: number },
): Attempt {
  if (away >= GIVE_UP_SECONDS) return { how: 'give-up' }
  const longest = away < RESUME_SECONDS ? LONGEST_RESUME_DELAY : LONGEST_DELAY
  const delay = Math.min(FIRST_DELAY * 2 ** failures, longest)
  const after = Math.max(delay * (0.5 + chance), atLeast)
  return { how: away + after < RESUME_SECONDS ? 'resume' : 'rejoin', after }
}
