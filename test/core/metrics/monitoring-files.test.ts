import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { alertRules } from '../../../src/core/metrics/alert-rules.ts'
import dashboard from '../../../src/core/metrics/dashboard.json' with { type: 'json' }
import { monitoringFiles } from '../../../src/core/metrics/monitoring-files.ts'

const schema = JSON.parse(readFileSync('test/fixtures/grafana/dashboard.jsonschema.json', 'utf8'))
const valid = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema)
const options = { prometheus: 'http://prometheus:9090', dashboards: '/dashboards' }
const written = (lookback?: string) =>
  JSON.parse(monitoringFiles({ ...options, lookback }).get('grafana/dashboards/proofmark.json') ?? '')

test.each([undefined, '31d'])("the dashboard (lookback %s) is what Grafana's own schema asks for", lookback => {
  valid(written(lookback))
  expect(valid.errors).toBeNull()
})

test('the schema refuses a dashboard that is none', () => {
  expect(valid({ ...dashboard, schemaVersion: 'new' })).toBe(false)
})

test('the dashboard has a uid of its own, and asks the data source that is chosen on it, everywhere', () => {
  expect([dashboard.uid, dashboard.schemaVersion]).toEqual(['proofmark', 42])
  const sources = [...JSON.stringify(dashboard).matchAll(/"datasource":\{"type":"prometheus","uid":"([^"]*)"\}/g)]
  expect(new Set(sources.map(([, uid]) => uid))).toEqual(new Set([`\${DS}`]))
})

test('what is written by remote write is looked for as far back as is said, in rules and dashboard', () => {
  expect(alertRules('31d')).toContain('last_over_time(proofmark_gate_verdict{verdict="failed"}[31d]) == 1')
  expect(alertRules()).not.toContain('last_over_time')
  const lookback = written('31d').templating.list.find(({ name }: { name: string }) => name === 'lookback')
  expect(lookback.current.value).toBe('31d')
})

test('Grafana is told where the dashboard and Prometheus are', () => {
  const files = monitoringFiles(options)
  expect(parse(files.get('grafana/provisioning/dashboards/proofmark.yml') ?? '')).toMatchObject({
    apiVersion: 1,
    providers: [{ type: 'file', options: { path: '/dashboards' } }],
  })
  expect(parse(files.get('grafana/provisioning/datasources/prometheus.yml') ?? '')).toMatchObject({
    datasources: [{ type: 'prometheus', url: 'http://prometheus:9090' }],
  })
})
