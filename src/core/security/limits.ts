/** What can end an inspection before it is whole. */
export const LIMITS = ['time', 'memory', 'crash', 'size', 'depth', 'ratio'] as const
export type Limit = (typeof LIMITS)[number]

/** How far untrusted content is followed. */
export interface Limits {
  /** Archives and compressed streams inside one another that are opened. */
  readonly depth: number
  /** How many times its own size a file may decompress to, beyond what is harmless at any ratio. */
  readonly ratio: number
}

/** Also the defaults of the settings. */
export const USUAL_LIMITS: Limits = { depth: 4, ratio: 100 }
