import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { convertActionTemplate, NoOperationTraceWriter, parseAction } from '../actions-language.ts'
import { type Contexts, textOf } from './expressions.ts'

/** A JavaScript action as its action.yml declares it. */
export interface Manifest {
  /** File that the runner starts. */
  readonly main: string
  readonly inputs: ReadonlyMap<string, { readonly default: (contexts: Contexts) => string }>
  readonly outputs: ReadonlySet<string>
}

/** Reads a folder's action.yml with GitHub's own parser; throws for anything the parser objects to. */
export function readManifest(folder: string): Manifest {
  const name = join(folder, 'action.yml')
  const { context, value } = parseAction({ name, content: readFileSync(name, 'utf8') }, new NoOperationTraceWriter())
  const action = value === undefined ? undefined : convertActionTemplate(context, value)
  const errors = context.errors.getErrors()
  if (action === undefined || errors.length > 0) {
    throw new Error(`Expected ${name} to be an action but found: ${errors.map(({ message }) => message).join('; ')}`)
  }
  const { runs } = action
  if (runs.using !== 'node24') throw new Error(`Expected ${name} to run on node24 but found '${runs.using}'`)
  if (runs.pre !== undefined || runs.post !== undefined) throw new Error(`${name}: 'pre' and 'post' are not emulated`)
  return {
    main: resolve(folder, runs.main),
    inputs: new Map(
      (action.inputs ?? []).map(({ id, default: token }) => [
        id,
        { default: contexts => (token === undefined ? '' : textOf(token, contexts)) },
      ]),
    ),
    outputs: new Set((action.outputs ?? []).map(({ id }) => id)),
  }
}
