import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folder } from '../../src/targets/folder/folder.ts'
import { promotionTargets } from '../../src/targets/promotion-targets.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

it('a lock that was left behind is told, not broken', async () => {
  const root = temporaryFolder('lock')
  mkdirSync(join(root, 'production'))
  const lock = join(root, 'production/production.json.lock')
  writeFileSync(lock, 'process 7\n')
  utimesSync(lock, 0, 0)
  const target = folder('folder:production', 'production', { root, environment: {} })
  await expect(target.point('{}', await target.current())).rejects.toMatchObject({
    code: 'promotion.locked',
    kind: 'environment',
    message: `Expected to lock the target but ${lock} is held by process 7`,
  })
})

it('a pointer of a megabyte is refused', async () => {
  const root = temporaryFolder('large')
  writeFileSync(join(root, 'production.json'), 'x'.repeat(1024 * 1024))
  const target = folder('folder:.', '.', { root, environment: {} })
  await expect(target.current()).rejects.toMatchObject({ code: 'promotion.too-large' })
})

it.each([
  '',
  'folder:',
  'ftp:x',
  'production',
  's3://',
  's3://B/x',
  's3://bucket/../x',
  'tag:Credit#prod',
  'tag:credit',
  'release:-x',
])('no target is called %j', async name => {
  const github = { token: 't', apiUrl: 'http://127.0.0.1:2', repository: 'acme/credit', commit: undefined }
  const environment = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
  await expect(promotionTargets({ root: '.', environment, github }).open(name)).rejects.toMatchObject({
    name: 'UserError',
    kind: 'input',
  })
})
