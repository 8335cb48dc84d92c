import type { Report } from './archive.ts'

const ZIP64 = 0x0001
/** Read by nobody whose reading matters: times (`UT`), owners (`ux`), and what torch aligns storages with (`FB`). */
const HARMLESS = [0x5455, 0x7875, 0x4246]

/** Reads a header's extra fields (APPNOTE 4.5): as many 64-bit numbers as the header leaves to them. */
export function readExtra(extra: Uint8Array, expected: number, report: Report): number[] {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  const numbers: number[] = []
  let at = 0
  while (at + 4 <= extra.length) {
    const id = view.getUint16(at, true)
    const start = at + 4
    at = start + view.getUint16(at + 2, true)
    if (at > extra.length) break
    if (id === ZIP64) for (let i = start; i + 8 <= at; i += 8) numbers.push(Number(view.getBigUint64(i, true)))
    else if (!HARMLESS.includes(id))
      report(`a member has an extra field 0x${id.toString(16).padStart(4, '0')}, which only some readers know`)
  }
  if (at !== extra.length) report('a member has extra fields that do not fill their place')
  if (numbers.length !== expected) report('a member has zip64 sizes that do not belong to it')
  return numbers
}
