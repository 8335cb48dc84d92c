/** A permission of a workflow's job, as it is written there. */
export type Permission =
  `${'attestations' | 'checks' | 'contents' | 'deployments' | 'issues' | 'pull-requests'}: ${'read' | 'write'}`

/** A permission of an organisation, which no job's own token has: of an app, or of somebody's fine-grained token. */
export type OrganisationPermission = 'organisation members: read'

/** What is being done through the API, for the message when it cannot be. */
export interface Task {
  /** After "to": `create a check run`. */
  readonly doing: string
  readonly permission: Permission | OrganisationPermission
  /** Another cause of a refusal, a sentence for the hint. */
  readonly caveat?: string
  /** What else can be done where there is no way to GitHub; publishing can be left out unless this says otherwise. */
  readonly instead?: string
  /** How to get a permission that no job can be given, a sentence. */
  readonly remedy?: string
}
