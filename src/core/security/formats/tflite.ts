import { hasAt } from '../bytes.ts'
import { defineFormat, type Finding } from '../format.ts'
import { heldWhole } from '../held-whole.ts'
import { judge } from '../judge.ts'
import { printable } from '../printable.ts'
import { customOperators } from '../tflite/custom-operators.ts'
import { unchecked } from '../unchecked-format.ts'

const TITLE = 'a TensorFlow Lite model'
const HINTS = {
  finding: 'Convert the model with built-in operators only',
  doubt: 'Keep it out of the scanned paths, or scan the model that it was converted from',
}

/** A flatbuffer, told by its file identifier; of its content only custom operators are looked for. */
export const tflite = defineFormat({
  id: 'tflite',
  title: TITLE,
  unread: true,
  recognise: source => hasAt(source, 'TFL3', 4),
  inspect: heldWhole(bytes => {
    const operators = customOperators(bytes)
    if (operators?.length === 0) return unchecked(TITLE, HINTS.doubt)
    const findings = (operators ?? []).map(
      ({ offset, name }): Finding => ({
        offset,
        name: printable(name),
        reason: 'is a custom operator, which the program that loads the model has to bring',
      }),
    )
    const doubts = operators ? [] : [`Expected ${TITLE} but its table of operators cannot be followed`]
    // Without them it would be unchecked all the same.
    const { soundApart: _, ...inspection } = judge({ findings, doubts, harmless: '', hints: HINTS })
    return inspection
  }),
})
