import { latin1 } from '../../core/security/corpus/make/bytes.ts'

/** Lengths of the arguments of pickle instructions (CPython's Lib/pickletools.py): bytes, or how they are told. */
const FIXED: Readonly<Record<string, number>> = {
  '\x80': 1,
  K: 1,
  h: 1,
  q: 1,
  '\x82': 1,
  M: 2,
  '\x83': 2,
  J: 4,
  j: 4,
  r: 4,
  '\x84': 4,
  G: 8,
  '\x95': 8,
}
const LINES: Readonly<Record<string, number>> = { I: 1, L: 1, F: 1, S: 1, V: 1, g: 1, p: 1, P: 1, c: 2, i: 2 }
const COUNTED: Readonly<Record<string, number>> = {
  '\x8c': 1,
  C: 1,
  U: 1,
  '\x8a': 1,
  X: 4,
  B: 4,
  T: 4,
  '\x8b': 4,
  '\x8d': 8,
  '\x8e': 8,
  '\x96': 8,
}

/** A stream cut into its instructions, each with its argument; what cannot be cut is the last piece. */
export function instructionsOf(stream: Uint8Array): string[] {
  const text = latin1(stream)
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = endOf(text, at)
    pieces.push(text.slice(at, end))
    at = end
  }
  return pieces
}

function endOf(text: string, at: number): number {
  const code = text[at] ?? ''
  const lines = LINES[code]
  if (lines !== undefined) {
    let end = at
    for (let i = 0; i < lines; i++) end = text.indexOf('\n', end + (i === 0 ? 1 : 0)) + 1 || text.length
    return end
  }
  const size = COUNTED[code]
  if (size === undefined) return at + 1 + (FIXED[code] ?? 0)
  let length = 0
  for (let i = size; i > 0; i--) length = length * 256 + text.charCodeAt(at + i)
  return Math.min(text.length, at + 1 + size + (Number.isNaN(length) ? 0 : length))
}
