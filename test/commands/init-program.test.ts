import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { init } from '../../src/cli/commands/init.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'proofmark-init-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true })
})

/** Exit code and standard output of `proofmark init`. */
async function run(...args: string[]) {
  let output = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    output += text
    return true
  })
  const code = await init.run(args)
  return { code, output }
}

describe('proofmark init', () => {
  it('prints what it found and why, what it wrote, and what to do next', async () => {
    cpSync('examples/credit', root, { recursive: true, filter: path => !/proofmark\.yml|odcs|\.proofmark/.test(path) })
    const { code, output } = await run('--dir', root)
    expect(code).toBe(0)
    const line = (start: string) => output.split('\n').find(text => text.trim().startsWith(start))
    expect(line('model')).toContain('model-forest.joblib: joblib; named for other models: model-champion.joblib')
    expect(line('predictions')).toContain("predictions-forest.csv: 'id' is unique, 'status' has two values")
    expect(line('champion')).toContain(
      'predictions-champion.csv: named for the model in production, with the same rows',
    )
    expect(line('reference')).toContain('train.csv')
    expect(output).toContain(`wrote         ${join(root, 'proofmark.yml')}\n`)
    expect(output.trimEnd().split('\n').slice(-3)).toEqual([
      `  proofmark keygen --out ${root}`,
      `  proofmark gate --config ${join(root, 'proofmark.yml')}`,
      `  gh secret set PROOFMARK_KEY < ${join(root, 'proofmark.key')}`,
    ])
    const again = await run('--dir', root)
    expect(again.output).toContain(`kept          ${join(root, 'proofmark.yml')}\n`)
    expect(again.output).not.toContain('wrote')
  })

  it('prints the files and writes none with --dry-run', async () => {
    writeFileSync(join(root, 'data.csv'), 'id,x\n1,2\n')
    const { code, output } = await run('--dir', root, '--dry-run')
    expect(code).toBe(0)
    expect(output).toContain('would write')
    expect(output).toContain('\ndata:\n  files:\n    - data.csv\n')
    expect(output).toContain('\nkind: DataContract\n')
    expect(output).toContain('\n    branches: [main]\n')
    expect(readdirSync(root)).toEqual(['data.csv'])
  })

  it('is not stopped by links, environments or folders it may not enter', async () => {
    mkdirSync(join(root, '.venv/bin'), { recursive: true })
    symlinkSync('/usr/bin/env', join(root, '.venv/bin/python'))
    symlinkSync('/usr/bin', join(root, 'tools'))
    symlinkSync('gone.csv', join(root, 'dangling.csv'))
    writeFileSync(join(root, 'data.csv'), 'id,x\n1,2\n')
    const { output } = await run('--dir', root)
    expect(output).toContain('Looked at 1 file, 1 of them tables')
    expect(output).toContain('data.csv: 1 row of 2 columns')
  })

  it('says what it looked for in an empty folder', async () => {
    const { code, output } = await run('--dir', root)
    expect(code).toBe(0)
    expect(output).toContain('predictions   none found: looked for a CSV file of few columns')
    expect(readdirSync(root).toSorted()).toEqual(['.github', '.gitignore', 'proofmark.yml'])
  })

  it('tells where a workflow belongs that is not at the root of the repository', async () => {
    mkdirSync(join(root, '.git'))
    mkdirSync(join(root, 'models/credit'), { recursive: true })
    const { output } = await run('--dir', join(root, 'models/credit'))
    expect(output).toContain("GitHub runs workflows of the repository's root only: move")
    const workflow = readFileSync(join(root, 'models/credit/.github/workflows/proofmark.yml'), 'utf8')
    expect(workflow).toContain('          config: models/credit/proofmark.yml\n')
    expect((await run('--dir', root)).output).not.toContain('move')
  })

  it('lets no file name write to the terminal', async () => {
    writeFileSync(join(root, 'a\u001b[31m\r\nb.csv'), 'id,x\n1,2\n')
    const { output } = await run('--dir', root, '--dry-run')
    expect(output).toContain('b.csv: 1 row')
    expect(output).not.toContain('\u001b[31m')
    expect(output).not.toContain('\r')
  })

  it('refuses a folder that is not there, and what is no flag', async () => {
    await expect(run('--dir', join(root, 'gone'))).rejects.toMatchObject({ code: 'init.no-folder', kind: 'input' })
    await expect(run(root)).rejects.toMatchObject({ code: 'flags.positional' })
    await expect(run('--dri-run')).rejects.toMatchObject({ code: 'flags.unknown' })
  })
})
