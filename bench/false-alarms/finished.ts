import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, globSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const Line = z.object({ key: z.string(), answer: z.unknown() })

export interface Finished {
  get(key: string): unknown
  add(key: string, answer: unknown): void
}

/** Parts that are finished, one JSON object a line of a file, so that a bench that was stopped goes on where it was. */
export function finished(file: string | undefined): Finished {
  const lines = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const parts = new Map<string, unknown>()
  for (const line of lines) {
    // A last line that is cut short is of a part that was not finished.
    if (!line.endsWith('}')) continue
    const { key, answer } = Line.parse(JSON.parse(line))
    parts.set(key, answer)
  }
  return {
    get: key => parts.get(key),
    add(key, answer) {
      parts.set(key, answer)
      if (file !== undefined) appendFileSync(file, `${JSON.stringify({ key, answer })}\n`)
    },
  }
}

/** Digest of the code that makes the numbers: parts of other code are not taken over. */
export function codeDigest(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync([...patterns]).toSorted())
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 12)
}
