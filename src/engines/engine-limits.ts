/** How much an engine may be asked to do. */
export interface EngineLimits {
  /** Seconds that one statement may take. */
  readonly seconds: number
  /** Bytes that one answer may have. */
  readonly bytes: number
  /** Bytes that a statement may read from storage, where the engine can hold it to that. */
  readonly scannedBytes?: number
  /** Memory of an embedded engine, as DuckDB writes it. */
  readonly memory: string
}

export const USUAL_ENGINE: EngineLimits = { seconds: 900, bytes: 64_000_000, memory: '4GB' }
