import type { Octokit } from 'octokit'
import { z } from 'zod'
import type { BranchChange } from '../../ports/log-branch.ts'
import type { Connection } from '../connection.ts'
import { failureOf } from '../failure.ts'
import { askGraphql, complaintOf } from './ask-graphql.ts'

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`
const Answer = z.object({ createCommitOnBranch: z.object({ commit: z.object({ oid: z.string() }) }) })

/** Moves a branch from one commit to a new one in one request, which GitHub carries out only if it still points there, and signs. */
export async function commitByGraphql(
  octokit: Octokit,
  { owner, repo, second }: Connection,
  branch: string,
  parent: string,
  { message, additions, deletions }: BranchChange,
): Promise<{ commit: string } | 'conflict' | 'lost'> {
  const [headline = '', ...rest] = message.split('\n')
  const body = rest.join('\n').trim()
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
    expectedHeadOid: parent,
    message: { headline, ...(body === '' ? {} : { body }) },
    fileChanges: {
      additions: additions.map(({ path, content }) => ({ path, contents: Buffer.from(content).toString('base64') })),
      deletions: deletions.map(path => ({ path })),
    },
  }
  try {
    const answer = await askGraphql(octokit, second, MUTATION, { input }, { repeat: false })
    return { commit: Answer.parse(answer).createCommitOnBranch.commit.oid }
  } catch (error) {
    if (failureOf(error)?.kind === 'lost') return 'lost'
    if (isStale(error)) return 'conflict'
    throw error
  }
}

const isStale = (error: unknown) =>
  error instanceof Error &&
  (/^STALE_/.test(complaintOf(error) ?? '') ||
    /expected branch to point to|is at \w+ but expected/i.test(error.message))
