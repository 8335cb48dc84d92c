import { availableParallelism } from 'node:os'
import { openWith } from '../open-with.ts'
import type { TableFile, TableFormat } from '../table-format.ts'
import type { ByteSource } from './byte-source.ts'
import { measureText } from './measure-text.ts'
import { openText } from './open-text.ts'
import { findRows, type TextFile } from './text-file.ts'
import { textSource } from './text-source.ts'

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL = 8 * 1024 * 1024
/** Bytes of a segment, with workers and without. */
const SEGMENT = 2 * 1024 * 1024
const PIECE = 1024 * 1024

/** A kind of text that holds a table. */
export interface TextFormat extends Pick<TableFormat, 'id' | 'recognise'> {
  /** Threads beside this one; one less than there are processors, unless it is given. */
  readonly workers?: number | undefined
  textFile(file: TableFile, source: ByteSource): TextFile
}

/** Reads a kind of text, compressed or not. */
export const textTable = ({
  id,
  recognise,
  workers = Math.max(1, availableParallelism() - 1),
  textFile,
}: TextFormat): TableFormat => ({
  id,
  recognise,
  async open(file) {
    const { source, reader } = textSource(file)
    return openWith(await reader(), reader => openText(textFile(file, source), reader))
  },
  find: (file, header) => places => findRows(textFile(file, textSource(file).source), places, header),
  async measure(file, job, options) {
    const { source, reader, compressed } = textSource(file)
    const small = file.size < SMALL && !compressed
    const effort = small ? { workers: 0, segment: Math.min(PIECE, file.size + 1) } : { workers, segment: SEGMENT }
    return measureText(textFile(file, source), await reader(), job, effort, options)
  },
})
