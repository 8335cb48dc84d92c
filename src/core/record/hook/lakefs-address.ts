/** How an address is written, for messages. */
export const LAKEFS_FORM = 'lakefs://REPOSITORY/REF/PATH'

/** A place in lakeFS. */
export interface LakefsAddress {
  readonly repository: string
  /** A branch, a tag, a commit id, or one of these with `~1`. */
  readonly ref: string
  /** Empty for everything; ends in a slash for a folder. */
  readonly path: string
}

/** An address in its parts; undefined where it is none of lakeFS's. */
export function lakefsAddress(text: string): LakefsAddress | undefined {
  const [, repository, ref, path = ''] =
    /^lakefs:\/\/([a-z0-9][a-z0-9-]{2,62})\/([^\s/]+)(?:\/(.*))?$/s.exec(text) ?? []
  return repository === undefined || ref === undefined ? undefined : { repository, ref, path }
}

export const lakefsText = ({ repository, ref, path }: LakefsAddress): string => `lakefs://${repository}/${ref}/${path}`
