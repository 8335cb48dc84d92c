import { z } from 'zod'

/** Somebody's account on the forge: its number stays when the name changes. */
export const Account = z.strictObject({ login: z.string().min(1).max(200), id: z.string().regex(/^\d+$/) })
export type Account = z.infer<typeof Account>

/** Somebody as a document names them: by login, and by number where it is known. */
export interface Named {
  readonly login: string
  readonly id?: string | undefined
}

/** Whether two are one account: by number where both are known, else by login, in which capitals make no difference. */
export const isSameAccount = (one: Named, other: Named): boolean =>
  one.id !== undefined && other.id !== undefined ? one.id === other.id : bare(one.login) === bare(other.login)

/** As people write it in documents: `@carol` is `carol`. */
const bare = (login: string) => login.replace(/^@/, '').toLowerCase()
