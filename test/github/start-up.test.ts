import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { NODE } from '../harness/runner/start.ts'

it('loads octokit only when something is asked of GitHub', () => {
  const loaded = execFileSync(NODE, ['--input-type=module', '--eval', SCRIPT], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
  })

  expect(JSON.parse(loaded)).toEqual({ before: [], after: ['octokit'] })
})

const SCRIPT = `
  import { registerHooks } from 'node:module'
  const seen = new Set()
  registerHooks({ resolve: (name, context, next) => { if (/^octokit$/.test(name)) seen.add(name); return next(name, context) } })
  const { githubForge } = await import('./src/github/github-forge.ts')
  await import('./src/github/context.ts')
  const forge = githubForge({ token: 't', apiUrl: 'http://127.0.0.1:2', repository: 'a/b', head: 'c', pullRequest: 1 })
  const before = [...seen]
  await forge.currentHead().catch(() => {})
  console.log(JSON.stringify({ before, after: [...seen] }))
`
