import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { nodeCodecs } from '../codecs/node-codecs.ts'
import { readDependencyFile, readIncluded } from '../core/security/dependencies/dependency-file.ts'
import { scanContent } from '../core/security/scan-content.ts'
import { UserError } from '../core/user-error.ts'
import { fromArchive } from '../osv/from-archive.ts'
import { secretlint } from '../secrets/secretlint.ts'
import type { Done, FromScanner, Task, Told, ToScanner } from './messages.ts'
import { openSource } from './open-source.ts'
import { packContent } from './sent-content.ts'
import { packDependencies } from './sent-dependencies.ts'
import { packFault } from './sent-fault.ts'

type Given<What> = Extract<Task, { what: What }>
type Asked = Extract<ToScanner, { task: Task }>

const { find: findSecrets } = secretlint()
const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
/** Settles when the message is on its way, whatever ends the process after that. */
const send = (message: FromScanner) =>
  new Promise<void>(resolve => process.send?.(message, undefined, undefined, () => resolve()))
const tell = (job: number, told: Told) => send({ job, told })
/** Takes the answer to what was asked last, and about which job. */
let waiting: { readonly job: number; answer(size: number | undefined): void } | undefined
let last = Promise.resolve()

async function scan({ path, absolute }: Given<'scan'>, { job, limits }: Asked): Promise<Done> {
  const { source, sha256, state, hasChanged, close } = openSource(absolute)
  try {
    const sizeBeside = (location: string) =>
      new Promise<number | undefined>(answer => {
        waiting = { job, answer }
        tell(job, { sizeBeside: location })
      })
    const scanned = packContent(
      await scanContent(path, source, { ...nodeCodecs(limits), findSecrets, sha256: hash, sizeBeside }),
    )
    return { scanned, sha256, state, changed: hasChanged() }
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

function done(asked: Asked): Done | Promise<Done> {
  const { task } = asked
  switch (task.what) {
    case 'scan':
      return scan(task, asked)
    case 'dependencies':
      return readDependencies(task)
    case 'advisories':
      return matchAdvisories(task)
  }
}

async function work(asked: Asked): Promise<void> {
  const { job } = asked
  try {
    await tell(job, await done(asked))
  } catch (error) {
    if (error instanceof UserError) await tell(job, { refused: packFault(error) })
    else await tell(job, { threw: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
}

process.on('message', (message: ToScanner) => {
  if ('task' in message) last = last.then(() => work(message))
  else if (message.job === waiting?.job) waiting.answer(message.size)
})
// Whoever asked is gone.
process.on('disconnect', () => process.exit())
send('ready')
