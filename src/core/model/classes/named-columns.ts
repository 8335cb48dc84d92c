import { UserError } from '../../user-error.ts'

/** A class or label, and the column of its probability. */
export interface NamedColumn {
  readonly name: string
  readonly column: string
}

/** Reads `class`, whose column has its name, or `class=column`; every class once. */
export function namedColumns(written: readonly string[]): NamedColumn[] {
  const columns = written.map(text => {
    const at = text.lastIndexOf('=')
    return at > 0 && at < text.length - 1
      ? { name: text.slice(0, at).trim(), column: text.slice(at + 1).trim() }
      : { name: text, column: text }
  })
  const twice = columns.find(({ name }, i) => columns.findIndex(other => other.name === name) < i)
  if (twice || columns.length < 2)
    throw new UserError(
      'settings.invalid',
      `Expected 'certify.probabilities' to name at least two different classes but found ${twice ? `'${twice.name}' twice` : 'one'}`,
      { hint: 'Name the column of every class: class=column' },
    )
  return columns
}
