import { type ChildProcess, spawn } from 'node:child_process'
import { UserError } from '../core/user-error.ts'
import { endWithProgram } from '../scanning/end-with-program.ts'

/** Settings that no configuration of the user's may change: no hooks of ours, no signing that asks, no housekeeping, checked objects. */
const FIXED = {
  'core.hooksPath': 'no-hooks',
  'core.fsmonitor': 'false',
  'commit.gpgSign': 'false',
  'push.gpgSign': 'false',
  'push.followTags': 'false',
  'push.recurseSubmodules': 'no',
  'fetch.fsckObjects': 'true',
  'fetch.recurseSubmodules': 'no',
  'fetch.writeCommitGraph': 'false',
  'fetch.output': 'full',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'core.fsync': 'none',
  'protocol.version': '2',
}

/** Characters of its complaints that are kept, the last ones. */
const SAID = 20_000
/** Most that git may write, in bytes. */
const MAX_OUTPUT = 1024 * 1024 * 1024

export interface GitEnd {
  /** `stopped` where its time was over. */
  readonly code: number | 'stopped'
  readonly output: Buffer
  readonly said: string
}

/** Runs git, without a shell; its failure is in its code. Its time over, it is ended with all that it has started. */
export function runGit(
  words: readonly string[],
  env: Record<string, string>,
  { folder, seconds, input = '' }: { folder: string; seconds: number; input?: string | Uint8Array },
): Promise<GitEnd> {
  const settings = Object.entries(FIXED).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return new Promise((resolve, reject) => {
    // In a session of its own it has no terminal: ssh cannot ask either.
    const git = spawn('git', [...settings, ...words], { cwd: folder, env, detached: process.platform !== 'win32' })
    endWithProgram(git)
    let stopped = false
    const stop = () => {
      stopped = true
      endGroup(git)
    }
    const clock = setTimeout(stop, seconds * 1000)
    const output: Buffer[] = []
    let bytes = 0
    let said = ''
    git.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= MAX_OUTPUT) output.push(chunk)
      else stop()
    })
    git.stderr.setEncoding('utf8').on('data', text => {
      said = (said + text).slice(-SAID)
    })
    // It may end before it has read everything; its code says so.
    git.stdin.on('error', () => {})
    git.stdin.end(input)
    git.on('error', cause => {
      clearTimeout(clock)
      reject(
        new UserError('git.missing', `Expected the program git but could not start it: ${cause.message}`, {
          hint: 'Install git 2.31 or later, or keep the log in a repository on GitHub',
          kind: 'environment',
          cause,
        }),
      )
    })
    git.on('close', code => {
      clearTimeout(clock)
      resolve({ code: stopped ? 'stopped' : (code ?? 'stopped'), output: Buffer.concat(output), said })
    })
  })
}

function endGroup(git: ChildProcess): void {
  if (git.pid === undefined || process.platform === 'win32') git.kill('SIGKILL')
  else {
    try {
      process.kill(-git.pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}
