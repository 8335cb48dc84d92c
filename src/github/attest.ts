import { UserError } from '../core/user-error.ts'
import type { Connection } from './connection.ts'
import { failureOf } from './failure.ts'

const TASK = {
  doing: "put the certificate in GitHub's attestation store",
  permission: 'attestations: write',
} as const

/**
 * Puts a bundle in the repository's attestation store, for `gh attestation verify` and admission controllers; returns its number
 * there. The store is a copy for others to find: it can be emptied by whoever administers the repository.
 */
export async function attest(connection: Connection, bundle: string): Promise<number> {
  const { owner, repo } = connection
  return connection.attempt(TASK, async octokit => {
    try {
      const { data } = await octokit.rest.repos.createAttestation({ owner, repo, bundle: JSON.parse(bundle) })
      return data.id ?? 0
    } catch (error) {
      const failure = failureOf(error)
      if (failure?.kind === 'refused' && (failure.status === 403 || failure.status === 404)) throw notThere(failure)
      throw error
    }
  })
}

/** GitHub answers the same where the permission is missing and where the plan has no such store. */
const notThere = ({ status, reason }: { readonly status: number; readonly reason: string }) =>
  new UserError(
    'github.attestations',
    `Expected GitHub's attestation store for the certificate but GitHub answered ${status} (${reason})`,
    {
      kind: 'environment',
      hint: 'Private and internal repositories have it with Enterprise Cloud, GitHub Enterprise Server not at all: leave `record.attestations` out there. Elsewhere add `attestations: write` to the job’s permissions',
    },
  )
