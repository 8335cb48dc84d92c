import { importReport, isSarif } from './import-report.ts'
import { type InspectedWorkflow, inspectWorkflow, isWorkflow, unreadWorkflow } from './inspect-workflow.ts'

/** What a file says about workflows: one itself, or a linter's report on some. Undefined for every other file; without `text` it was too long or no text. */
export function inspectWorkflowFile(path: string, text: string | undefined): InspectedWorkflow | undefined {
  if (!isWorkflow(path) && !isSarif(path)) return undefined
  if (text === undefined) return unreadWorkflow(path)
  return isWorkflow(path) ? inspectWorkflow(path, text) : importReport(path, text)
}
