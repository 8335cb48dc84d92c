/** An object as it is stored: the same place, checksum and size are the same bytes. */
export interface VersionedObject {
  readonly path: string
  readonly identity: string
}

/** lakeFS, as one who answers its hooks reads it. Every failure is a `UserError`. */
export interface VersionedData {
  /** What names the content of a commit: two commits with the same one hold the same objects. */
  tree(repository: string, commit: string): Promise<string>
  /** Every object below a prefix. */
  objects(repository: string, commit: string, prefix: string): Promise<readonly VersionedObject[]>
}
