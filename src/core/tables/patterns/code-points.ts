/** Code points in ranges, ends included; in order, none touching another. */
export type CodePoints = readonly (readonly [low: number, high: number])[]

/** The last code point there is, and those that stand for none by themselves. */
export const LAST = 0x10ffff
const SURROGATES = [0xd800, 0xdfff] as const

/** Ranges in order, those that touch made one, surrogates left out. */
export function codePoints(ranges: CodePoints): CodePoints {
  const found: [number, number][] = []
  for (const [low, high] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = found.at(-1)
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high)
    else found.push([low, high])
  }
  return found.flatMap(([low, high]) => {
    const before = [low, Math.min(high, SURROGATES[0] - 1)] as const
    const after = [Math.max(low, SURROGATES[1] + 1), high] as const
    return [before, after].filter(([a, b]) => a <= b)
  })
}

/** All code points but these. */
export function allBut(ranges: CodePoints): CodePoints {
  const found: [number, number][] = []
  let next = 0
  for (const [low, high] of codePoints(ranges)) {
    if (low > next) found.push([next, low - 1])
    next = high + 1
  }
  if (next <= LAST) found.push([next, LAST])
  return codePoints(found)
}

/** The classes of ECMA-262, 22.2.2.9, in Unicode mode without ignoring case. */
export const DIGITS: CodePoints = [[0x30, 0x39]]
export const WORD: CodePoints = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]
export const SPACE: CodePoints = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]
export const LINE_ENDS: CodePoints = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
]
