import { schemaAt } from '../core/documents/validate.ts'
import type { Input } from '../core/settings/inputs.ts'
import { Settings } from '../core/settings/schema.ts'
import type { CliFlag } from './cli-command.ts'

/** The flag that gives an input. */
export function inputFlag(input: Input): CliFlag {
  const path = input.setting.split('.')
  const isList = schemaAt(Settings, path)?.def.type === 'array'
  return {
    name: input.flag ?? input.name,
    kind: isList ? 'list' : 'value',
    description: schemaAt(Settings, path)?.meta()?.description ?? '',
  }
}
