import type { Input } from '../core/settings/inputs.ts'
import { UserError } from '../core/user-error.ts'
import type { ParsedFlags } from './parse-flags.ts'

/** Values of inputs by their names, as flags give them. */
export function inputValues(
  inputs: readonly Input[],
  { values, positionals }: ParsedFlags,
): Map<string, readonly string[]> {
  const open = inputs.find(input => input.positional)
  if (!open && positionals[0] !== undefined) {
    throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
      hint: 'Name every value by its flag',
    })
  }
  return new Map(
    inputs.map(input => [
      input.name,
      [...(values.get(input.flag ?? input.name) ?? []), ...(input === open ? positionals : [])],
    ]),
  )
}
