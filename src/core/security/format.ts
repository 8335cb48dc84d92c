import type { Status } from '../verdict.ts'

/** One thing a loader of this file would do that nothing allows. */
export interface Finding {
  /** Byte of the file, or of what it decompresses to. */
  readonly offset: number
  /** Dotted name of what is imported, or the instruction. */
  readonly name: string
  /** Continues a sentence that begins with the name. */
  readonly reason: string
}

/** What was found in one file. */
export interface Inspection {
  readonly status: Status
  /** One sentence, without the file's name. */
  readonly reason: string
  readonly hint?: string
  readonly findings: readonly Finding[]
  /** All of them, where `findings` holds only the first. */
  readonly found: number
  /** Different objects it imports from the allow list. */
  readonly globals: number
}

/** What decompressing gave: everything, or what came before `fault`. */
export interface Decompressed {
  readonly bytes: Uint8Array
  readonly fault?: string
}

export type Codec = 'zlib' | 'gzip'

/** What an inspection may ask of the outside. */
export interface InspectionContext {
  /** Decompresses within a budget of bytes and of ratio; never throws for what the bytes are. */
  decompress(codec: Codec, bytes: Uint8Array): Promise<Decompressed>
}

/** A kind of file, told by its content and never by its name. */
export interface Format {
  readonly id: string
  /** As a sentence names it: `a NumPy array`. */
  readonly title: string
  /** Identified but not read yet: a file of it is inconclusive. */
  readonly unread?: true
  recognise(bytes: Uint8Array): boolean
  inspect(bytes: Uint8Array, context: InspectionContext): Inspection | Promise<Inspection>
}

export const defineFormat = (format: Format): Format => format

export const passed = (reason: string, globals = 0): Inspection => ({
  status: 'pass',
  reason,
  findings: [],
  found: 0,
  globals,
})

export const inconclusive = (reason: string, hint?: string): Inspection => ({
  status: 'inconclusive',
  reason,
  ...(hint === undefined ? {} : { hint }),
  findings: [],
  found: 0,
  globals: 0,
})
