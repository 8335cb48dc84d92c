import type { DataMove } from './data-moves.ts'

/** What is another in lakeFS than at the commit that was certified. */
export type DataSince = Pick<DataMove, 'repository' | 'before' | 'now'> &
  (
    | {
        /** Of the objects that gates read, then or now. */
        readonly changed: readonly string[]
        readonly added: readonly string[]
        readonly removed: readonly string[]
        /** How many others differ. */
        readonly unread: number
      }
    /** Why it cannot be told. */
    | { readonly unknown: string }
  )
