import { UserError } from '../../core/user-error.ts'
import { fileError, systemCode } from '../../files/file-error.ts'
import type { Located } from '../../files/locate.ts'
import { MAX_GROUP_BYTES, MAX_GROUP_ROWS } from './limits.ts'

/** What the reader of Parquet throws, as an error that names the file. */
export async function refusing<Value>(file: Located, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    if (systemCode(cause) !== undefined) throw fileError(file.name, 'read', cause)
    throw damaged(file, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

/** A file that is not what it says. */
export const damaged = ({ name }: Located, found: string, cause?: unknown) =>
  new UserError(
    'table.parquet',
    `Expected ${name} to be a whole Parquet file but found a fault: ${found.slice(0, 200)}`,
    {
      file: name,
      hint: 'Write it again, unencrypted',
      ...(cause === undefined ? {} : { cause }),
    },
  )

/** A file of groups that memory might not hold. */
export const tooLarge = ({ name }: Located) =>
  new UserError(
    'table.parquet-group',
    `Expected groups of at most ${MAX_GROUP_ROWS} rows and ${MAX_GROUP_BYTES} bytes in ${name} but found a larger one`,
    { file: name, hint: 'Write it with smaller row groups, e.g. row_group_size=1_000_000 in pyarrow' },
  )

/** A file whose footer says of its pages what they do not bear out. */
export const contradicted = ({ name }: Located, where: string, found: string) =>
  new UserError(
    'table.parquet-footer',
    `Expected the footer of ${name} to say what its pages hold but found that of ${where} it does not: ${found}`,
    {
      file: name,
      hint: 'Programs that skip rows by the footer lose some of them without a word: write the file again',
    },
  )
