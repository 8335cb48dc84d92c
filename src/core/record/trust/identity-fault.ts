import type { TrustedIdentity } from './trust.ts'
import type { WorkflowIdentity } from './workflow-identity.ts'

/**
 * What makes a signer another than the trusted one; undefined where it is that one. Every value is compared as a whole: a pattern
 * or a prefix would let `acme/models` pass for `acme/model`. Without numbers of repositories, the workflow must have run for its own:
 * whoever may call a reusable workflow can make it sign.
 */
export function identityFault(trusted: TrustedIdentity, found: WorkflowIdentity): string | undefined {
  const { issuer, server, workflow, ref, runner, 'repository-ids': ids } = trusted
  const subject = `${server.replace(/\/+$/, '')}/${workflow}@${ref}`
  if (found.subject !== subject) return differs('workflow', subject, found.subject)
  if (found.issuer !== issuer) return differs('issuer', issuer, found.issuer)
  if (found.buildSigner !== subject) return differs('build signer', subject, found.buildSigner)
  if (ids === undefined) {
    const own = subject.slice(0, subject.indexOf('/.github/workflows/'))
    if (found.repository !== own) return differs('repository', own, found.repository)
  } else if (found.repositoryId === undefined || !ids.includes(found.repositoryId))
    return differs('repository number', ids.join(' or '), found.repositoryId)
  if (runner !== undefined && found.runner !== runner) return differs('runner', runner, found.runner)
  return undefined
}

const differs = (what: string, expected: string, found: string | undefined) =>
  `Expected the ${what} ${expected} but found ${found ?? 'none'}`
