import { expect, test } from 'vitest'
import { Settings } from '../../src/core/settings/schema.ts'
import { monitoringProbe } from '../../src/probes/monitoring-probe.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { receiver } from '../prometheus/export/receiver.ts'

const asked = async (connections: object, environment = {}) => {
  const settings = Settings.parse({ connections })
  const probes = await monitoringProbe.open({ root: temporaryFolder('probe'), environment, context: {}, settings })
  return (await Promise.all(probes.map(probe => probe.ask()))).flat()
}

test('a token that Grafana refuses, and a folder that is missing, are told with what to do', async () => {
  const { url } = await receiver({ status: 403 })
  expect(await asked({ textfile: { folder: 'none' }, grafana: { url } }, { GRAFANA_TOKEN: 'x' })).toEqual([
    {
      asked: 'may write',
      status: 'fail',
      found: 'no',
      remedy: 'Make the folder, and let the user of this run write into it',
    },
    {
      asked: 'credentials',
      status: 'fail',
      found: 'HTTP status 403',
      remedy:
        'Give GRAFANA_TOKEN the token of a service account with the permissions annotations:read and annotations:create',
    },
  ])
})

test('a page in place of the Pushgateway is none', async () => {
  const { url } = await receiver({ status: 200, body: '<html>' })
  await expect(asked({ pushgateway: { url } })).rejects.toMatchObject({
    message: 'Expected an answer of the Pushgateway but found no JSON',
    kind: 'environment',
  })
})

test('a server that points elsewhere, or is broken, is told as that, and gets no token elsewhere', async () => {
  const other = await receiver()
  const away = await receiver({ status: 302, headers: { location: `${other.url}/login` } })
  await expect(asked({ grafana: { url: away.url } }, { GRAFANA_TOKEN: 'x' })).rejects.toMatchObject({
    message: `Expected an answer of Grafana but found a redirect to ${new URL(other.url).host}`,
    hint: 'Check connections.grafana.url: the address without /api',
  })
  expect(other.asked).toEqual([])
  const broken = await receiver({ status: 500 })
  await expect(asked({ grafana: { url: broken.url } }, { GRAFANA_TOKEN: 'x' })).rejects.toMatchObject({
    message: 'Expected an answer of Grafana but found HTTP status 500',
    hint: 'It is overloaded, starting or broken: see its log, then run again',
  })
})
