/** Permissions of a workflow's job; `members` is of an organisation, and only an app or a person has it. */
export type Permissions = Partial<Record<Scope, 'read' | 'write' | 'none'>>
type Scope =
  | 'actions'
  | 'attestations'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'id-token'
  | 'issues'
  | 'members'
  | 'pages'
  | 'pull-requests'
  | 'statuses'

type Need = readonly [Scope, 'read' | 'write']

/** What each operation needs, one of the alternatives (docs.github.com, "Permissions required for GitHub Apps"). */
const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  'checks/create': [['checks', 'write']],
  'checks/get': [['checks', 'read']],
  'checks/list-annotations': [['checks', 'read']],
  'checks/list-for-ref': [['checks', 'read']],
  'checks/update': [['checks', 'write']],
  'git/create-blob': [['contents', 'write']],
  'git/create-commit': [['contents', 'write']],
  'git/create-ref': [['contents', 'write']],
  'git/create-tag': [['contents', 'write']],
  'git/create-tree': [['contents', 'write']],
  'git/delete-ref': [['contents', 'write']],
  'git/get-blob': [['contents', 'read']],
  'git/get-commit': [['contents', 'read']],
  'git/get-ref': [['contents', 'read']],
  'git/get-tag': [['contents', 'read']],
  'git/get-tree': [['contents', 'read']],
  'git/list-matching-refs': [['contents', 'read']],
  'git/update-ref': [['contents', 'write']],
  'graphql/createCommitOnBranch': [['contents', 'write']],
  'graphql/repository': [['contents', 'read']],
  'issues/create': [['issues', 'write']],
  'issues/create-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'issues/delete-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'issues/list-comments': [
    ['issues', 'read'],
    ['pull-requests', 'read'],
  ],
  'issues/list-for-repo': [['issues', 'read']],
  'issues/update': [['issues', 'write']],
  'issues/update-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'pulls/get': [['pull-requests', 'read']],
  'pulls/list': [['pull-requests', 'read']],
  'pulls/list-commits': [['pull-requests', 'read']],
  'pulls/list-reviews': [['pull-requests', 'read']],
  'repos/create-deployment': [['deployments', 'write']],
  'repos/create-deployment-status': [['deployments', 'write']],
  'repos/create-release': [['contents', 'write']],
  'repos/delete-release': [['contents', 'write']],
  'repos/delete-release-asset': [['contents', 'write']],
  'repos/get-commit': [['contents', 'read']],
  'repos/get-content': [['contents', 'read']],
  'repos/get-release': [['contents', 'read']],
  'repos/get-release-asset': [['contents', 'read']],
  'repos/list-deployment-statuses': [['deployments', 'read']],
  'repos/list-deployments': [['deployments', 'read']],
  'repos/list-pull-requests-associated-with-commit': [['pull-requests', 'read']],
  'repos/list-release-assets': [['contents', 'read']],
  'repos/list-releases': [['contents', 'read']],
  'repos/update-release': [['contents', 'write']],
  'repos/upload-release-asset': [['contents', 'write']],
  'teams/get-by-name': [['members', 'read']],
  'teams/get-membership-for-user-in-org': [['members', 'read']],
}

const RANK = { none: 0, read: 1, write: 2 }

/** The alternatives that the permissions lack, or undefined where one is held. Anyone may read a public repository. */
export function missing(operation: string, held: Permissions, isPublic: boolean): readonly Need[] | undefined {
  const needs = NEEDS[operation]
  if (needs === undefined)
    throw new Error(`Expected ${operation} to have its permissions in test/harness/github/permissions.ts`)
  const satisfied = needs.some(
    ([scope, level]) => RANK[held[scope] ?? 'none'] >= RANK[level] || (isPublic && level === 'read'),
  )
  return satisfied ? undefined : needs
}

/** As the header `x-accepted-github-permissions` has it: `issues=write; pull_requests=write`. */
export const accepted = (needs: readonly Need[]): string =>
  needs.map(([scope, level]) => `${scope.replace('-', '_')}=${level}`).join('; ')
