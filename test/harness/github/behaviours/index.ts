import type { Behaviour } from '../world.ts'
import { createCheckRun, getCheckRun, listAnnotations, listCheckRuns, updateCheckRun } from './checks.ts'
import { writeComment } from './comments.ts'
import { getContent } from './contents.ts'
import { createRef, createTree, getTree, updateRef } from './git.ts'
import { createRelease, getRelease, listAssets, listReleases, updateRelease, uploadAsset } from './releases.ts'

/** What the emulator is corrected in, by operation; the others pass through. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  'checks/create': createCheckRun,
  'checks/get': getCheckRun,
  'checks/list-annotations': listAnnotations,
  'checks/list-for-ref': listCheckRuns,
  'checks/update': updateCheckRun,
  'git/create-ref': createRef,
  'git/create-tree': createTree,
  'git/get-tree': getTree,
  'git/update-ref': updateRef,
  'issues/create-comment': writeComment,
  'issues/update-comment': writeComment,
  'repos/get-content': getContent,
  'repos/create-release': createRelease,
  'repos/get-release': getRelease,
  'repos/list-release-assets': listAssets,
  'repos/list-releases': listReleases,
  'repos/update-release': updateRelease,
  'repos/upload-release-asset': uploadAsset,
}
