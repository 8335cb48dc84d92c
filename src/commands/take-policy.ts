import type { Check } from '../core/evidence.ts'
import type { Policy } from '../core/record/policy/policy.ts'
import { findingWaivers } from '../core/record/policy/policy-waivers.ts'
import { waiverChanges } from '../core/security/waivers/waiver-changes.ts'
import type { CommandName } from '../core/settings/inputs.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { baseFiles } from './base-files.ts'
import { type OpenedPolicy, openPolicy, policyFilesHere } from './open-policy.ts'
import { policyChecks } from './policy-checks.ts'
import type { Bar } from './take-bar.ts'

/** What is asked of whom, for the policy. */
export interface PolicyRequest {
  readonly command: CommandName
  /** The settings file seen from the repository's root. */
  readonly configPath: string | undefined
  /** A file that is the policy, in place of what the settings have. */
  readonly policy?: string | undefined
}

/** Commands that no policy has a part in: there is no need to fetch it for them. */
const WITHOUT: readonly CommandName[] = ['data-validate', 'model-certify', 'drift-compare']

/**
 * The bar with the policy itself in it, wherever that is kept. In a pull request a file of the policy's is the base branch's, and what
 * the pull request would change about it is listed.
 */
export async function takePolicy(bar: Bar, request: PolicyRequest, ports: Ports): Promise<Bar> {
  const { settings } = bar
  const from = request.policy === undefined ? settings.policy.from : { file: request.policy }
  if (from === undefined || WITHOUT.includes(request.command)) return bar
  const base = baseFiles(request.configPath, ports)
  const opened = await openPolicy({ from }, base ?? policyFilesHere(ports), ports)
  if (!opened) return bar
  const head = base && from.file !== undefined ? await readHere(from.file, ports) : undefined
  const changes = from.file === undefined ? [] : changesOf(opened.policy, head, from.file)
  return {
    ...bar,
    settings: { ...settings, policy: opened.policy },
    policyAt: { uri: opened.uri, commit: opened.commit },
    policyChanges: [...bar.policyChanges, ...changes],
    securityChanges: [
      ...bar.securityChanges,
      ...(head && 'policy' in head && from.file !== undefined
        ? waiverChanges(findingWaivers(opened.policy), findingWaivers(head.policy), from.file)
        : []),
    ],
  }
}

/** The file as the pull request has it, or why it would be none: that is to be listed, and stops nothing. */
async function readHere(file: string, ports: Ports): Promise<OpenedPolicy | { readonly broken: string }> {
  try {
    const opened = await openPolicy({ from: { file } }, policyFilesHere(ports), ports)
    return opened ?? { broken: 'there is none' }
  } catch (error) {
    if (!(error instanceof UserError) || error.kind !== 'input') throw error
    return { broken: error.message }
  }
}

function changesOf(base: Policy, head: OpenedPolicy | { readonly broken: string } | undefined, file: string): Check[] {
  if (!head) return []
  if ('policy' in head) return policyChecks(base, head.policy, file)
  return [
    {
      id: 'policy.broken',
      title: 'The policy would be unreadable',
      status: 'warn',
      reason: `This pull request leaves no policy that can be read in ${file}: ${head.broken}; this run was decided by the base branch's policy`,
      hint: 'Mend the file before the merge: nothing can be certified without it',
      locations: [{ file }],
    },
  ]
}
