import type { Origin } from '../core/origin.ts'
import type { Ports } from '../ports.ts'

/** Files as evidence lists them, each with where it came from, if it is kept elsewhere. */
export async function withOrigins<File extends { readonly name: string }>(
  files: readonly File[],
  { sources }: Pick<Ports, 'sources'>,
): Promise<(File & { origin?: Origin })[]> {
  return Promise.all(
    files.map(async file => {
      const origin = await sources?.origin(file.name)
      return origin === undefined ? file : { ...file, origin }
    }),
  )
}
