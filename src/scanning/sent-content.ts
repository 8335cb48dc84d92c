import type { ScannedContent } from '../core/security/scan-content.ts'
import { UserError } from '../core/user-error.ts'

type Fault = Pick<UserError, 'code' | 'message' | 'kind' | 'hint' | 'file' | 'line'>

/** What was scanned, as it goes from process to process: errors lose their kind on the way. */
export interface SentContent {
  readonly content: Omit<ScannedContent, 'dependencies'>
  readonly dependencies?: Exclude<ScannedContent['dependencies'], undefined | { fault: UserError }>
  readonly fault?: { readonly path: string; readonly fault: Fault }
}

export function packContent({ dependencies, ...content }: ScannedContent): SentContent {
  if (dependencies === undefined) return { content }
  if (!('fault' in dependencies)) return { content, dependencies }
  const { code, message, kind, hint, file, line } = dependencies.fault
  return { content, fault: { path: dependencies.path, fault: { code, message, kind, hint, file, line } } }
}

export function unpackContent({ content, dependencies, fault }: SentContent): ScannedContent {
  if (dependencies) return { ...content, dependencies }
  if (!fault) return content
  const { code, message, kind, hint, file, line } = fault.fault
  const details = { kind, ...(hint !== undefined && { hint }), ...(file !== undefined && { file }) }
  const error = new UserError(code, message, { ...details, ...(line !== undefined && { line }) })
  return { ...content, dependencies: { path: fault.path, fault: error } }
}
