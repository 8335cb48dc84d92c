import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './runner/temporary-folder.ts'

/** Writes files into a new folder and returns it: a tiny repository of actions and workflows. */
export function aRepository(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder('repository')
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** What every fixture action needs to speak to the runner, without a library. */
export const PRELUDE = `
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
const input = name => process.env['INPUT_' + name.toUpperCase()] ?? ''
const output = (name, value) => appendFileSync(process.env.GITHUB_OUTPUT, name + '<<END\\n' + value + '\\nEND\\n')
const api = (method, path, body) => fetch(process.env.GITHUB_API_URL + '/repos/' + process.env.GITHUB_REPOSITORY + path, {
  method, headers: { authorization: 'Bearer ' + input('token'), 'content-type': 'application/json' }, body: body && JSON.stringify(body),
})
`
