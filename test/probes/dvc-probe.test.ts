import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { faultServer, s3Error } from '../http/fault-server.ts'
import { told } from './told.ts'

/** A DVC repository with these settings. */
function repository(config: string): string {
  const root = temporaryFolder('doctor')
  mkdirSync(join(root, '.dvc'))
  writeFileSync(join(root, '.dvc/config'), config)
  return root
}
const date = () => ({ date: new Date().toUTCString() })
const CLOCK = 'ok clock: within 60 seconds of ours'

it('a folder that is there, and one that is not', async () => {
  const root = repository(
    '[core]\n    remote = here\n[\'remote "here"\']\n    url = ../store\n[\'remote "gone"\']\n    url = /no/such\n',
  )
  expect((await told('DVC remote here', { root })).join()).toMatch(
    /^fail may read: Expected the DVC remote here at \.\.\/store but there is no such folder → Mount it/,
  )
  mkdirSync(join(root, 'store'))
  expect(await told('DVC remote here', { root })).toEqual(['ok may read: yes'])
  // Nothing reads from it: it is not the default, and the settings do not name it.
  expect((await told('DVC remote gone', { root })).join()).toMatch(/^warn may read: Expected the DVC remote gone/)
  const settings = 'data: { dvc: { remote: gone } }'
  expect((await told('DVC remote gone', { root, settings })).join()).toMatch(/^fail may read: /)
})

it('a web server: with its password, refused, and down', async () => {
  const server = await faultServer(({ headers }) => ({ status: headers.authorization ? 404 : 401, headers: date() }))
  const of = (more: string) =>
    repository(`[core]\n    remote = web\n['remote "web"']\n    url = ${server.url}/dvc\n${more}`)
  expect(await told('DVC remote web', { root: of('    user = a\n    password = b\n    auth = basic\n') })).toEqual([
    'ok may read: yes',
    CLOCK,
  ])
  expect(server.asked[0]).toMatchObject({ method: 'HEAD' })
  // The clock is asked for without the password.
  expect(server.asked.at(-1)?.headers).not.toHaveProperty('authorization')
  expect((await told('DVC remote web', { root: of('') })).join()).toMatch(
    /^fail may read: Expected the DVC remote web \(127\.0\.0\.1:\d+\) to answer but it said 401 → Set user and password/,
  )
})

it('a bucket: with credentials, and refused', async () => {
  const server = await faultServer(({ headers }) =>
    headers.authorization?.includes('Credential=good/')
      ? { status: 404, headers: date() }
      : s3Error(403, 'InvalidAccessKeyId'),
  )
  const root = repository(
    `[core]\n    remote = s3\n['remote "s3"']\n    url = s3://data/dvc\n    endpointurl = ${server.url}\n`,
  )
  const keys = (id: string) => ({
    AWS_ACCESS_KEY_ID: id,
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_REGION: 'us-east-1',
    HOME: root,
  })
  expect(await told('DVC remote s3', { root, environment: keys('good') })).toEqual(['ok may read: yes', CLOCK])
  expect((await told('DVC remote s3', { root, environment: keys('bad') })).join()).toMatch(/^fail may read: Expected /)
})

it.each([
  'gs://bucket/dvc',
  'azure://container/dvc',
  'ssh://host/dvc',
  'webdavs://host/dvc',
  'gdrive://folder',
  'oss://b/p',
  'hdfs://h/p',
])('a remote that is not read here says so, and what to do: %s', async url => {
  const root = repository(`[core]\n    remote = far\n['remote "far"']\n    url = ${url}\n`)
  expect(await told('DVC remote far', { root })).toEqual([
    `fail may read: Expected the DVC remote far to be a folder, http(s) or S3 but found ${url.split(':')[0]} → Fetch the data with dvc pull first and leave data.dvc.remote out, or keep a copy in one of these: dvc push --remote NAME`,
  ])
})

it('settings that ask for DVC where there is none', async () => {
  expect((await told('DVC', { settings: 'data: { dvc: { workspace: true } }' })).join()).toMatch(
    /^fail repository: no folder \.dvc, here or above → Run it where dvc init was run/,
  )
  expect(await told('DVC', {})).toEqual([])
})
