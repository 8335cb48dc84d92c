import type { Codes } from '../../../core/tables/batch.ts'

/** Different values of a column that are told apart by numbers, and rows after which many of them are too many. */
const MAX_CODES = 1024
const TRIAL = 512

export interface NumberedTexts {
  /** The number of each row's text, until it is asked again; undefined where there are too many texts, and from then on. */
  code(rows: number, key: (row: number) => unknown, text: (row: number) => string): Codes | undefined
}

/** Numbers the texts of a column from batch to batch, until they are many, by keys that are the same only where the texts are; 0 is the empty one. */
export function numberedTexts(): NumberedTexts {
  const texts = ['']
  const numbers = new Map<unknown, number>([['', 0]])
  let room = new Uint32Array(0)
  let asked = 0
  let isFull = false
  return {
    code(rows, keyOf, textOf) {
      if (isFull) return undefined
      if (room.length < rows) room = new Uint32Array(rows)
      const of = room.subarray(0, rows)
      for (let row = 0; row < rows && !isFull; row++) {
        const key = keyOf(row)
        let number = numbers.get(key)
        if (number === undefined) {
          number = texts.push(textOf(row)) - 1
          numbers.set(key, number)
          isFull = number >= MAX_CODES || (asked + row < TRIAL && number > TRIAL / 2)
        }
        of[row] = number
      }
      asked += rows
      return isFull ? undefined : { of, texts }
    },
  }
}
