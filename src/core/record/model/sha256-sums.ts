import { UserError } from '../../user-error.ts'
import { SUMS_FILE } from '../statement/record-files.ts'
import { compareUtf8 } from './compare-utf8.ts'
import type { FileDigest } from './file-digest.ts'

/** `sha256sum` escapes a line whose name holds one of these, and its readers differ on how. */
const UNSAFE = /[\n\r\\\0]/

/** The text of `SHA256SUMS`: a line "hex␠␠path" per file, sorted by the path's UTF-8 bytes. Refuses names that two readers could read differently. */
export function sha256Sums(files: readonly FileDigest[]): string {
  for (const { name } of files) {
    if (UNSAFE.test(name) || !name.isWellFormed())
      throw new UserError(
        'record.file-name',
        `Expected the model's file names without line breaks and backslashes but found ${JSON.stringify(name)}`,
        { hint: 'Rename the file' },
      )
    if (name === SUMS_FILE)
      throw new UserError('record.file-name', `Expected no model file to be named ${SUMS_FILE} but found one`, {
        hint: `Leave it out of the model's files: the certificate has a ${SUMS_FILE} of its own`,
      })
  }
  const sorted = files.toSorted((a, b) => compareUtf8(a.name, b.name))
  const twice = sorted.find((file, i) => sorted[i + 1]?.name === file.name)
  if (twice) throw new UserError('record.file-name', `Expected each model file once but found '${twice.name}' twice`)
  return sorted.map(file => `${file.digest.sha256}  ${file.name}\n`).join('')
}

/** The files a `SHA256SUMS` lists, or undefined where it is not one we would have written. */
export function readSha256Sums(text: string): FileDigest[] | undefined {
  if (!text.endsWith('\n')) return undefined
  const files: FileDigest[] = []
  for (const line of text.slice(0, -1).split('\n')) {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (sha256 === undefined || name === undefined) return undefined
    files.push({ name, digest: { sha256 } })
  }
  return files
}
