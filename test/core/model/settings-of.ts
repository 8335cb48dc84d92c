import { readSettings } from '../../../src/core/settings/read-settings.ts'

/** Settings as proofmark.yml gives them. */
export const settingsOf = (text: string) =>
  readSettings({
    command: 'model-certify',
    file: { name: 'proofmark.yml', text },
    inputs: new Map(),
    nameInput: input => input.name,
    rebase: path => path,
  })
