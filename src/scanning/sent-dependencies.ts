import type { DependencyFile } from '../core/security/dependencies/dependency-file.ts'
import type { UserError } from '../core/user-error.ts'
import { packFault, type SentFault, unpackFault } from './sent-fault.ts'

/** What a file says about dependencies, as it goes from process to process. */
export type SentDependencies =
  | Exclude<DependencyFile, { fault: UserError }>
  | { readonly path: string; readonly sentFault: SentFault }

export const packDependencies = (file: DependencyFile): SentDependencies =>
  'fault' in file ? { path: file.path, sentFault: packFault(file.fault) } : file

export const unpackDependencies = (sent: SentDependencies): DependencyFile =>
  'sentFault' in sent ? { path: sent.path, fault: unpackFault(sent.sentFault) } : sent
