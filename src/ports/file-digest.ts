/** What a file holds. */
export interface FileDigest {
  readonly sha256: string
  readonly bytes: number
  /** Which file it is and when it was changed, of one on this machine: another text wherever its bytes may be others. */
  readonly state?: string
}
