import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { joined } from '../../core/security/corpus/make/bytes.ts'

/** What was done, with which module and name. */
export type Deed = readonly [what: string, module: string, name: string]
const Answer = z.strictObject({
  deeds: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** The disassembler's: instructions, the SHA-256 of their lines, why it gave up if it did. */
  listing: z.strictObject({ count: z.int(), digest: z.string(), reason: z.string(), lines: z.array(z.string()) }),
})
export interface Answer {
  readonly deeds: readonly Deed[]
  /** Undefined for a stream that ended CPython itself. */
  readonly listing: z.output<typeof Answer>['listing'] | undefined
}

export interface Oracle {
  /** Python's version. */
  readonly version: string
  /** What CPython's unpicklers would do with each of these streams. */
  ask(streams: readonly Uint8Array[]): Promise<Answer[]>
  /** The disassembler's listing of a stream, instruction by instruction. */
  lines(stream: Uint8Array): Promise<readonly string[]>
  close(): void
}

/** CPython's own unpicklers in a process of their own; an error where there is no python3, for then nothing would be compared. */
export async function startOracle(): Promise<Oracle> {
  const version = await versionOf()
  let reader = start()
  return {
    version,
    async ask(streams) {
      const answers: Answer[] = []
      while (answers.length < streams.length) {
        const left = streams.slice(answers.length)
        reader.input.write(joined(...left.flatMap(stream => [bigEndian(stream.length), stream])))
        while (answers.length < streams.length) {
          const line = await reader.lines.next()
          if (line.done) break
          answers.push(Answer.parse(JSON.parse(line.value)))
        }
        if (answers.length === streams.length) break
        // There are streams that end CPython itself.
        answers.push({ deeds: [['crash', '', '']], listing: undefined })
        reader = start()
      }
      return answers
    },
    async lines(stream) {
      reader.input.write(joined(bigEndian(stream.length + 2 ** 31), stream))
      const line = await reader.lines.next()
      return line.done ? [] : Answer.parse(JSON.parse(line.value)).listing.lines
    },
    close: () => reader.input.end(),
  }
}

function start() {
  // CPython complains there about its own bytearrays, which it lets go too early after an error.
  const child = spawn('python3', [new URL('oracle.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  // What it no longer takes is told by what it no longer answers.
  child.stdin.on('error', () => {})
  return { input: child.stdin, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
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
