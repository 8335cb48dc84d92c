import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** How long a program ran, and the most memory (MB) that it and all processes below it held at one time. */
export interface Measured {
  readonly seconds: number
  readonly peak: number
  readonly code: number | null
  readonly output: string
}

/** Milliseconds between two looks at the memory. */
const WATCH = 5

/** Runs a program and watches its memory, on Linux. */
export function runMeasured(program: string, args: readonly string[], cwd: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let peak = 0
    let output = ''
    const watch = setInterval(() => {
      peak = Math.max(peak, residentBelow(child.pid ?? 0))
    }, WATCH)
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    child.on('error', reject)
    child.on('close', code => {
      clearInterval(watch)
      resolve({ seconds: (performance.now() - start) / 1000, peak, code, output })
    })
  })
}

function residentBelow(pid: number): number {
  try {
    const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1000
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean)
    return children.reduce((sum, child) => sum + residentBelow(Number(child)), own)
  } catch {
    return 0
  }
}
