/** Orders texts by their UTF-8 bytes, which is by code point. JavaScript's own order is by UTF-16 unit and puts U+1F600 before U+FF5E. */
export function compareUtf8(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
