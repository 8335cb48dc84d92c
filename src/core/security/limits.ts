/** What can end the scan of a file before it is whole. */
export const LIMITS = ['time', 'memory', 'crash', 'size', 'depth', 'ratio', 'change'] as const
export type Limit = (typeof LIMITS)[number]

/** How far untrusted content is followed. */
export interface Limits {
  /** Archives and compressed streams inside one another that are opened. */
  readonly depth: number
  /** How many times its own size a file may decompress to, beyond what is harmless at any ratio. */
  readonly ratio: number
}

/** What one file may take besides. */
export interface ScanLimits extends Limits {
  /** Of a small file; a large one has more, by its size. */
  readonly seconds: number
  /** Memory of the process that reads it, in MiB. */
  readonly memory: number
}

/** Also the defaults of the settings. */
export const USUAL_LIMITS: ScanLimits = { depth: 4, ratio: 100, seconds: 60, memory: 2048 }
