import type { Policy } from '../core/record/policy/policy.ts'
import { MAX_POLICY_BYTES, readPolicy } from '../core/record/policy/read-policy.ts'
import { UserError } from '../core/user-error.ts'
import type { BaseFiles, Ports } from '../ports.ts'

/** A policy, and where it was read, as a certificate states it. */
export interface OpenedPolicy {
  readonly policy: Policy
  readonly uri: string
  /** Commit it was read at, where that is known. */
  readonly commit?: string | undefined
}

/** Where a file of the policy's is read: here, or in a pull request as it stands on the base branch. */
export type PolicyFiles = Pick<BaseFiles, 'readText'>

/** Reads the policy from where `policy.from` says that it is kept; undefined where the settings themselves have it. */
export async function openPolicy(
  { from }: Pick<Policy, 'from'>,
  files: PolicyFiles,
  { forge }: Pick<Ports, 'forge'>,
): Promise<OpenedPolicy | undefined> {
  if (from === undefined) return undefined
  const { file, repository, path, ref } = from
  if (file !== undefined) {
    const text = await files.readText(file)
    if (text === undefined)
      throw new UserError(
        'policy.missing',
        `Expected the policy in ${file} on the base branch but found no such file`,
        {
          file,
          hint: 'Merge the file first: in a pull request the policy of the base branch counts',
        },
      )
    return { policy: readPolicy(file, text), uri: file }
  }
  if (repository === undefined || path === undefined || ref === undefined)
    throw new Error('The schema wants a file, or repository, path and ref')
  if (!forge)
    throw new UserError(
      'policy.no-github',
      `Expected a way to GitHub to read the policy from ${repository} (${path} at ${ref}) but found none`,
      { hint: 'Give a copy of it: --policy FILE', kind: 'environment' },
    )
  const found = await forge.readFile(repository, ref, path)
  return {
    policy: readPolicy(`${repository}/${path}`, found.text),
    uri: `git+${found.address}@${found.commit}#${path}`,
    commit: found.commit,
  }
}

/** The files of the settings' folder as they lie here. */
export const policyFilesHere = ({ files }: Pick<Ports, 'files'>): PolicyFiles => ({
  readText: path => files.readText(path, { maxBytes: MAX_POLICY_BYTES }),
})
