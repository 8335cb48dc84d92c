import { fork } from 'node:child_process'
import type { InspectionContext } from '../core/security/format.ts'
import type { ScanLimits } from '../core/security/limits.ts'
import type { Stop } from '../core/security/stop.ts'
import { UserError } from '../core/user-error.ts'
import { endWithProgram } from './end-with-program.ts'
import type { Done, FromScanner, Task, ToScanner } from './messages.ts'
import { residentMemory } from './resident-memory.ts'
import { stopOf, stopOfError } from './stop-of.ts'

/** A file that a process is to read, and for what. */
export interface Job {
  readonly task: Task
  /** How long it may take. */
  readonly seconds: number
  readonly sizeBeside?: NonNullable<InspectionContext['sizeBeside']>
}

/** What became of a job; `again` where the process ended before it came to it, or of what may have been left of those before. */
export type Outcome = Done | { readonly stop: Stop } | 'again'

/** A process that reads files one after another, until one of them is the end of it. */
export interface ScannerProcess {
  /** Jobs that it has not done yet. */
  waiting(): number
  isOver(): boolean
  scan(job: Job): Promise<Outcome>
  end(): void
}

interface Question {
  /** Different for every job of the process. */
  readonly number: number
  readonly job: Job
  resolve(outcome: Outcome): void
  reject(error: Error): void
}

/** Milliseconds between two looks at the memory of a process. */
const WATCH = 50
/** Characters that are kept of what a process says before it ends. */
const SAID = 8192

/** The process's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../scan-worker.js', import.meta.url)

/**
 * Starts a process that may read files and do nothing else: it can write none, start no other, and is told nothing of the
 * environment, where tokens are. A process and no thread, for a thread that runs out of memory can take the program with it.
 */
export function scannerProcess(limits: ScanLimits, file = FILE): ScannerProcess {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${limits.memory}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const questions: Question[] = []
  let asked = 0
  let answered = 0
  let state: 'starting' | 'ready' | 'over' = 'starting'
  let stop: Stop | undefined
  let said = ''
  let deadline: NodeJS.Timeout | undefined
  const watch = setInterval(() => {
    if (questions.length > 0 && (residentMemory(child.pid) ?? 0) > limits.memory) end({ limit: 'memory' })
  }, WATCH)
  watch.unref()
  endWithProgram(child)

  function end(reason?: Stop): void {
    stop ??= reason
    child.kill('SIGKILL')
  }

  /** The first of the jobs is being done from now on. */
  function begin(): void {
    clearTimeout(deadline)
    const seconds = questions[0]?.job.seconds
    if (seconds === undefined || state !== 'ready') return
    deadline = setTimeout(() => end({ limit: 'time', seconds }), seconds * 1000)
  }

  const send = (message: ToScanner) => child.connected && child.send(message, () => {})

  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-SAID)
  })
  child.on('message', (message: FromScanner) => {
    if (message === 'ready') {
      state = 'ready'
      begin()
      return
    }
    // Once its end is decided, nothing that it says counts any more.
    if (stop !== undefined) return
    const [current] = questions
    const { job: number, told } = message
    if (number !== current?.number) end({ limit: 'crash', how: 'spoke of another file' })
    else if ('sizeBeside' in told) {
      const answer = (size: number | undefined) => send({ job: number, size })
      const found = current.job.sizeBeside?.(told.sizeBeside) ?? Promise.resolve(undefined)
      found.then(answer, () => answer(undefined))
    } else if ('threw' in told) {
      // It may be in any state by now.
      end(stopOfError(told.threw))
    } else {
      questions.shift()
      answered++
      current.resolve(told)
      begin()
    }
  })
  child.on('error', error => over(error.message))
  child.on('close', (code, signal) =>
    over(`code ${code}, ${signal ?? 'no signal'}: ${said}`, stopOf(code, signal, said)),
  )

  function over(how: string, reason?: Stop): void {
    const hasStarted = state === 'ready'
    state = 'over'
    clearTimeout(deadline)
    clearInterval(watch)
    const [current, ...others] = questions.splice(0)
    const why = stop ?? reason
    // What a file comes to is of itself alone: memory that others held, or a state that they left, is none of its doing.
    if (hasStarted && why) current?.resolve(answered > 0 && why.limit !== 'time' ? 'again' : { stop: why })
    else current?.reject(notStarted(how))
    for (const { resolve } of others) resolve('again')
  }

  return {
    waiting: () => questions.length,
    isOver: () => state === 'over' || stop !== undefined,
    end,
    scan: job =>
      new Promise((resolve, reject) => {
        const number = asked++
        questions.push({ number, job, resolve, reject })
        if (questions.length === 1) begin()
        send({ job: number, task: job.task, limits })
      }),
  }
}

const notStarted = (how: string) =>
  new UserError(
    'scan.no-process',
    `Expected to start a process that reads untrusted files but it did not start (${how})`,
    {
      kind: 'environment',
      hint: 'Give the machine more memory or processes, and check that the files of Proofmark are whole',
    },
  )
