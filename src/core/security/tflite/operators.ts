import { decodeStrictly } from '../bytes.ts'
import { type FlatTable, tablesOf, textsOf, wholeOf } from '../flatbuffers/flat-table.ts'
import type { Finding } from '../format.ts'
import { printable } from '../printable.ts'
import { CODE, MODEL } from './shapes.ts'

/** Codes of BuiltinOperator that run what no built-in operator is (schema.fbs). */
const CUSTOM = 32
const RUN_ELSEWHERE = new Map([
  [51, 'DELEGATE'],
  [173, 'STABLEHLO_CUSTOM_CALL'],
])
/** The last one that TensorFlow 2.21 has. */
const LAST = 207

/** What the operators that a model names would have the runtime bring, and the first that nobody knows. */
export function judgeOperators(model: FlatTable): { findings: Finding[]; doubts: string[] } {
  const findings: Finding[] = []
  const doubts: string[] = []
  for (const operator of tablesOf(model, MODEL.codes)) {
    const number = Math.max(wholeOf(operator, CODE.byte, 0), wholeOf(operator, CODE.number, 0))
    const [name] = textsOf(operator, CODE.name)
    const elsewhere = RUN_ELSEWHERE.get(number)
    if (number === CUSTOM || name)
      findings.push({
        offset: operator.at,
        name: printable(name ? (decodeStrictly(name) ?? '(no text)') : '(no name)'),
        reason: 'is a custom operator, which the program that loads the model has to bring',
      })
    else if (elsewhere !== undefined)
      findings.push({
        offset: operator.at,
        name: elsewhere,
        reason: 'hands its work to a program outside of the runtime',
      })
    else if (number < 0 || number > LAST)
      doubts.push(`Expected operators of TensorFlow Lite but found one of number ${number}, which is not known`)
  }
  return { findings, doubts }
}
