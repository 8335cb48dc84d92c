import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mlflowSource } from '../../src/mlflow/mlflow-source.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { aServer } from './a-server.ts'

/** A server that has version 7 of credit, its files in a folder of this machine. */
async function aRegistry(folder: string) {
  const version = { name: 'credit', version: '7', run_id: '', source: folder }
  return aServer(({ url = '' }, response) =>
    response.end(
      JSON.stringify(url.includes('get-download-uri') ? { artifact_uri: folder } : { model_version: version }),
    ),
  )
}

test('files in a folder of this machine are read where they lie, and no link out of it is followed', async () => {
  const folder = temporaryFolder('artifacts')
  mkdirSync(join(folder, 'parts'))
  writeFileSync(join(folder, 'MLmodel'), 'm')
  writeFileSync(join(folder, 'parts/a.bin'), 'abc')
  symlinkSync('/etc/hostname', join(folder, 'parts/outside'))
  const { url, requests } = await aRegistry(folder)
  const source = await mlflowSource({ MLFLOW_TRACKING_URI: url })
  const files = await source.find('models:/credit@champion')
  expect(files?.map(({ name, bytes, here }) => ({ name, bytes, here }))).toEqual([
    { name: 'models:/credit/7/MLmodel', bytes: 1, here: join(folder, 'MLmodel') },
    { name: 'models:/credit/7/parts/a.bin', bytes: 3, here: join(folder, 'parts/a.bin') },
  ])
  await source.find('models:/credit@champion/parts')
  expect(requests).toHaveLength(2)
})

test('what is nowhere is missed by its address', async () => {
  const { url } = await aRegistry(temporaryFolder('artifacts'))
  const source = await mlflowSource({ MLFLOW_TRACKING_URI: url })
  await expect(source.find('models:/credit/7/none')).rejects.toMatchObject({
    code: 'mlflow.no-file',
    file: 'models:/credit/7/none',
    kind: 'input',
  })
})

test('a server that lists a name that leads elsewhere is not followed', async () => {
  const { url } = await aServer((request, response) =>
    response.end(
      JSON.stringify(
        request.url?.includes('mlflow-artifacts')
          ? { files: [{ path: 'x/..', is_dir: false, file_size: 1 }] }
          : { run: { info: { run_id: 'r1', experiment_id: '3', artifact_uri: 'mlflow-artifacts:/3/r1/artifacts' } } },
      ),
    ),
  )
  const source = await mlflowSource({ MLFLOW_TRACKING_URI: url })
  await expect(source.find('runs:/r1')).rejects.toMatchObject({ code: 'mlflow.path' })
})
