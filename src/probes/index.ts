import { lakefs } from './lakefs.ts'
import { mlflow } from './mlflow.ts'
import type { ProbeKind } from './probe-kind.ts'

/** Every kind of probe; each is loaded where the settings or the environment configure what it asks. */
export const PROBES: readonly ProbeKind[] = [lakefs, mlflow]
