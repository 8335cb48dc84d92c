import type { Judgement } from '../measures/judged-cells.ts'
import { draftOf } from './draft-of.ts'
import { validatorOf } from './library.ts'

/** Longest document that is judged, in characters. */
const MAX_DOCUMENT = 1024 * 1024
/** Longest text in it that a pattern is tried on, as of cells: a pattern's time may grow with a power of the length. */
const MAX_MATCHED = 1000

/** Judges JSON documents by a schema; one that the schema cannot be held against exactly is undecided. */
export function documentJudge(schema: object | boolean): (text: string) => Judgement {
  const validator = validatorOf(schema, draftOf(schema) ?? '2020-12')
  const hasPatterns = /"pattern(?:Properties)?":/.test(JSON.stringify(schema))
  return text => {
    if (text.length > MAX_DOCUMENT) return 'undecided'
    try {
      const document: unknown = JSON.parse(text)
      if (!isExact(document, hasPatterns ? MAX_MATCHED : MAX_DOCUMENT)) return 'undecided'
      return validator.validate(document).valid ? 'pass' : 'fail'
    } catch (error) {
      // No JSON is no match; a schema that leads nowhere, or in circles, answers nothing.
      return error instanceof SyntaxError ? 'fail' : 'undecided'
    }
  }
}

/** Whether every number of the document is the one that is written, and every text short enough. */
function isExact(document: unknown, longest: number): boolean {
  const open: unknown[] = [document]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'number' && Math.abs(next) > Number.MAX_SAFE_INTEGER) return false
    if (typeof next === 'string' && next.length > longest) return false
    if (typeof next !== 'object' || next === null) continue
    for (const [key, value] of Object.entries(next)) {
      if (key.length > longest) return false
      open.push(value)
    }
  }
  return true
}
