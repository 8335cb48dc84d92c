import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { nodeCodecs } from '../codecs/node-codecs.ts'
import { readDependencyFile, readIncluded } from '../core/security/dependencies/dependency-file.ts'
import type { ScanLimits } from '../core/security/limits.ts'
import { scanContent } from '../core/security/scan-content.ts'
import { UserError } from '../core/user-error.ts'
import { fromArchive } from '../osv/from-archive.ts'
import { secretlint } from '../secrets/secretlint.ts'
import type { Done, FromScanner, Task, ToScanner } from './messages.ts'
import { openSource } from './open-source.ts'
import { packContent } from './sent-content.ts'
import { packDependencies } from './sent-dependencies.ts'
import { packFault } from './sent-fault.ts'

type Given<What> = Extract<Task, { what: What }> & { readonly limits: ScanLimits }

const { find: findSecrets } = secretlint()
const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
/** Settles when the message is on its way, whatever ends the process after that. */
const send = (message: FromScanner) =>
  new Promise<void>(resolve => process.send?.(message, undefined, undefined, () => resolve()))
let answer: ((size: number | undefined) => void) | undefined
let last = Promise.resolve()

async function scan({ path, absolute, limits }: Given<'scan'>): Promise<Done> {
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

function readDependencies({ path, text, as }: Given<'dependencies'>): Done {
  const file = as === 'included' ? readIncluded(path, text) : readDependencyFile(path, text)
  return { dependencies: file && packDependencies(file) }
}

function matchAdvisories({ absolute, packages }: Given<'advisories'>): Done {
  const archive = readFileSync(absolute)
  return { advisories: fromArchive(archive, packages), sha256: hash(archive) }
}

function done(task: Task & { readonly limits: ScanLimits }): Done | Promise<Done> {
  switch (task.what) {
    case 'scan':
      return scan(task)
    case 'dependencies':
      return readDependencies(task)
    case 'advisories':
      return matchAdvisories(task)
  }
}

async function work(task: Task & { readonly limits: ScanLimits }): Promise<void> {
  try {
    await send(await done(task))
  } catch (error) {
    if (error instanceof UserError) await send({ refused: packFault(error) })
    else await send({ threw: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
}

process.on('message', (message: ToScanner) => {
  if ('size' in message) answer?.(message.size)
  else last = last.then(() => work(message))
})
// Whoever asked is gone.
process.on('disconnect', () => process.exit())
send('ready')
