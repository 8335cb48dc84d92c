import { contextsIn } from './expressions.ts'

/** Whose text it is: `stranger`, anybody who opens a pull request or an issue; `writer`, who can push or start a workflow. */
export type Author = 'stranger' | 'writer'

/** What GitHub makes itself, of characters that a shell reads as they are. */
const MADE_BY_GITHUB =
  /(?:\.(?:id|node_id|number|sha|head_sha|commit_id|merge_commit_sha|before|after|login|full_name|html_url|url|created_at|updated_at|merged|draft|private|fork|action|state|type|conclusion|status|run_number|run_attempt|author_association)|\.workflow_run\.event)$/
const OF_WRITERS =
  /^(?:inputs|github\.(?:ref|ref_name|event\.(?:inputs|client_payload|release|repository|organization|ref|base_ref|workflow|deployment|merge_group|pull_request\.base|workflow_run\.name))(?:$|\.))/
const OF_STRANGERS = /^github(?:$|\.\*|\.head_ref$|\.event(?:$|\.))/

/** Whose text this context is; undefined where it cannot carry a command. */
export function authorOf(context: string): Author | undefined {
  if (/^inputs(?:\.|$)/.test(context)) return 'writer'
  if (MADE_BY_GITHUB.test(context)) return undefined
  if (OF_WRITERS.test(context)) return 'writer'
  return OF_STRANGERS.test(context) ? 'stranger' : undefined
}

/** Whose text an expression can become, directly or by way of the variables `env` that are in force. */
export function authorsOf(expression: string, env: ReadonlyMap<string, Author>): Author | undefined {
  const authors = contextsIn(expression).map(context =>
    context.startsWith('env.') ? env.get(context.slice('env.'.length)) : authorOf(context),
  )
  return authors.includes('stranger') ? 'stranger' : authors.find(author => author !== undefined)
}
