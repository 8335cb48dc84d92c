import { isBlank } from '../cell.ts'
import type { JointColumns } from '../column.ts'
import type { FeatureRows } from './features.ts'

const BUCKETS = 256

/** Runs of letters and digits, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The texts of a column of one, missing left out. */
export function textsOf({ rows, columns: [name = ''] }: JointColumns, side: 'reference' | 'current'): string[] {
  return (rows[side].columns.get(name) ?? []).filter(cell => !isBlank(cell))
}

/** Texts by the buckets that their words fall into. */
export function wordRows(joint: JointColumns): FeatureRows {
  return { reference: textsOf(joint, 'reference').map(buckets), current: textsOf(joint, 'current').map(buckets) }
}

function buckets(text: string): number[] {
  const held = new Set(wordsOf(text).map(bucket))
  const weight = 1 / Math.sqrt(held.size || 1)
  return Array.from({ length: BUCKETS }, (_, i) => (held.has(i) ? weight : 0))
}

/** FNV-1a of the word's UTF-16 units. */
function bucket(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % BUCKETS
}
