/** Orders well-formed texts by their UTF-8 bytes, which is by code point. JavaScript's own order is by UTF-16 unit and puts U+1F600 before U+FF5E. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** A UTF-16 unit's place in the order of code points: surrogates, which stand for U+10000 and above, come last. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit > 0xdfff ? unit - 0x800 : unit + 0x2000)
