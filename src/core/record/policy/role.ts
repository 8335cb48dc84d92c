import { z } from 'zod'

/** What policies call a role: `compliance`. */
export const RoleName = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, e.g. data-owner')

const Login = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, 'the login of an account, without @')

/** Who holds a role: the members of a team of the forge, or the accounts that are named. */
export const Role = z.union(
  [
    z.strictObject({
      team: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a team such as acme/compliance')
        .meta({ description: 'The team whose members hold it, e.g. acme/compliance' }),
    }),
    z.strictObject({
      users: z.array(Login).min(1).max(100).meta({ description: 'The accounts that hold it' }),
    }),
  ],
  { error: 'a team, e.g. { team: acme/compliance }, or accounts, e.g. { users: [carol] }' },
)
export type Role = z.infer<typeof Role>
