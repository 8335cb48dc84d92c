import type { Settings } from '../core/settings/schema.ts'

/** What came of asking one thing of a connection. */
export interface Finding {
  /** What was asked: `credentials`, `may write`, `clock`. */
  readonly asked: string
  readonly status: 'ok' | 'warn' | 'fail'
  /** One sentence: what was found. */
  readonly found: string
  /** What to do; absent where nothing is to be done. */
  readonly remedy?: string | undefined
}

/** Asks one connection that is configured whether it works. It changes nothing there. */
export interface Probe {
  /** For messages: `MLflow http://localhost:5000`. */
  readonly name: string
  ask(): Promise<readonly Finding[]>
}

/** Those that the settings and the environment configure. */
export interface Probes {
  open(settings: Settings | undefined): Promise<readonly Probe[]>
}
