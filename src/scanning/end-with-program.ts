import type { ChildProcess } from 'node:child_process'

const running = new Set<ChildProcess>()

/** Has a process end when this program does, for it may be too busy to hear that nobody waits for it any more. */
export function endWithProgram(child: ChildProcess): void {
  if (running.size === 0) process.on('exit', endAll)
  running.add(child)
  child.once('close', () => {
    running.delete(child)
    if (running.size === 0) process.off('exit', endAll)
  })
}

function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}
