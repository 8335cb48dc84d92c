import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { locate } from '../files/locate.ts'
import type { Program, ProgramEnd, Programs } from '../ports.ts'
import { endWithProgram } from '../scanning/end-with-program.ts'
import type { FromRunner, ToRunner } from './messages.ts'

/** Of the environment every program is told this much: where programs, the user's files and temporary files are, and the language. */
const USUAL = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'USERPROFILE', 'SystemRoot', 'ComSpec', 'PATHEXT']

/** Characters that are kept of what a program says: the last ones. */
const SAID = 1_000_000

/** The runner's file: beside this one in the source, built into an entry of its own in dist. */
const FILE = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../program-worker.js', import.meta.url)

/**
 * Runs programs of the user's on this machine, in folders relative to `root`. Each is started by a process that leads a group
 * of its own, so that what the program has started ends with it when its time is over.
 */
export const localPrograms = (root: string): Programs => ({
  run: (program, hears) =>
    new Promise(resolve => {
      const runner = fork(FILE, [], {
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      endWithProgram(runner)
      let output = ''
      let end: ProgramEnd | undefined
      const stop = setTimeout(() => {
        end = { stopped: program.seconds, output }
        endGroup(runner)
      }, program.seconds * 1000)
      const hear = (said: string) => {
        output = (output + said).slice(-SAID)
        hears?.(said)
      }
      runner.stderr?.setEncoding('utf8').on('data', hear)
      runner.on('message', (message: FromRunner) => {
        if ('said' in message) hear(message.said)
        else if ('exitCode' in message) end ??= { exitCode: message.exitCode, output }
        else end ??= { cannotStart: message.cannotStart, output }
      })
      const over = (how: string) => {
        clearTimeout(stop)
        // What the program left running goes with it.
        endGroup(runner)
        resolve(end ? { ...end, output } : { cannotStart: how, output })
      }
      runner.on('error', error => over(error.message))
      runner.on('close', (code, signal) => over(`its runner ended with code ${code}, ${signal ?? 'no signal'}`))
      const job: ToRunner = {
        command: program.command,
        folder: locate(root, program.folder).absolute,
        environment: environmentOf(program),
      }
      runner.send(job)
    }),
})

function environmentOf({ environment }: Program): Record<string, string> {
  const names = [...USUAL, ...environment]
  return Object.fromEntries(names.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])
  else {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // Nothing of it runs any more.
    }
  }
}
