import type { Check } from '../evidence.ts'
import { decodeStrictly } from './bytes.ts'
import type { Source } from './content/source.ts'
import { wholeOf } from './content/whole-of.ts'
import type { FoundSecret } from './credentials/found-secret.ts'
import { hearTexts } from './credentials/heard-texts.ts'
import { type SearchContext, type SearchedFile, searchHeard, searchMetadata, searchText } from './credentials/search.ts'
import { type DependencyFile, readDependencyFile, unreadDependencyFile } from './dependencies/dependency-file.ts'
import type { InspectedFile, InspectionContext } from './format.ts'
import { inspectFile } from './inspect-file.ts'
import { inspectWorkflowFile } from './workflows/inspect-workflow-file.ts'
import type { ScannedWorkflow } from './workflows/result.ts'

/** Longest workflow that is read, in bytes. */
const MAX_TEXT = 5 * 1024 * 1024
/** Longest lock file or report on dependencies that is read, in bytes. */
const MAX_DEPENDENCIES = 32 * 1024 * 1024

/** What a scan of a file may ask of the outside. */
export interface ScanContext extends InspectionContext, SearchContext {}

/** Everything that the content of one file says: plain values, but for faults. */
export interface ScannedContent {
  readonly inspected: InspectedFile
  /** What else was found, of a file that is text. */
  readonly checks: readonly Check[]
  readonly secrets: readonly FoundSecret[]
  /** What of it was searched for credentials, if anything. */
  readonly searched?: 'texts' | 'models'
  readonly workflow?: ScannedWorkflow
  readonly dependencies?: DependencyFile
}

/** Reads one file for all that a scan asks of it. The path names it in messages, and says of text what it is. */
export async function scanContent(path: string, source: Source, context: ScanContext): Promise<ScannedContent> {
  const { hear, heard } = hearTexts()
  const inspected = await inspectFile(source, { ...context, name: path, hear })
  const isText = inspected.format.split('+').includes('text')
  const workflow = isText ? readWorkflow(path, source) : undefined
  const told = await (isText
    ? searchText(path, source, context)
    : searchMetadata(path, inspected.format, source, context))
  const { checks, ...searched } = joined(told, await searchHeard(path, heard(), context))
  const dependencies = source.size > 0 ? dependenciesIn(path, isText ? source : undefined) : undefined
  return {
    inspected,
    checks: [...(workflow?.checks ?? []), ...checks],
    ...searched,
    ...(workflow?.workflow && { workflow: workflow.workflow }),
    ...(dependencies && { dependencies }),
  }
}

/** What two searches of one file gave, each credential once. */
function joined(first: SearchedFile, second: SearchedFile): SearchedFile {
  const known = new Set(first.secrets.map(({ fingerprint }) => fingerprint))
  const searched = first.searched ?? second.searched
  return {
    checks: first.checks.length > 0 ? first.checks : second.checks,
    secrets: [...first.secrets, ...second.secrets.filter(({ fingerprint }) => !known.has(fingerprint))],
    ...(searched && { searched }),
  }
}

/** What a file says about dependencies; one that should, by its name, and is no text of a fit length, is a fault. */
function dependenciesIn(path: string, source: Source | undefined): DependencyFile | undefined {
  const text = source && source.size <= MAX_DEPENDENCIES ? decodeStrictly(wholeOf(source)) : undefined
  return text === undefined ? unreadDependencyFile(path, MAX_DEPENDENCIES) : readDependencyFile(path, text)
}

function readWorkflow(path: string, source: Source) {
  const text = source.size > MAX_TEXT ? undefined : decodeStrictly(wholeOf(source))
  return inspectWorkflowFile(path, text?.replace(/^\uFEFF/, ''))
}
