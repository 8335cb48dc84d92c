import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import { saferFormat } from '../../../src/core/security/advice/safer-format.ts'
import { artefactCheck } from '../../../src/core/security/artefact-check.ts'
import type { Inspection } from '../../../src/core/security/format.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'

const inspection = (status: Inspection['status'], libraries: string[] = []): Inspection => ({
  status,
  reason: 'x',
  findings: [],
  found: 0,
  globals: libraries.length,
  libraries,
})
const advice = (path: string, format: string, of: Inspection) => saferFormat(path, { format, inspection: of })

describe('a model of scikit-learn', () => {
  it.each(['model-champion.joblib', 'model-champion.pkl', 'model-forest.joblib'])(
    '%s has the command for skops',
    async name => {
      const file = await inspectFile(readFileSync(`examples/credit/${name}`), nodeCodecs())
      expect(artefactCheck(`models/${name}`, file)).toMatchObject({
        status: 'pass',
        hint: `To keep it in a format that runs nothing: python -c "import joblib, skops.io; skops.io.dump(joblib.load('models/${name}'), 'models/${name.split('.')[0]}.skops')"`,
      })
    },
  )

  it('that did not pass is never loaded', () => {
    for (const status of ['fail', 'inconclusive', 'warn'] as const)
      expect(advice('m.pkl.gz', 'gzip', inspection(status, ['sklearn', 'numpy']))).toBe(
        "Where it was made, save it in a format that runs nothing: skops.io.dump(model, 'm.skops')",
      )
  })

  it('with what skops does not keep has none', () => {
    expect(advice('m.pkl', 'pickle', inspection('pass', ['sklearn', 'pandas']))).toBeUndefined()
    expect(advice('m.pkl', 'pickle', inspection('pass', ['xgboost']))).toBeUndefined()
    expect(advice('m.pkl', 'pickle', inspection('pass'))).toBeUndefined()
  })
})

it('a PyTorch file has the command for safetensors, which loads weights only', () => {
  expect(advice('w/net.pt', 'torch', inspection('pass'))).toBe(
    `To keep it in a format that runs nothing: python -c "import torch, safetensors.torch; safetensors.torch.save_file(torch.load('w/net.pt', weights_only=True, map_location='cpu'), 'w/net.safetensors')"`,
  )
  expect(advice('w/net.pt', 'torch', inspection('fail'))).toContain(
    "safetensors.torch.save_model(model, 'w/net.safetensors')",
  )
})

it.each(["a'b.pt", 'a"b.pt', 'a$(id).pt', 'a`id`.pt', 'a\\b.pt', '-a.pt', 'a;b.pt', 'a\nb.pt', 'ö.pt'])(
  '%j is put into no command',
  path => {
    expect(advice(path, 'torch', inspection('pass'))).toBeUndefined()
  },
)

it('a path with spaces reaches Python as it is', () => {
  const [, command = ''] = advice('my models/net 1.pt', 'torch', inspection('pass'))?.split(': ') ?? []
  const shown = execFileSync('sh', ['-c', command.replace(/^python -c/, 'printf %s')], { encoding: 'utf8' })
  expect(shown).toContain("torch.load('my models/net 1.pt',")
})
