/** The tags of one repository: a name, once taken, is never given again. Every failure is a `UserError`. */
export interface TagRegistry {
  /** Names of the tags that begin so. */
  list(prefix: string): Promise<string[]>
  /** The message of an annotated tag; undefined where it is none. */
  message(name: string): Promise<string | undefined>
  /** Makes an annotated tag on the commit of the run. */
  create(name: string, message: string): Promise<'done' | 'conflict'>
  /** Takes back a tag that `create` has just made. */
  remove(name: string): Promise<void>
}
