import { expect, it } from 'vitest'
import { LOADER_ADVISORIES } from '../../../../src/core/security/dependencies/loaders/loader-advisories.ts'
import { loaderCheck } from '../../../../src/core/security/dependencies/loaders/loader-check.ts'
import type { Requirement } from '../../../../src/core/security/dependencies/manifest.ts'
import * as formats from '../../../../src/core/security/formats/index.ts'

const pin = (name: string, version: string, ecosystem: Requirement['ecosystem'] = 'PyPI'): Requirement => ({
  ...(ecosystem === undefined ? {} : { ecosystem }),
  name,
  version,
  line: 3,
  requirement: `${name}==${version}`,
  pinned: true,
})
const model = { path: 'models/net.pt', format: 'torch' }

it('a pinned loader that is unfit for a scanned file fails, naming both, the faults and the way out', () => {
  expect(loaderCheck('requirements.txt', pin('torch', '2.0.1+cu118'), [model])).toMatchObject({
    id: 'loader.requirements.txt:torch@2.0.1',
    status: 'fail',
    required: { comparator: '>=', value: '2.10.0' },
    reason: expect.stringMatching(
      /models\/net\.pt but requirements\.txt:3 pins 2\.0\.1.*CVE-2025-32434.*CVE-2026-24747/,
    ),
    hint: 'Update torch to 2.10.0 or later',
    locations: [{ file: 'requirements.txt', line: 3, note: 'torch==2.0.1+cu118' }, { file: 'models/net.pt' }],
  })
})

it.each([
  ['torch', '2.10.0', 'torch', undefined],
  ['torch', '2.9.1', 'torch', 'fail'],
  ['torch', '2.9.1', 'torch-legacy', 'fail'],
  ['torch', '2.9.1', 'safetensors', undefined],
  ['torch', '2.9.1', 'zip+torch', 'fail'],
  ['keras', '3.13.1', 'keras', 'fail'],
  ['keras', '3.13.2', 'keras', undefined],
  ['onnx', '1.20.1', 'onnx', 'fail'],
  ['onnx', '1.21.0', 'onnx', undefined],
  ['transformers', '5.2.0', 'safetensors', 'warn'],
  ['transformers', '5.3.0', 'safetensors', undefined],
  ['skops', '0.11.0', 'skops', 'fail'],
  ['skops', '0.12.0', 'skops', undefined],
])('%s %s with a file of format %s: %s', (name, version, format, status) => {
  expect(loaderCheck('uv.lock', pin(name, version), [{ path: 'm', format }])?.status).toBe(status)
})

it('a loader of conda is known by its name there', () => {
  expect(loaderCheck('conda-lock.yml', pin('pytorch', '2.1.0', 'conda'), [model])?.status).toBe('fail')
  expect(loaderCheck('package-lock.json', pin('torch', '2.1.0', 'npm'), [model])).toBeUndefined()
})

it('every advisory names formats there are, and its source', () => {
  const known = Object.values(formats).map(({ id }) => id)
  for (const { formats: named, source, ids } of LOADER_ADVISORIES) {
    expect(known).toEqual(expect.arrayContaining([...named]))
    expect(source).toMatch(/^https:\/\//)
    expect(ids).not.toEqual([])
  }
})
