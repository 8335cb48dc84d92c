import { expect, onTestFinished } from 'vitest'
import { type ForgeOptions, githubForge } from '../../src/github/github-forge.ts'
import type { Forge } from '../../src/ports.ts'
import { type GitHub, type GitHubOptions, type PullRequest, startGitHub } from '../harness/github.ts'

/** A GitHub for one test, which afterwards must have seen nothing that GitHub's description forbids. */
export async function aGitHub(options?: GitHubOptions): Promise<GitHub> {
  const github = await startGitHub(options)
  onTestFinished(async () => {
    await github.close()
    expect(github.violations).toEqual([])
    expect(github.drift).toEqual([])
  })
  return github
}

/** The adapter for a pull request; its seconds pass in a millisecond. */
export const forgeFor = (
  { token, url, repository }: GitHub,
  { head, base, number }: Pick<PullRequest, 'head' | 'base' | 'number'>,
  options: Partial<ForgeOptions> = {},
): Forge => githubForge({ token, apiUrl: url, repository, head, base, pullRequest: number, second: 1, ...options })

/** How often an operation was asked for. */
export const times = ({ requests }: GitHub, operation: string): number =>
  requests.filter(request => request.operation === operation).length
