import { createHash } from 'node:crypto'
import { nodeCodecs } from '../codecs/node-codecs.ts'
import { scanContent } from '../core/security/scan-content.ts'
import { secretlint } from '../secrets/secretlint.ts'
import type { FromScanner, ToScanner } from './messages.ts'
import { openSource } from './open-source.ts'
import { packContent } from './sent-content.ts'

type Job = Extract<ToScanner, { path: string }>

const { find: findSecrets } = secretlint()
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
/** Settles when the message is on its way, whatever ends the process after that. */
const send = (message: FromScanner) =>
  new Promise<void>(resolve => process.send?.(message, undefined, undefined, () => resolve()))
let answer: ((size: number | undefined) => void) | undefined
let last = Promise.resolve()

async function scan({ path, absolute, limits }: Job): Promise<FromScanner> {
  const { source, sha256, hasChanged, close } = openSource(absolute)
  try {
    const sizeBeside = (location: string) =>
      new Promise<number | undefined>(resolve => {
        answer = resolve
        send({ sizeBeside: location })
      })
    const scanned = packContent(
      await scanContent(path, source, { ...nodeCodecs(limits), findSecrets, sha256: hash, sizeBeside }),
    )
    return { scanned, sha256, changed: hasChanged() }
  } finally {
    close()
  }
}

async function work(job: Job): Promise<void> {
  try {
    await send(await scan(job))
  } catch (error) {
    await send({ threw: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
}

process.on('message', (message: ToScanner) => {
  if ('size' in message) answer?.(message.size)
  else last = last.then(() => work(message))
})
// Whoever asked is gone.
process.on('disconnect', () => process.exit())
send('ready')
