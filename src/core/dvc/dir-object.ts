import { z } from 'zod'
import { UserError } from '../user-error.ts'
import { safeRelpath } from './safe-relpath.ts'

export interface DirEntry {
  readonly relpath: string
  readonly md5: string
}

const MAX_FILES = 5_000_000
const Entries = z
  .array(z.object({ md5: z.string().regex(/^[0-9a-f]{32}$/), relpath: z.string().min(1) }))
  .max(MAX_FILES)

/** The list of a folder's files as DVC stores it, whose md5 names the folder. */
export function readDirObject(name: string, text: string): DirEntry[] {
  const entries = Entries.safeParse(parsed(text))
  if (!entries.success)
    throw new UserError('dvc.dir-object', `Expected ${name} to list the files of a folder but found something else`, {
      file: name,
      hint: 'Push the folder again from where its data is: dvc push',
    })
  const unsafe = entries.data.find(({ relpath }) => !safeRelpath(relpath))
  if (unsafe)
    throw new UserError(
      'dvc.dir-object',
      `Expected ${name} to list files below the folder but found '${unsafe.relpath}'`,
      {
        file: name,
        hint: 'Find out who wrote it: such a path leads out of the folder',
      },
    )
  return entries.data
}

/**
 * The same list in the very bytes that DVC hashes: Python's `json.dumps(list, sort_keys=True)`, the files in the order of their code
 * points, everything but ASCII escaped, a space after each separator, no line end.
 */
export function writeDirObject(entries: readonly DirEntry[]): string {
  const lines = entries
    .toSorted((a, b) => byCodePoint(a.relpath, b.relpath))
    .map(({ md5, relpath }) => `{"md5": ${inPython(md5)}, "relpath": ${inPython(relpath)}}`)
  return `[${lines.join(', ')}]`
}

/** As Python compares texts: surrogates, which stand for the highest code points, after everything else. */
function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1
  }
  return a.length - b.length
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

const inPython = (text: string) =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
