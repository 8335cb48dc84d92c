import type { Job, Step } from './workflow-file.ts'

/** A step with its place: the path of its keys in the file. */
export interface PlacedStep extends Step {
  readonly at: readonly PropertyKey[]
}

/** A job with its name, its place and its steps; a job that calls a reusable workflow has none. */
export interface PlacedJob extends Omit<Job, 'steps' | 'needs'> {
  readonly id: string
  readonly at: readonly PropertyKey[]
  readonly needs: readonly string[]
  readonly steps: readonly PlacedStep[]
}

/** A workflow as the rules see it. */
export interface Workflow {
  readonly path: string
  readonly name: string
  /** Events that start it. */
  readonly triggers: readonly string[]
  readonly permissions: Job['permissions']
  readonly env: unknown
  readonly jobs: readonly PlacedJob[]
  /** Line (1-based) of the key at this path; with `text`, of the first line from there on that holds it. */
  lineOf(at: readonly PropertyKey[], text?: string): number
}
