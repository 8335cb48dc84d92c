import type { Role } from '../policy/role.ts'

/** Who holds which role, by the role's name. */
export type Roles = Readonly<Record<string, Role>>
