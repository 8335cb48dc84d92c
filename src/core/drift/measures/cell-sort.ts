import { finiteNumber, isBlank, isNonFinite } from '../cell.ts'

/** What a cell's text is: the sort of it, its number where it is one, its lot where it is told apart by what it says. */
export interface SortedText {
  readonly sort: 'missing' | 'number' | 'text' | 'non-finite'
  readonly value: number
}

const MISSING: SortedText = { sort: 'missing', value: Number.NaN }
const TEXT: SortedText = { sort: 'text', value: Number.NaN }
const NON_FINITE: SortedText = { sort: 'non-finite', value: Number.NaN }

/** Sorts a cell by its text. */
export function sortText(text: string): SortedText {
  const value = finiteNumber(text)
  if (value !== undefined) return { sort: 'number', value }
  if (isBlank(text)) return MISSING
  return isNonFinite(text) ? NON_FINITE : TEXT
}

/** Whether a text that begins with this byte of UTF-8 is neither blank nor a number of any sort. */
export const beginsText = (byte: number): boolean => BEGINS_TEXT[byte] === 1

/** ASCII that no number begins with, nor NaN or an infinity, and that is no space. */
const BEGINS_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && sorts(String.fromCharCode(byte)) ? 1 : 0,
)

function sorts(character: string): boolean {
  return !/[\s\d.+\-ni]/i.test(character)
}
