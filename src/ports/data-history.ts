/** An object that is another at one commit than at another. */
export interface DataChange {
  readonly path: string
  readonly kind: 'changed' | 'added' | 'removed'
}

/** What commits of lakeFS hold. Every failure is a `UserError`. */
export interface DataHistory {
  /** Every object that differs between two commits, in the order of their paths. */
  changes(repository: string, before: string, now: string): Promise<readonly DataChange[]>
}
