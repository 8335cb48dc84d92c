import type { ScanLimits } from '../core/security/limits.ts'
import type { SentContent } from './sent-content.ts'

/** A file to scan, or the answer to `sizeBeside`. */
export type ToScanner =
  | { readonly path: string; readonly absolute: string; readonly limits: ScanLimits }
  | { readonly size: number | undefined }

export type FromScanner =
  /** It has started. */
  | 'ready'
  /** How many bytes has the file that a model names by this path from its own folder? */
  | { readonly sizeBeside: string }
  | { readonly scanned: SentContent; readonly sha256: string | undefined; readonly changed: boolean }
  /** The reading threw: an error of ours, or one of the machine. */
  | { readonly threw: string }
