import { compareUtf8 } from './compare-utf8.ts'
import type { FileDigest } from './file-digest.ts'

/** The first way in which the files that were judged differ from the model's files; undefined where they are the same names and bytes. */
export function subjectDifference(judged: readonly FileDigest[], model: readonly FileDigest[]): string | undefined {
  const before = digests(judged)
  const now = digests(model)
  for (const name of [...new Set([...before.keys(), ...now.keys()])].toSorted(compareUtf8)) {
    const [was, is] = [before.get(name), now.get(name)]
    if (was === undefined) return `${name} is new`
    if (is === undefined) return `${name} is gone`
    if (was !== is) return `${name} had sha256 ${short(was)} and has ${short(is)}`
  }
  return before.size === judged.length ? undefined : 'a file is listed twice'
}

const digests = (files: readonly FileDigest[]) => new Map(files.map(file => [file.name, file.digest.sha256]))
const short = (sha256: string) => `${sha256.slice(0, 12)}…`
