import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { joined } from '../../core/security/corpus/make/bytes.ts'

/** What was done, with which module and name. */
export type Deed = readonly [what: string, module: string, name: string]
const Deeds = z.array(z.tuple([z.string(), z.string(), z.string()]))

export interface Oracle {
  /** Python's version. */
  readonly version: string
  /** What CPython's unpicklers would do with each of these streams. */
  ask(streams: readonly Uint8Array[]): Promise<Deed[][]>
  close(): void
}

/** CPython's own unpicklers in a process of their own; an error where there is no python3, for then nothing would be compared. */
export async function startOracle(): Promise<Oracle> {
  const version = await versionOf()
  // CPython complains there about its own bytearrays, which it lets go too early after an error.
  const child = spawn('python3', [new URL('oracle.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    version,
    async ask(streams) {
      const written = joined(...streams.flatMap(stream => [bigEndian(stream.length), stream]))
      const sent = child.stdin.write(written) ? Promise.resolve() : once(child.stdin, 'drain')
      const answers: Deed[][] = []
      while (answers.length < streams.length) {
        const line = await lines.next()
        if (line.done) throw new Error(`Expected an answer on case ${answers.length} but python3 has ended`)
        answers.push(Deeds.parse(JSON.parse(line.value)))
      }
      await sent
      return answers
    },
    close: () => child.stdin.end(),
  }
}

const bigEndian = (length: number) =>
  String.fromCharCode(length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255)

async function versionOf(): Promise<string> {
  const child = spawn('python3', ['--version'])
  let text = ''
  child.stdout.on('data', chunk => {
    text += chunk
  })
  await once(child, 'close')
  return text.trim()
}
