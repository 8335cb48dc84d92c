import type { Forge } from '../../src/ports.ts'

const later = () => Promise.reject(new Error('The bar has no business with it'))

/** A forge whose base branch has one file, or none. */
export const forgeWith = (text: string | undefined): Forge => ({
  readBase: async () => text,
  readFile: later,
  listBase: later,
  createCheckRun: later,
  standingCheckRuns: later,
  findComment: later,
  createComment: later,
  updateComment: later,
  deleteComment: later,
  currentHead: later,
  release: later,
  releasedAssets: later,
  mergedPullRequest: later,
  reviews: later,
  authors: later,
  findIssues: later,
  openIssue: later,
  updateIssue: later,
  closeIssue: later,
  attest: later,
})
