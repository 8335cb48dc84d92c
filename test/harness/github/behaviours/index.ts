import type { Behaviour } from '../world.ts'
import { createCheckRun, getCheckRun, listAnnotations, listCheckRuns, updateCheckRun } from './checks.ts'
import { writeComment } from './comments.ts'
import { getCommit, listCommits, listPullsOfCommit } from './commits.ts'
import { getContent } from './contents.ts'
import { createDeployment, createDeploymentStatus, listDeploymentStatuses, listDeployments } from './deployments.ts'
import { createRef, createTree, getTree, updateRef } from './git.ts'
import { manyRefs, oneRef } from './refs.ts'
import {
  createRelease,
  getAsset,
  getRelease,
  listAssets,
  listReleases,
  updateRelease,
  uploadAsset,
} from './releases.ts'
import { getTeam } from './teams.ts'

/** What the emulator is corrected in, by operation; the others pass through. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  'checks/create': createCheckRun,
  'checks/get': getCheckRun,
  'checks/list-annotations': listAnnotations,
  'checks/list-for-ref': listCheckRuns,
  'checks/update': updateCheckRun,
  'git/create-ref': createRef,
  'git/create-tree': createTree,
  'git/get-ref': oneRef,
  'git/get-tree': getTree,
  'git/list-matching-refs': manyRefs,
  'git/update-ref': updateRef,
  'issues/create-comment': writeComment,
  'issues/update-comment': writeComment,
  'pulls/list-commits': listCommits,
  'repos/create-deployment': createDeployment,
  'repos/create-deployment-status': createDeploymentStatus,
  'repos/create-release': createRelease,
  'repos/get-commit': getCommit,
  'repos/get-content': getContent,
  'repos/get-release': getRelease,
  'repos/get-release-asset': getAsset,
  'repos/list-deployment-statuses': listDeploymentStatuses,
  'repos/list-deployments': listDeployments,
  'repos/list-pull-requests-associated-with-commit': listPullsOfCommit,
  'repos/list-release-assets': listAssets,
  'repos/list-releases': listReleases,
  'repos/update-release': updateRelease,
  'repos/upload-release-asset': uploadAsset,
  'teams/get-by-name': getTeam,
}
