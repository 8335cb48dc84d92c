import { gateCommands } from '../../src/commands/gate-commands.ts'
import type { GateName } from '../../src/core/evidence.ts'
import type { Settings } from '../../src/core/settings/schema.ts'

/** Whether settings give a gate something to look at. */
export const isConfigured = (gate: GateName, settings: Settings): boolean =>
  gateCommands.some(listed => listed.gate === gate && listed.isConfigured(settings))
