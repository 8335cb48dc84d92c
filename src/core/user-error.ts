/** Who can mend it: `input` the author of settings or data (exit 3), `environment` the network, a permission, the disk (exit 4). */
export type ErrorKind = 'input' | 'environment'

/** Dotted kebab-case, room first: `settings.unknown-key`, `table.ragged-row`, `github.permission`. */
export type ErrorCode = `${string}.${string}`

export interface ErrorDetails {
  /** What to do next, one sentence. */
  readonly hint?: string
  /** Where it is, relative to the settings' folder. */
  readonly file?: string
  /** 1-based line in `file`. */
  readonly line?: number
  readonly kind?: ErrorKind
  readonly cause?: unknown
}

/** What the reader can mend. Everything else that is thrown is our bug. */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly kind: ErrorKind
  readonly hint: string | undefined
  readonly file: string | undefined
  readonly line: number | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'UserError'
    this.code = code
    this.kind = details.kind ?? 'input'
    this.hint = details.hint
    this.file = details.file
    this.line = details.line
  }
}
