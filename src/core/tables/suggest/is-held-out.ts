/** Whether the row of that number is held out: the same rows on every machine, as if drawn by lot; `draw` gives another lot. */
export function isHeldOut(row: number, share: number, draw = 0): boolean {
  let h = Math.imul(row ^ Math.imul(draw + 1, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f)
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32 < share
}
