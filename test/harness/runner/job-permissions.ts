import type { Event } from '../events.ts'
import type { Permissions } from '../github.ts'

/** What a new repository gives a job that declares nothing. */
const DEFAULT: Permissions = { contents: 'read' }

const SCOPES = [
  'actions',
  'checks',
  'contents',
  'deployments',
  'id-token',
  'issues',
  'pages',
  'pull-requests',
  'statuses',
] as const

/** Permissions of a job's token: those it declares, else its workflow's; a fork's pull request gets no more than read. */
export function jobPermissions(workflow: unknown, job: unknown, event: Event): Permissions {
  const declared = job ?? workflow
  const given = declared === undefined ? DEFAULT : read(declared)
  if (!isFork(event)) return given
  return Object.fromEntries(Object.entries(given).map(([scope, level]) => [scope, level === 'write' ? 'read' : level]))
}

function read(declared: unknown): Permissions {
  const everywhere = (level: 'read' | 'write') => Object.fromEntries(SCOPES.map(scope => [scope, level]))
  if (declared === 'read-all') return everywhere('read')
  if (declared === 'write-all') return everywhere('write')
  const given = typeof declared === 'object' && declared !== null ? declared : {}
  return Object.fromEntries(Object.entries(given).filter(([scope]) => SCOPES.some(known => known === scope)))
}

/** Whether the event is a pull request from somebody else's repository. */
export function isFork({ name, payload }: Event): boolean {
  if (name !== 'pull_request' && name !== 'pull_request_review') return false
  const { pull_request: pull, repository }: EventJson = JSON.parse(JSON.stringify(payload))
  return pull?.head?.repo?.full_name !== repository?.full_name
}

interface EventJson {
  pull_request?: { head?: { repo?: { full_name?: string } | null } }
  repository?: { full_name?: string }
}
