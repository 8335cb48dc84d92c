import { s as schemaAt } from './validate.js';
import { S as Settings } from './read-settings.js';
import { U as UserError } from './user-error.js';

/** The flag that gives an input. */
function inputFlag(input       )          {
  const path = input.setting.split('.');
  const isList = schemaAt(Settings, path)?.def.type === 'array';
  return {
    name: input.flag ?? input.name,
    kind: isList ? 'list' : 'value',
    description: schemaAt(Settings, path)?.meta()?.description ?? '',
  }
}

/** Values of inputs by their names, as flags give them. */
function inputValues(
  inputs                  ,
  { values, positionals }             ,
)                                 {
  const open = inputs.find(input => input.positional);
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

export { inputValues as a, inputFlag as i };
