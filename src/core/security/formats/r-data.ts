import { hasAt, latin1 } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import { unreadFormat } from '../unread-format.ts'

const STARTS = ['X\n\0\0', 'B\n\x02\0', 'B\n\x03\0', 'RDX2\n', 'RDX3\n', 'RDA2\n', 'RDA3\n']
/** Format version, then the versions of R that wrote it and can read it, each 65536 a + 256 b + c (R Internals, 1.8). */
const AS_TEXT = /^A\n[23]\n\d{5,7}\n\d{5,7}\n/

/** R's serialisations, which may hold promises that run when they are read: .rds and .RData, uncompressed. */
export const rData = unreadFormat({
  id: 'r-data',
  title: 'an R data file',
  recognise: source => STARTS.some(start => hasAt(source, start)) || AS_TEXT.test(latin1(readRange(source, 0, 32))),
})
