import type { ScanLimits } from '../core/security/limits.ts'
import type { Settings } from '../core/settings/schema.ts'

/** What one file may take, by the settings. */
export const scanLimits = ({ security }: Settings): ScanLimits => ({
  seconds: security['max-seconds'],
  memory: security['max-memory'],
  depth: security['max-depth'],
  ratio: security['max-ratio'],
})
