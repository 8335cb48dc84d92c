import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { ROOT } from '../harness/credit.ts'

it.each(Object.entries(commands))('teaches %s: usage, every flag, an example', async (name, load) => {
  const command = await load()
  expect(command.name).toBe(name)
  const program = join(ROOT, 'dist/proofmark.js')
  const { status, stdout } = spawnSync(process.execPath, [program, name, '--help'], { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain(`Usage: proofmark ${name}`)
  for (const flag of command.flags) expect(stdout).toContain(`--${flag.name}`)
  expect(stdout).toMatch(new RegExp(`^Examples?:\n[\\s\\S]*^  proofmark ${name}`, 'm'))
})
