import type { CliFlag } from './cli-command.ts'

/** Flags of every command that ends in a verdict. */
export const COMMON_FLAGS: readonly CliFlag[] = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  {
    name: 'out',
    kind: 'value',
    description: 'Folder for evidence and certificates. Default: .proofmark beside the settings',
  },
  { name: 'json', kind: 'switch', description: 'Print the evidence as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the verdict only' },
]
