import type { RunContext } from '../ports.ts'

/** The repository of the run as GitHub knows it; undefined where it is kept elsewhere. */
export const githubRepository = ({ repository, elsewhere }: RunContext): string | undefined =>
  elsewhere ? undefined : repository
