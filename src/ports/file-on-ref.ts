/** A file as it stands on a ref, and the commit it was read at. */
export interface FileOnRef {
  readonly text: string
  readonly commit: string
  /** Address of the repository. */
  readonly address: string
}
