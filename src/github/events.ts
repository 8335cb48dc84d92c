import { z } from 'zod'

/** What we read of an event's payload; GitHub sends far more. */
const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)
const repository = z.object({ full_name: z.string() })

export const PullRequestEvent = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    /** `repo` is null once the fork is deleted. */
    head: z.object({ sha, repo: repository.nullable() }),
    base: z.object({ sha, repo: repository }),
  }),
})

export const MergeGroupEvent = z.object({ merge_group: z.object({ head_sha: sha, base_sha: sha }) })

export const WorkflowRunEvent = z.object({
  workflow_run: z.object({
    id: z.int().positive(),
    head_sha: sha,
    head_branch: z.string().nullable(),
    head_repository: z.object({ owner: z.object({ login: z.string() }) }).nullable(),
    /** Empty for a run of a fork's pull request. */
    pull_requests: z.array(z.object({ number: z.int().positive(), head: z.object({ sha }), base: z.object({ sha }) })),
  }),
})
