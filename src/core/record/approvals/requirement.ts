/** Whom an approver must not be. */
export type DistinctFrom = 'author' | 'trigger' | 'waiver-requester'

/** So many people of a role must have approved, as the policy has it. */
export interface ApprovalRequirement {
  readonly role: string
  readonly count: number
  readonly 'distinct-from': readonly DistinctFrom[]
}

/** Who has a role: the members of a team of the forge (`org/team`), or the accounts that are listed. */
export type RoleMembers = { readonly team: string } | { readonly users: readonly string[] }

/** Roles by name. */
export type Roles = Readonly<Record<string, RoleMembers>>
