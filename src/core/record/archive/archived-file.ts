/** A file in an archive: a plain name, without folders. */
export interface ArchivedFile {
  readonly name: string
  readonly content: Uint8Array
}
