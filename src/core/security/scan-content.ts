import type { Check } from '../evidence.ts'
import { decodeStrictly } from './bytes.ts'
import type { Source } from './content/source.ts'
import { wholeOf } from './content/whole-of.ts'
import { type DependencyFile, readDependencyFile, unreadDependencyFile } from './dependencies/dependency-file.ts'
import type { InspectedFile, InspectionContext } from './format.ts'
import { inspectFile } from './inspect-file.ts'
import type { FoundSecret } from './result.ts'
import type { SecretFinding } from './secret-finding.ts'
import { secretsCheck, unsearchedCheck } from './secrets-check.ts'
import { inspectWorkflowFile } from './workflows/inspect-workflow-file.ts'
import type { ScannedWorkflow } from './workflows/result.ts'

/** Longest text that is searched for credentials, in bytes. */
const MAX_TEXT = 5 * 1024 * 1024
/** Longest lock file or report on dependencies that is read, in bytes. */
const MAX_DEPENDENCIES = 32 * 1024 * 1024

/** What a scan of a file may ask of the outside. */
export interface ScanContext extends InspectionContext {
  /** Looks for credentials in text; never returns one. */
  findSecrets(path: string, text: string): Promise<readonly SecretFinding[]>
}

/** Everything that the content of one file says: plain values, but for faults. */
export interface ScannedContent {
  readonly inspected: InspectedFile
  /** What else was found, of a file that is text. */
  readonly checks: readonly Check[]
  readonly secrets: readonly FoundSecret[]
  /** Whether it was searched for credentials. */
  readonly searched: boolean
  readonly workflow?: ScannedWorkflow
  readonly dependencies?: DependencyFile
}

/** Reads one file for all that a scan asks of it. The path names it in messages, and says of text what it is. */
export async function scanContent(path: string, source: Source, context: ScanContext): Promise<ScannedContent> {
  const inspected = await inspectFile(source, context)
  const isText = inspected.format.split('+').includes('text')
  const searched = isText ? await scanText(path, source, context) : { checks: [], secrets: [], searched: false }
  const dependencies = source.size > 0 ? dependenciesIn(path, isText ? source : undefined) : undefined
  return { inspected, ...searched, ...(dependencies && { dependencies }) }
}

/** What a file says about dependencies; one that should, by its name, and is no text of a fit length, is a fault. */
function dependenciesIn(path: string, source: Source | undefined): DependencyFile | undefined {
  const text = source && source.size <= MAX_DEPENDENCIES ? decodeStrictly(wholeOf(source)) : undefined
  return text === undefined ? unreadDependencyFile(path, MAX_DEPENDENCIES) : readDependencyFile(path, text)
}

async function scanText(path: string, source: Source, { findSecrets }: ScanContext) {
  const text = source.size > MAX_TEXT ? undefined : decodeStrictly(wholeOf(source))
  const read = inspectWorkflowFile(path, text?.replace(/^\uFEFF/, ''))
  const workflow = read?.workflow && { workflow: read.workflow }
  const checks = [...(read?.checks ?? [])]
  if (text === undefined)
    return {
      checks: [...checks, unsearchedCheck(path, source.size, MAX_TEXT)],
      secrets: [],
      searched: false,
      ...workflow,
    }
  const found = await findSecrets(path, text)
  const secrets = found.map(({ line, rule, fingerprint }) => ({ path, line, rule, fingerprint }))
  if (found.length > 0) checks.push(secretsCheck(path, found))
  return { checks, secrets, searched: true, ...workflow }
}
