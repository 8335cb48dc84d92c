/** An issue of ours. */
export interface Issue {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly open: boolean
  readonly url: string
}

/** The forge's issues. Every failure is a `UserError`; a missing permission is named. */
export interface Issues {
  /** Issues that our own account opened and whose text begins with `marker`, open or not, oldest first. */
  findIssues(marker: string): Promise<Issue[]>
  openIssue(title: string, body: string): Promise<Issue>
  updateIssue(number: number, title: string, body: string): Promise<void>
  /** Closes it as completed, with a comment that says why. */
  closeIssue(number: number, why: string): Promise<void>
}
