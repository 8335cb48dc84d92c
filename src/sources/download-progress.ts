import type { RemoteFile } from '../ports/source.ts'
import type { SourceWorld } from './source-kind.ts'

/** Milliseconds after which a download is spoken of, and between what is said of it. */
const EVERY = 2000
const MB = 1_000_000

/** Tells now and then how far a download is, and how fast. */
export function downloadProgress(
  { name, bytes }: RemoteFile,
  { progress }: SourceWorld,
  now = () => performance.now(),
) {
  const start = now()
  let said = start
  return (written: number): void => {
    const time = now()
    if (time - said < EVERY) return
    said = time
    const of = bytes === undefined ? '' : ` of ${megabytes(bytes)}`
    progress(`Fetching ${name}: ${megabytes(written)}${of} MB, ${megabytes(written / ((time - start) / 1000))} MB/s`)
  }
}

const megabytes = (bytes: number) => (bytes / MB).toFixed(bytes < 100 * MB ? 1 : 0)
