import type { SqlDialect } from './dialect.ts'
import type { Layer } from './layered.ts'
import { numberLiteral } from './sql.ts'

/** 2²⁷ + 1: splits a double into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134_217_729

/** Layers that split a column into its halves, `…h` and `…l`. */
export const splitLayers = (dialect: SqlDialect, name: string): Layer[][] => [
  [{ name: `${name}_s`, expression: `${name} * ${numberLiteral(dialect, SPLITTER)}` }],
  [{ name: `${name}_h`, expression: `${name}_s - (${name}_s - ${name})` }],
  [{ name: `${name}_l`, expression: `${name} - ${name}_h` }],
]

/** Layers that multiply two split columns without error: the nearest double, and in `…e` what that leaves (Dekker 1971). */
export const productLayers = (a: string, b: string, out: string): Layer[][] => [
  [{ name: out, expression: `${a} * ${b}` }],
  [
    {
      name: `${out}e`,
      expression: `${a}_l * ${b}_l - (((${out} - ${a}_h * ${b}_h) - ${a}_l * ${b}_h) - ${a}_h * ${b}_l)`,
    },
  ],
]
