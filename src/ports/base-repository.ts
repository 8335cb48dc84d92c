/** The repository as it stands where a change is to be merged. Every failure is a `UserError`. */
export interface BaseRepository {
  /** A file as it stands there, by its path from the repository's root; undefined where there is none. */
  readBase(path: string): Promise<string | undefined>
  /** Paths of the files there, as many as are named at once. */
  listBase(): Promise<string[]>
}
