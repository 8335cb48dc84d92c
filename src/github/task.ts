/** A permission of a workflow's job, as it is written there. */
export type Permission = `${'checks' | 'contents' | 'pull-requests'}: ${'read' | 'write'}`

/** What is being done through the API, for the message when it cannot be. */
export interface Task {
  /** After "to": `create a check run`. */
  readonly doing: string
  readonly permission: Permission
  /** Another cause of a refusal, a sentence for the hint. */
  readonly caveat?: string
  /** What else can be done where there is no way to GitHub; publishing can be left out unless this says otherwise. */
  readonly instead?: string
}
