import { parse, TomlError } from 'smol-toml'
import type { z } from 'zod'
import { UserError } from '../../user-error.ts'
import { refuseShape } from './refuse-shape.ts'

/** A TOML file as the schema's type; throws a `UserError` with the line of what is none. */
export function readToml<Schema extends z.ZodType>(path: string, text: string, schema: Schema): z.output<Schema> {
  const found = schema.safeParse(parsed(path, text))
  if (found.success) return found.data
  throw refuseShape(path, found.error)
}

function parsed(path: string, text: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    throw new UserError('dependencies.syntax', `Expected ${path} to be TOML but line ${cause.line} is none`, {
      file: path,
      line: cause.line,
      hint: 'Check the quotes and brackets around this line',
      cause,
    })
  }
}
