import { cpSync, mkdirSync } from 'node:fs'
import { join, matchesGlob, resolve } from 'node:path'
import { type BuiltIn, failed } from './built-in.ts'

/** actions/download-artifact v4 and later: another run's artifacts need its id, a token and `actions: read`. */
export const downloadArtifact: BuiltIn = {
  inputs: ['name', 'pattern', 'path', 'merge-multiple', 'run-id', 'github-token', 'repository'],
  run(inputs, { workspace, runId, artifacts, permissions, isPublic }) {
    // Without a token the action asks its own run's service, whatever `run-id` says.
    const other = inputs['github-token'] ? inputs['run-id'] : undefined
    if (other && !isPublic && (permissions.actions ?? 'none') === 'none') {
      return failed(
        "Unable to download artifact(s): Resource not accessible by integration (the job lacks 'actions: read')",
      )
    }
    const run = Number(other || runId)
    const { name, pattern } = inputs
    const wanted = artifacts.names(run).filter(one => (name ? one === name : !pattern || matchesGlob(one, pattern)))
    if (name && wanted.length === 0) {
      return failed(`Unable to download artifact(s): Artifact not found for name: ${name}`)
    }
    const target = resolve(workspace, inputs.path ?? '')
    mkdirSync(target, { recursive: true })
    for (const one of wanted) {
      const flat = Boolean(name) || inputs['merge-multiple'] === 'true'
      cpSync(artifacts.folder(run, one), flat ? target : join(target, one), { recursive: true })
    }
    return { log: `Downloaded ${wanted.join(', ')}\n`, outputs: { 'download-path': target } }
  },
}
