import { nameWords } from '../../starting/name-words.ts'
import type { Kind } from './define-kind.ts'

/** After or before a name they say that the column counts, measures or codes the thing, and does not hold it. */
const HARMLESS_AFTER = new Set(
  `count counts flag year month day code len length size num number n cnt total sum avg mean ratio rate pct percent share
  score rank index idx valid verified validated confirmed missing present changed change opened clicks sent domain type
  status format hash hashed token tokenized masked anzahl nombre numero liczba aantal`.split(/\s+/),
)
const HARMLESS_BEFORE = new Set('is has had num number n cnt count no nb total valid missing'.split(' '))

/** Names come again with every column, and columns with every kind and table: each is taken apart once. */
const TAKEN_APART = new Map<string, string[]>()
const MOST = 20_000

function wordsOf(name: string): readonly string[] {
  const known = TAKEN_APART.get(name)
  if (known) return known
  if (TAKEN_APART.size >= MOST) TAKEN_APART.clear()
  const words = nameWords(name)
  TAKEN_APART.set(name, words)
  return words
}

/**
 * How many characters of a column's name the best of the kind's names covers; 0 where none is there or another word makes
 * it harmless. A name is words in a row (`first name`, also met as `firstname`); `=name` is the whole of the column's
 * name, `*adresse` the end of a word, `religi*` its start.
 */
export function nameMatch(kind: Kind, column: string): number {
  const words = wordsOf(column)
  if (words.some(word => kind.unless?.includes(word))) return 0
  const despite = new Set(kind.despite)
  let best = 0
  for (const name of kind.names) {
    const found = find(name, words)
    if (!found) continue
    const before = words.slice(0, found.start).some(word => HARMLESS_BEFORE.has(word) && !despite.has(word))
    const after = words.slice(found.end).some(word => HARMLESS_AFTER.has(word) && !despite.has(word))
    if (!before && !after) best = Math.max(best, words.slice(found.start, found.end).join('').length)
  }
  return best
}

function find(name: string, words: readonly string[]): { start: number; end: number } | undefined {
  const parts = wordsOf(name)
  const joined = parts.join('')
  if (name.startsWith('=')) return words.join('') === joined ? { start: 0, end: words.length } : undefined
  for (const start of words.keys()) {
    const word = words[start] ?? ''
    const one = name.startsWith('*')
      ? word.endsWith(joined)
      : name.endsWith('*')
        ? word.startsWith(joined)
        : word === joined
    if (one) return { start, end: start + 1 }
    if (parts.every((part, i) => words[start + i] === part)) return { start, end: start + parts.length }
  }
  return undefined
}
