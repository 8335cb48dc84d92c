import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { withoutPin } from '../core/address.ts'
import type { ScanLimits } from '../core/security/limits.ts'
import { stoppedReading } from '../core/security/stopped-reading.ts'
import { stoppedScan } from '../core/security/stopped-scan.ts'
import { fileError } from '../files/file-error.ts'
import { findFile, type Whereabouts } from '../files/find-file.ts'
import type { Located } from '../files/locate.ts'
import type { FileScans, Scanner } from '../ports.ts'
import { type Job, type Outcome, type ScannerProcess, scannerProcess } from './scanner-process.ts'
import { unpackContent } from './sent-content.ts'
import { unpackDependencies } from './sent-dependencies.ts'
import { unpackFault } from './sent-fault.ts'

/** Jobs that a process has at once: it must not stand idle while this one is busy. */
const WAITING = 2
/** What must be left to do for a further process to be worth its start. */
const MANY = 24
const MUCH = 8 * 1024 * 1024
/** Processes at once unless told otherwise: each may take the memory that is set. */
const MOST = 8
/** Bytes of a file for which it has a second more. */
const BYTES_PER_SECOND = 10_000_000

export interface ScanProcesses {
  /** Most processes at once. */
  readonly workers?: number
  /** Starts one. */
  readonly start?: (limits: ScanLimits) => ScannerProcess
  readonly sources?: Whereabouts['sources']
}

/** Scans the files of this machine, by path relative to `root`, in processes that end with whatever file is too much for them. */
export function scanProcesses(
  root: string,
  { workers = Math.min(availableParallelism(), MOST), start = scannerProcess, sources }: ScanProcesses = {},
): Scanner {
  const here: Whereabouts = { root, sources }
  return {
    open(limits): FileScans {
      const pool = processPool(() => start(limits), workers)
      const secondsFor = (bytes: number) => limits.seconds + Math.floor(bytes / BYTES_PER_SECOND)
      return {
        close: pool.close,
        async scan(path, sizeBeside) {
          const located = await findFile(here, path)
          const size = await sizeOf(located)
          const task = { what: 'scan', path: withoutPin(path), absolute: located.absolute } as const
          const outcome = await pool.run({ task, seconds: secondsFor(size), sizeBeside }, size)
          if ('stop' in outcome) return { inspected: stoppedScan(outcome.stop, limits) }
          if (!('scanned' in outcome)) throw unfit(path)
          const content = unpackContent(outcome.scanned)
          if (outcome.changed) return { inspected: stoppedScan({ limit: 'change' }, limits) }
          return { ...content, state: outcome.state, ...(outcome.sha256 !== undefined && { sha256: outcome.sha256 }) }
        },
        async readDependencies(path, text, as) {
          const task = { what: 'dependencies', path, text, as } as const
          const outcome = await pool.run({ task, seconds: secondsFor(text.length) }, text.length)
          if ('stop' in outcome) return { path, fault: stoppedReading(path, outcome.stop, limits) }
          if (!('dependencies' in outcome)) throw unfit(path)
          return outcome.dependencies && unpackDependencies(outcome.dependencies)
        },
        async matchAdvisories(path, packages) {
          const located = await findFile(here, path)
          const size = await sizeOf(located)
          const task = { what: 'advisories', path, absolute: located.absolute, packages } as const
          const outcome = await pool.run({ task, seconds: secondsFor(size) }, size)
          if ('stop' in outcome) throw stoppedReading(path, outcome.stop, limits)
          if ('refused' in outcome) throw unpackFault(outcome.refused)
          if (!('advisories' in outcome)) throw unfit(path)
          return { ...outcome.advisories, sha256: outcome.sha256 }
        },
      }
    },
  }
}

const unfit = (path: string) => new Error(`A process that was to read ${path} answered something else`)

async function sizeOf({ name, absolute }: Located): Promise<number> {
  try {
    return (await stat(absolute)).size
  } catch (cause) {
    throw fileError(name, 'read', cause)
  }
}

interface Waiting {
  readonly job: Job
  readonly bytes: number
  resolve(outcome: Exclude<Outcome, 'again'>): void
  reject(error: unknown): void
}

/** Gives jobs to processes in the order in which they come, and starts as many processes as there is work for. */
function processPool(start: () => ScannerProcess, most: number) {
  let processes = [start()]
  const tasks: Waiting[] = []

  function feed(): void {
    processes = processes.filter(each => !each.isOver())
    while (tasks.length > 0) {
      const [least] = processes.toSorted((a, b) => a.waiting() - b.waiting())
      if (least && least.waiting() < WAITING) give(least)
      else if (processes.length === 0 || (processes.length < most && isMuch())) processes.push(start())
      else return
    }
  }

  const isMuch = () => tasks.length > MANY || tasks.reduce((sum, { bytes }) => sum + bytes, 0) > MUCH

  function give(to: ScannerProcess): void {
    const task = tasks.shift()
    if (!task) return
    to.scan(task.job)
      .then(outcome => {
        if (outcome === 'again') tasks.unshift(task)
        else task.resolve(outcome)
      }, task.reject)
      .finally(feed)
  }

  return {
    run: (job: Job, bytes: number) =>
      new Promise<Exclude<Outcome, 'again'>>((resolve, reject) => {
        tasks.push({ job, bytes, resolve, reject })
        feed()
      }),
    close() {
      tasks.length = 0
      for (const each of processes) each.end()
    },
  }
}
