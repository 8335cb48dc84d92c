import type { Status } from '../verdict.ts'
import type { Source } from './content/source.ts'
import type { Hdf5Outline } from './hdf5/outline.ts'
import type { Limit, Limits } from './limits.ts'

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
  /** Packages it imports names of that the allow list has; absent where it imports none. */
  readonly libraries?: readonly string[]
  /** Of one that fails: everything besides the findings was read to the end and is in order. Absent, nobody can tell. */
  readonly soundApart?: true
  /** The limit that ended it. */
  readonly limit?: Limit
}

/** A file, or a part of one, and what was found in it. */
export interface InspectedFile {
  /** Id of the format; of several, divided by `+`. */
  readonly format: string
  readonly title: string
  readonly inspection: Inspection
}

/** What decompressing gave: everything, or what came before `fault`. */
export interface Decompressed {
  readonly bytes: Uint8Array
  readonly fault?: string
  /** The limit that the fault is about. */
  readonly limit?: Limit
}

/** Kinds of compressed stream; one line each. */
export type Codec =
  | 'zlib' // RFC 1950
  | 'gzip' // RFC 1952
  | 'deflate-raw' // RFC 1951, as in zip
  | 'bzip2'
  | 'xz'
  | 'lzma' // the format before xz
  | 'lz4' // frames, not bare blocks
  | 'zstd' // RFC 8878

/** Takes a text that stands in a file, and where: `text at byte 17`, `config.json`. */
export type Hear = (where: string, text: string) => void

/** What an inspection may ask of the outside. */
export interface InspectionContext {
  /** Path of the file as the user knows it: tells nothing of what it is, but how it will be read. */
  readonly name?: string
  /** Decompresses within a budget of bytes and of ratio; never throws for what the bytes are. */
  decompress(codec: Codec, bytes: Uint8Array): Promise<Decompressed>
  /** Bytes of another scanned file, by its path from this file's folder; undefined where it is not among them. */
  sizeBeside?(path: string): Promise<number | undefined>
  /** What an HDF5 file is made of, its data unread; absent where nothing reads them. */
  readHdf5?(source: Source): Promise<Hdf5Outline>
  /** CRC-32 of further bytes after those that `before` is of; core's own where it is absent. */
  crc32?(bytes: Uint8Array, before: number): number
  /** Inspects what a container holds as a file of its own, one level further in; `hear` takes its texts, the container's own if absent. */
  inside?(source: Source, hear?: Hear): Promise<InspectedFile>
  /** Takes every text in which a model file could carry a credential; absent where nobody wants them. */
  readonly hear?: Hear
  /** The usual ones where they are absent. */
  readonly limits?: Limits
}

/** A kind of file, told by its content and never by its name. */
export interface Format {
  readonly id: string
  /** As a sentence names it: `a NumPy array`. */
  readonly title: string
  /** Id of the format that this one is written in, as text: to be recognised as both is no ambiguity. */
  readonly within?: string
  /** Identified but not read yet: a file of it is inconclusive. */
  readonly unread?: true
  recognise(source: Source): boolean
  inspect(source: Source, context: InspectionContext): Inspection | Promise<Inspection>
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
