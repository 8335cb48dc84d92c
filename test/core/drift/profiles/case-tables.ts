import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A table written out, or some rows of a file of the repository, counted from 1 without the header. */
export const Source = z.union([
  z.object({ text: z.string() }),
  z.object({ file: z.string(), from: z.int(), to: z.int() }),
])

/** The CSV text of a case's table. */
export function textOf(source: z.infer<typeof Source>): string {
  if ('text' in source) return source.text
  const [header = '', ...lines] = readFileSync(source.file, 'utf8').split('\n')
  return [header, ...lines.slice(source.from - 1, source.to), ''].join('\n')
}
