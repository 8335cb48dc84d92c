// A process that reads files as the real one does, but for those whose names say what happens to it.
import { writeFileSync } from 'node:fs'

process.on('disconnect', () => process.exit())
let last = Promise.resolve()
let poisoned = false
process.on('message', message => {
  last = last.then(() => work(message))
})

const send = message => new Promise(resolve => process.send(message, () => resolve()))

async function work({ job, task: { path } }) {
  const tell = told => send({ job: path.includes('mistakes') ? job + 1 : job, told })
  if (poisoned) process.exit(3)
  poisoned = path.includes('poisons')
  if (path.includes('hangs')) for (;;);
  if (path.includes('crashes')) process.kill(process.pid, 'SIGSEGV')
  if (path.includes('leaves')) process.exit(7)
  if (path.includes('heap')) {
    const kept = []
    for (;;) kept.push(new Array(1000).fill(kept.length))
  }
  if (path.includes('buffers')) {
    const kept = []
    for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1))
  }
  if (path.includes('throws')) {
    await tell({ threw: 'TypeError: no such thing' })
    return
  }
  const writes = attempt(() => writeFileSync(path, ''))
  const inspected = {
    format: 'text',
    title: `${process.pid} ${Object.keys(process.env).join(',')} ${writes}`,
    inspection: { status: 'pass', reason: 'read', findings: [], found: 0, globals: 0 },
  }
  await tell({
    scanned: { content: { inspected, checks: [], secrets: [], searched: false } },
    sha256: undefined,
    state: '',
    changed: false,
  })
}

function attempt(act) {
  try {
    act()
    return 'allowed'
  } catch (error) {
    return error.code
  }
}

process.send('ready')
