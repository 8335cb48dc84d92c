import { digestOf, listInstructions, notedAt } from './list-instructions.ts'
import type { Answer } from './start-oracle.ts'

interface Justified {
  readonly opcodes: RegExp
  /** What our machine must note there; undefined where it need note nothing. */
  readonly noted: RegExp | undefined
  readonly why: string
}

/** Where CPython's disassembler gives up and our reading goes on: each time because its unpicklers, or some of them, go on. */
const JUSTIFIED: Readonly<Record<string, Justified>> = {
  'no line end': {
    opcodes: /^(INT|LONG|FLOAT|STRING|UNICODE|PERSID|GET|PUT|GLOBAL|INST)$/,
    noted: /the last line has no end/,
    why: 'the C unpickler takes the last byte of the file for the end of the line',
  },
  'no quotes': {
    opcodes: /^STRING$/,
    noted: /not quoted/,
    why: 'where the instruction ends does not depend on its quotes: our reader lists it, and our machine halts on it',
  },
  number: {
    opcodes: /^(INT|LONG|FLOAT|GET|PUT)$/,
    noted: /spelt oddly|does not end in L|memo/,
    why: "the unpicklers differ in what they take for a number: our machine notes any spelling but a pickler's",
  },
  coding: {
    opcodes: /^(STRING|UNICODE|PERSID|GLOBAL|INST|(SHORT_)?BINUNICODE8?)$/,
    noted: undefined,
    why: 'an unpickler takes the encoding that its caller names, and names in UTF-8: what comes after is judged, too',
  },
}

/** How our reading of a stream differs from the disassembler's listing without a justification; undefined where it does not. */
export function readingDifference(bytes: Uint8Array, listing: NonNullable<Answer['listing']>): string | undefined {
  const ours = listInstructions(bytes)
  const known = JUSTIFIED[listing.reason]
  const common = known ? ours.lines.slice(0, listing.count) : ours.lines
  if (common.length !== listing.count)
    return `${ours.lines.length} instructions (${ours.reason}), the disassembler has ${listing.count} (${listing.reason})`
  if (digestOf(common) !== listing.digest) return 'other opcodes, arguments or positions'
  if (!known)
    return ours.reason === listing.reason ? undefined : `'${ours.reason}', the disassembler '${listing.reason}'`
  const [start, name] = ours.lines[listing.count]?.split(' ') ?? []
  // Our reading may itself find nothing more: then both have refused the same instruction.
  if (start === undefined) return undefined
  if (!known.opcodes.test(name ?? '')) return `${name} is read, where the disassembler gives up (${listing.reason})`
  const noted = notedAt(bytes, Number(start))
  if (known.noted && !noted.some(each => known.noted?.test(each)))
    return `${name} at ${start} is read without a word (${noted.join(', ')}), where the disassembler gives up (${listing.reason})`
  return undefined
}
