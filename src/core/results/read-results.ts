import { z } from 'zod'
import { UserError } from '../user-error.ts'
import * as formats from './formats/index.ts'
import { lenientJson } from './lenient-json.ts'
import type { Beside, ReadResults, ResultFormat } from './result-format.ts'

const FORMATS: readonly ResultFormat[] = Object.values(formats)

/** Questions of one file; a report on every column of a wide table has some thousands. */
const MAX_ITEMS = 20_000

/** A file of results that was recognised. */
export interface OpenedResults {
  readonly format: ResultFormat
  /** `beside`: JSON of a file in the same folder, of those that the format names. */
  read(beside: Beside): ReadResults
}

/** Results of another tool, told by their content; throws a `UserError` for what none of those known has written for this gate. */
export function openResults(file: string, text: string, gate: ResultFormat['gate']): OpenedResults {
  const value = lenientJson(file, text)
  const format = FORMATS.find(each => each.recognise(value))
  if (!format) {
    const known = FORMATS.filter(each => each.gate === gate).map(({ title }) => title)
    throw new UserError('results.unknown', `Expected ${file} to be ${known.join(', or ')} but found none of them`, {
      file,
      hint: 'Name the JSON file that the tool writes, not a page of it',
    })
  }
  if (format.gate !== gate) {
    const section = format.gate === 'drift-compare' ? 'drift' : 'data'
    const found = `${file} is ${format.title}, which is for ${format.gate}`
    throw new UserError('results.gate', `Expected results for ${gate} but ${found}`, {
      file,
      hint: `Name it under '${section}.results'`,
    })
  }
  return { format, read: beside => limited(file, readAs(file, format, value, beside)) }
}

function readAs(file: string, format: ResultFormat, value: unknown, beside: Beside): ReadResults {
  try {
    return format.read(value, beside)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const place = error.issues[0]?.path.join('.') ?? ''
    const message = `Expected ${file} to be ${format.title} but '${place}' in it has another shape`
    throw new UserError('results.shape', message, {
      file,
      hint: 'Let the tool write its results again, unchanged',
      cause: error,
    })
  }
}

function limited(file: string, results: ReadResults): ReadResults {
  const { length } = results.items
  if (length <= MAX_ITEMS) return results
  throw new UserError('results.size', `Expected at most ${MAX_ITEMS} checks in ${file} but found ${length}`, {
    file,
    hint: 'Split the report into several files',
  })
}
