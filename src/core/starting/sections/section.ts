import type { Found } from '../found.ts'
import { yamlComment } from '../yaml-scalar.ts'

/** What the settings need to know beyond what was found. */
export interface SettingsFacts {
  /** Name of the model in the certificate. */
  readonly name: string
  /** Path of the contract of the data. */
  readonly contract: string
}

/** A section of proofmark.yml as lines: live where material for it was found, else commented out. */
export type Section = (found: Found, facts: SettingsFacts) => string[]

/** A section to fill in, commented out, below what it is for. */
export const example = (about: string, yaml: string): string[] => [
  ...yamlComment(about),
  ...yaml
    .trim()
    .split('\n')
    .map(line => `# ${line}`),
]
