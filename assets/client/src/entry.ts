/** What was said in the town, as the log shows it. */
import type { Role } from './town'

/** Something said in the town, in the order it was said. */
export type Entry =
  | {
      readonly kind: 'line'
      readonly n: number
      readonly from: number
      readonly name: string
      readonly role: Role
      readonly text: string
    }
  | {
      readonly kind: 'phrase'
      readonly n: number
      readonly from: number
      readonly name: string
      readonly role: Role
      readonly phrase: number
    }
  | {
      readonly kind: 'announcement'
      readonly n: number
      readonly text: string
      readonly by: string
    }
