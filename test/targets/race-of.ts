import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const RACER = fileURLToPath(new URL('race.ts', import.meta.url))

/** Lets so many processes point one target at a model of their own at once; returns how each ended, by its number. */
export async function raceOf(
  count: number,
  root: string,
  target: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, i) => `${i}`)
  const ended = numbers.map(
    number =>
      new Promise<string>((resolve, reject) => {
        const child = spawn(process.execPath, [RACER, root, target, number], {
          env: { ...process.env, ...env },
          cwd: root,
          stdio: ['ignore', 'pipe', 'pipe'],
        })
        let said = ''
        child.stdout.setEncoding('utf8').on('data', text => {
          said += text
        })
        child.stderr.setEncoding('utf8').on('data', text => {
          said += text
        })
        child.on('error', reject)
        child.on('close', () => resolve(said.trim()))
      }),
  )
  while (!numbers.every(number => existsSync(`${root}/ready-${number}`)))
    await new Promise(resolve => setTimeout(resolve, 10))
  writeFileSync(`${root}/go`, '')
  return Promise.all(ended)
}
