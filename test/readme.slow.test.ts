import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './harness/credit.ts'
import { temporaryFolder } from './harness/runner/temporary-folder.ts'

const [, section = ''] = readFileSync('README.md', 'utf8').split('## Only certified models get promoted\n')
const shown = (language: string) => section.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? ''
const undated = (text: string) => text.replace(/\d{4}-\d\d-\d\d/g, 'DATE').trim()

it('promotes the credit model with the commands shown, and tells its status as shown', () => {
  const folder = join(temporaryFolder('readme-promotion'), 'credit')
  cpSync(join(ROOT, 'examples/credit'), folder, { recursive: true, filter: path => !path.endsWith('.proofmark') })
  const env = { ...process.env, GITHUB_REPOSITORY: '', PROOFMARK_LOG_KEY: '' }
  let said = ''
  for (const line of shown('sh').split('\n')) {
    const command = line.replace('npx proofmark', `"${process.execPath}" "${join(ROOT, 'dist/proofmark.js')}"`)
    said = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env, stdio: 'pipe' })
    const [, printed] = said.split('Put into proofmark.yml:\n\nrecord:\n')
    if (printed === undefined) continue
    const settings = join(folder, 'proofmark.yml')
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('record:\n', `record:\n${printed.trimEnd()}\n`))
    env.PROOFMARK_LOG_KEY = readFileSync(join(folder, 'proofmark-log.key'), 'utf8')
  }
  expect(undated(said)).toBe(undated(shown('text')))
})
