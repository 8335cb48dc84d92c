import type { z } from 'zod'
import { UserError } from '../../user-error.ts'
import { refuseShape } from './refuse-shape.ts'

/** A JSON file as the schema's type; throws a `UserError` for what is none. */
export function readJson<Schema extends z.ZodType>(path: string, text: string, schema: Schema): z.output<Schema> {
  const found = schema.safeParse(parsed(path, text))
  if (found.success) return found.data
  throw refuseShape(path, found.error)
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError('dependencies.syntax', `Expected ${path} to be JSON but it is none`, {
      file: path,
      line: 1,
      hint: 'Write the file again with the tool it belongs to',
      cause,
    })
  }
}
