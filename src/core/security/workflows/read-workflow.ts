import { readYaml } from '../../documents/read-yaml.ts'
import { validate } from '../../documents/validate.ts'
import { yamlSize } from '../../documents/yaml-size.ts'
import { UserError } from '../../user-error.ts'
import type { PlacedJob, Workflow } from './workflow.ts'
import { type Job, WorkflowFile } from './workflow-file.ts'

/** Characters of a workflow: more than the longest that programs write. */
const MAX_LENGTH = 512 * 1024
/** What a parser may be asked to do: it needs quadratic time and more, or stack, for each of them. */
const MAX_NESTING = 100
const MAX_ENTRIES = 10_000
const MAX_MARKED = 20

/** A workflow file as the rules see it. Throws a `UserError` for what is none. */
export function readWorkflow(path: string, text: string): Workflow {
  if (text.length > MAX_LENGTH) throw refused(path, `at most ${MAX_LENGTH} characters but found ${text.length}`)
  const size = yamlSize(text)
  if (size.nesting > MAX_NESTING) throw refused(path, `nesting of at most ${MAX_NESTING} but found ${size.nesting}`)
  if (size.entries > MAX_ENTRIES) throw refused(path, `at most ${MAX_ENTRIES} entries but found ${size.entries}`)
  if (size.markedKeys > MAX_MARKED)
    throw refused(path, `at most ${MAX_MARKED} keys marked with ? but found ${size.markedKeys}`)
  const document = readYaml(path, text)
  const file = validate(WorkflowFile, document, 'workflow.invalid')
  const lines = text.split('\n')
  return {
    path,
    name: file.name ?? '',
    triggers: typeof file.on === 'string' ? [file.on] : Array.isArray(file.on) ? file.on : Object.keys(file.on),
    permissions: file.permissions,
    env: file.env,
    jobs: Object.entries(file.jobs).map(([id, job]) => placed(id, job)),
    lineOf(at, sought) {
      const line = document.place(at).line ?? 1
      const found = sought === undefined ? -1 : lines.findIndex((each, i) => i >= line - 1 && each.includes(sought))
      return found === -1 ? line : found + 1
    },
  }
}

function placed(id: string, { steps = [], needs = [], ...job }: Job): PlacedJob {
  const at = ['jobs', id]
  return {
    ...job,
    id,
    at,
    needs: typeof needs === 'string' ? [needs] : needs,
    steps: steps.map((step, i) => ({ ...step, at: [...at, 'steps', i] })),
  }
}

const refused = (path: string, why: string) =>
  new UserError('workflow.bounds', `Expected ${path} to be a workflow with ${why}`, {
    file: path,
    hint: 'Split it, or keep it out of the scanned paths',
  })
