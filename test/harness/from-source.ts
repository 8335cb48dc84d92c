import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { ROOT } from './credit.ts'
import { temporaryFolder } from './runner/temporary-folder.ts'

/** A folder with our actions as they are in the sources: for `root` of `runWorkflow`, where what is built is not what is tested. */
export function actionsFromSource(): string {
  const root = temporaryFolder('actions')
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'dist/package.json'), '{"type":"module"}')
  copyFileSync(join(ROOT, 'action.yml'), join(root, 'action.yml'))
  for (const entry of readdirSync(join(ROOT, 'actions'), { withFileTypes: true }).filter(each => each.isDirectory())) {
    const folder = join('actions', entry.name)
    mkdirSync(join(root, folder), { recursive: true })
    copyFileSync(join(ROOT, folder, 'action.yml'), join(root, folder, 'action.yml'))
    const main = pathToFileURL(join(ROOT, folder, 'main.ts')).href
    writeFileSync(join(root, 'dist', `${entry.name}.js`), `import ${JSON.stringify(main)}\n`)
  }
  return root
}
