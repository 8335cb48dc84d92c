import { fork } from 'node:child_process'
import type { Job, Said } from './writer.ts'

export interface Written {
  readonly said: readonly Said[]
  readonly counted: { readonly conflict: number; readonly lost: number; readonly committed: number }
}

type Message = { readonly said: readonly Said[] } | { readonly counted: Written['counted'] }

/** Runs writers, each in a process of its own, until all have ended; throws what one of them died of. */
export async function runWriters(jobs: readonly Job[]): Promise<Written> {
  const ended = await Promise.all(jobs.map(runWriter))
  const sum = (what: keyof Written['counted']) => ended.reduce((total, { counted }) => total + counted[what], 0)
  return {
    said: ended.flatMap(({ said }) => said),
    counted: { conflict: sum('conflict'), lost: sum('lost'), committed: sum('committed') },
  }
}

function runWriter(job: Job): Promise<Written> {
  return new Promise((resolve, reject) => {
    const writer = fork(new URL('./writer.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
    const said: Said[] = []
    let counted: Written['counted'] | undefined
    let complaint = ''
    writer.stderr?.setEncoding('utf8').on('data', text => {
      complaint += text
    })
    writer.on('message', (message: Message) => {
      if ('said' in message) said.push(...message.said)
      else counted = message.counted
    })
    writer.on('error', reject)
    writer.on('close', code => {
      if (code === 0 && counted !== undefined) resolve({ said, counted })
      else reject(new Error(`${job.name} ended with ${code}: ${complaint}`))
    })
    writer.send(job)
  })
}
