import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type BuiltIn, failed, type Surroundings } from './built-in.ts'

const NEVER = new Set(['.git', 'node_modules'])

/** actions/checkout v7: needs `contents: read`, and refuses a stranger's commit where secrets are at hand. */
export const checkout: BuiltIn = {
  inputs: [
    'ref',
    'path',
    'persist-credentials',
    'fetch-depth',
    'sparse-checkout',
    'token',
    'repository',
    'lfs',
    'allow-unsafe-pr-checkout',
  ],
  run(inputs, { workspace, event, permissions, isPublic, checkout: content }) {
    if (!isPublic && (permissions.contents ?? 'none') === 'none') {
      return failed("fatal: repository not found (the job lacks 'contents: read')")
    }
    if (inputs['allow-unsafe-pr-checkout'] !== 'true' && isStrangers(inputs.ref, event)) {
      return failed(`Refusing to check out a fork's commit on ${event.name}`)
    }
    const target = join(workspace, inputs.path ?? '')
    if (typeof content === 'string') {
      cpSync(content, target, { recursive: true, filter: source => !NEVER.has(basename(source)) })
    } else {
      for (const [path, text] of Object.entries(content)) {
        mkdirSync(dirname(join(target, path)), { recursive: true })
        writeFileSync(join(target, path), text)
      }
    }
    return { log: `Checked out ${inputs.ref ?? event.ref}\n`, outputs: { commit: event.sha, ref: event.ref } }
  },
}

function isStrangers(ref: string | undefined, { name, payload, sha, ref: own }: Surroundings['event']): boolean {
  if (ref === undefined || ref === '' || ref === sha || ref === own) return false
  return (name === 'workflow_run' || name === 'pull_request_target') && JSON.stringify(payload).includes(ref)
}
