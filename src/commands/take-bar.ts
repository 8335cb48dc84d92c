import type { Check } from '../core/evidence.ts'
import { findingWaivers } from '../core/record/policy/policy-waivers.ts'
import { waiverChanges } from '../core/security/waivers/waiver-changes.ts'
import { readSettings } from '../core/settings/read-settings.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { BaseRepository } from '../ports.ts'
import { comparedAsBase, comparingChanges } from './comparing.ts'
import { judgedAsBase, judgingChanges } from './judging.ts'
import type { OpenedPolicy } from './open-policy.ts'
import { policyChecks } from './policy-checks.ts'
import { scannedAsBase, scanningChanges } from './scanning.ts'
import { tellingAsBase, tellingChanges } from './telling.ts'
import { validatedAsBase, validatingChanges } from './validating.ts'

export interface Bar {
  readonly settings: Settings
  /** What the pull request would change about the bar once merged: for model-certify to show, and for the record. */
  readonly claimChanges: readonly Check[]
  readonly policyChanges: readonly Check[]
  /** Where the policy was read, where that is not the settings. */
  readonly policyAt?: Pick<OpenedPolicy, 'uri' | 'commit'>
  /** The same of the waivers and of how files are scanned, for security-scan to show. */
  readonly securityChanges: readonly Check[]
  /** The same of what data and drift are judged by, for data-validate and drift-compare to show. */
  readonly dataChanges: readonly Check[]
  readonly driftChanges: readonly Check[]
}

/** Where nothing is to be merged the bar is what the settings say. */
export const ownBar = (settings: Settings): Bar => ({
  settings,
  claimChanges: [],
  policyChanges: [],
  securityChanges: [],
  dataChanges: [],
  driftChanges: [],
})

/**
 * In a pull request, and in a merge queue, the bar is the base branch's: `policy`, `certify.claims` and what the claims are decided by, the
 * thresholds of drift and of other tools' results, what a scan asks, and where the record is kept and from whom, are taken from there, and a
 * change to them is listed and takes effect after the merge. What belongs to the model and its files may come with the pull request, and is
 * listed. A base branch without the file leaves the pull request's own, and says so.
 */
export async function takeBar(head: Settings, path: string, target: BaseRepository): Promise<Bar> {
  const text = await target.readBase(path)
  if (text === undefined) {
    const changes = [introduced(path)]
    return {
      settings: head,
      claimChanges: changes,
      policyChanges: changes,
      securityChanges: head.policy.waivers ? changes : [],
      dataChanges: [],
      driftChanges: [],
    }
  }
  const base = readBaseSettings(path, text)
  return {
    settings: {
      ...head,
      policy: base.policy,
      certify: judgedAsBase(head.certify, base.certify),
      data: validatedAsBase(head.data, base.data),
      drift: comparedAsBase(head.drift, base.drift),
      security: scannedAsBase(head.security, base.security),
      connections: tellingAsBase(head.connections, base.connections),
      record: { ...head.record, log: base.record.log, encrypt: base.record.encrypt },
    },
    claimChanges: [
      ...difference('claims', 'The claims', base.certify.claims, head.certify.claims, path),
      ...judgingChanges(base.certify, head.certify, path),
    ],
    policyChanges: [
      ...policyChecks(base.policy, head.policy, path),
      ...difference('record.log', 'The log', base.record.log, head.record.log, path),
      ...tellingChanges(base.connections, head.connections, path),
      ...difference('record.encrypt', 'What is encrypted', base.record.encrypt, head.record.encrypt, path),
    ],
    securityChanges: [
      ...waiverChanges(findingWaivers(base.policy), findingWaivers(head.policy), path),
      ...scanningChanges(base.security, head.security, path),
    ],
    dataChanges: [
      ...validatingChanges(base.data, head.data, path),
      ...difference('hooks', 'The hooks known of lakeFS', hooksOf(base), hooksOf(head), path),
    ],
    driftChanges: comparingChanges(base.drift, head.drift, path),
  }
}

const hooksOf = ({ connections }: Settings) => connections.lakefs?.hooks ?? []

function readBaseSettings(path: string, text: string): Settings {
  try {
    return readSettings({
      command: 'gate',
      file: { name: path, text },
      inputs: new Map(),
      nameInput: input => input.name,
      rebase: name => name,
    })
  } catch (cause) {
    const why = cause instanceof UserError ? cause.message : String(cause)
    throw new UserError(
      'policy.base-unreadable',
      `The bar is the base branch's, and ${path} there cannot be read: ${why}`,
      {
        hint: 'Mend the file on the base branch first',
        cause,
      },
    )
  }
}

function difference(id: string, title: string, base: unknown, head: unknown, path: string): Check[] {
  if (JSON.stringify(base) === JSON.stringify(head)) return []
  return [
    {
      id: `${id}.changed`,
      title: `${title} would change`,
      status: 'warn',
      reason: `This pull request changes ${id} from ${JSON.stringify(base ?? null)} to ${JSON.stringify(head ?? null)}; this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: have the owner of the policy review it',
      locations: [{ file: path }],
    },
  ]
}

const introduced = (path: string): Check => ({
  id: 'policy.introduced',
  title: 'The policy is new',
  status: 'warn',
  reason: `The base branch has no ${path}, so this run was decided by the pull request's own`,
  hint: 'Merge the settings first, then certify against them',
  locations: [{ file: path }],
})
