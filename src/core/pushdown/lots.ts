import type { SqlDialect } from './dialect.ts'
import type { Layer } from './layered.ts'
import { fill } from './sql.ts'

/** How a row's lot comes of its place: as samples of rows have it, of 53 bits; as those of drift have it, of 32. */
export type LotKind = 'row' | 'drift'

/** Bits of a lot. */
export const LOT_BITS: Readonly<Record<LotKind, number>> = { row: 53, drift: 32 }

const WORD = '4294967295'

/** A stage of a query: its columns, what is true of the rows that are kept of it, and what it hands on to the next besides `k`. */
export interface LotStage {
  readonly layers: readonly (readonly Layer[])[]
  readonly where: string
  readonly hands: readonly string[]
}

/** Bits that do not change as a word is mixed with its upper half. */
const UPPER = 2 ** 16
/** The greatest word with the same upper bits. */
export const sameUpperBits = (most: number): number => Math.floor(most / UPPER) * UPPER + UPPER - 1

/**
 * Stages that make of the column `k` the lot `lot`, and keep the rows whose lot is at most `most`: the very hash of `row-sample.ts` and of
 * `drift/measures/lots.ts`, on words of 32 bits. The upper bits of its upper word leave few rows to be hashed to the end.
 */
export function lotStages(dialect: SqlDialect, kind: LotKind, most: number): readonly [LotStage, ...LotStage[]] {
  const xor = (a: string, b: string) => fill(dialect.xor, a, b)
  const and = (a: string, b: string) => fill(dialect.and, a, b)
  const shift = (a: string, bits: number) => fill(dialect.shift, a, String(bits))
  const word = (value: number | string) => (dialect.word ? fill(dialect.word, String(value)) : String(value))
  /** The low 32 bits of a product: by a constant of at most 31 bits and a sign, which has the same, 63 bits hold it whole. */
  const times = (a: string, by: number) =>
    dialect.timesWord ? fill(dialect.timesWord, a, String(by)) : and(`(${a} * ${by | 0})`, WORD)
  const mixed = (from: string, bits: number, to: string): Layer[] => [
    { name: to, expression: xor(from, shift(from, bits)) },
  ]
  const words: Layer[][] = [
    [{ name: 'u', expression: word('k') }],
    [
      { name: 'lo', expression: and('u', word(WORD)) },
      { name: 'hi', expression: shift('u', 32) },
    ],
  ]
  if (kind === 'drift') {
    const layers = [
      ...words,
      [{ name: 'h0', expression: xor(xor('lo', times('hi', 0x9e3779b1)), word(0x9e3779b9)) }],
      mixed('h0', 16, 'h1'),
      [{ name: 'h2', expression: times('h1', 0x85ebca6b) }],
      mixed('h2', 13, 'h3'),
      [{ name: 'h4', expression: times('h3', 0xc2b2ae35) }],
    ]
    return [
      { layers, where: `h4 <= ${sameUpperBits(most)}`, hands: ['h4'] },
      { layers: [mixed('h4', 16, 'lot')], where: `lot <= ${most}`, hands: ['lot'] },
    ]
  }
  const upper = [
    ...words,
    [{ name: 'a0', expression: xor('lo', word(0x9e3779b9)) }],
    [{ name: 'a1', expression: xor(times('a0', 0x85ebca6b), 'hi') }],
    mixed('a1', 15, 'a2'),
    [{ name: 'a3', expression: times('a2', 0xc2b2ae35) }],
    mixed('a3', 13, 'a4'),
    [{ name: 'a5', expression: times('a4', 0x27d4eb2f) }],
  ]
  const lower = [
    [...mixed('a5', 16, 'top'), { name: 'b0', expression: xor('a5', 'lo') }],
    [{ name: 'b1', expression: times('b0', 0x165667b1) }],
    mixed('b1', 15, 'b2'),
    [{ name: 'b3', expression: times('b2', 0x85ebca77) }],
    [{ name: 'lot', expression: `top * ${word(2 ** 21)} + ${shift(xor('b3', shift('b3', 16)), 11)}` }],
  ]
  return [
    { layers: upper, where: `a5 <= ${sameUpperBits(Math.floor(most / 2 ** 21))}`, hands: ['lo', 'a5'] },
    { layers: lower, where: `lot <= ${most}`, hands: ['lot'] },
  ]
}
