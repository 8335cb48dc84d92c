/** How much an engine may be asked to do. */
export interface EngineLimits {
  /** Seconds that one statement may take. */
  readonly seconds: number
  /** Bytes that one answer may have. */
  readonly bytes: number
  /** Memory of an embedded engine, as DuckDB writes it. */
  readonly memory: string
}

export const USUAL_ENGINE: EngineLimits = { seconds: 900, bytes: 64_000_000, memory: '4GB' }
