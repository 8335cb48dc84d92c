import { UserError } from '../core/user-error.ts'

/** An error as it goes from process to process: it would lose its kind on the way. */
export type SentFault = Pick<UserError, 'code' | 'message' | 'kind' | 'hint' | 'file' | 'line'>

export const packFault = ({ code, message, kind, hint, file, line }: UserError): SentFault => ({
  code,
  message,
  kind,
  hint,
  file,
  line,
})

export function unpackFault({ code, message, kind, hint, file, line }: SentFault): UserError {
  const details = { kind, ...(hint !== undefined && { hint }), ...(file !== undefined && { file }) }
  return new UserError(code, message, { ...details, ...(line !== undefined && { line }) })
}
