import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { receiver } from '../prometheus/export/receiver.ts'

describe('proofmark dashboard', () => {
  test('writes rules, dashboard and provisioning, and keeps what is there', async () => {
    const root = temporaryFolder('dashboard')
    const first = await runProgram(root, ['dashboard', '--dir', 'ops', '--lookback', '31d'])
    expect([first.code, first.said.match(/wrote/g)?.length]).toEqual([0, 4])
    const rules = join(root, 'ops/prometheus/proofmark.rules.yml')
    expect(readFileSync(rules, 'utf8')).toContain('[31d]')
    writeFileSync(rules, 'mine')
    const second = await runProgram(root, ['dashboard', '--dir', 'ops'])
    expect([second.code, second.said.match(/kept/g)?.length, readFileSync(rules, 'utf8')]).toEqual([0, 4, 'mine'])
    await runProgram(root, ['dashboard', '--dir', 'ops', '--force'])
    expect(readFileSync(rules, 'utf8')).toContain('ProofmarkGateFailed')
  })

  test.each([
    [['--lookback', '31 days'], "Expected a length of time in --lookback but found '31 days'"],
    [['--prometheus-url', 'prometheus:9090'], "Expected an address in --prometheus-url but found 'prometheus:9090'"],
    [['ops'], "Expected flags only but found 'ops'"],
  ])('refuses %j', async (args, message) => {
    const root = temporaryFolder('dashboard')
    const { code, said } = await runProgram(root, ['dashboard', ...args])
    expect(code).toBe(3)
    expect(said).toContain(message)
    expect(existsSync(join(root, 'monitoring'))).toBe(false)
  })
})

describe('proofmark metrics clean', () => {
  test('deletes every group of the model, and of a target where one is named', async () => {
    const { url, asked } = await receiver()
    const root = temporaryFolder('clean')
    writeFileSync(
      join(root, 'proofmark.yml'),
      `model: { name: credit }\nconnections: { pushgateway: { url: '${url}' } }\n`,
    )
    expect((await runProgram(root, ['metrics', 'clean', '--repo', 'acme/credit'])).code).toBe(0)
    expect(asked.map(({ method }) => method)).toEqual(Array(5).fill('DELETE'))
    expect(asked[4]?.path).toBe(
      `/metrics/job@base64/${b64('proofmark')}/repo@base64/${b64('acme/credit')}/model@base64/${b64('credit')}`,
    )
    await runProgram(root, ['metrics', 'clean', '--repo', 'acme/credit', '--target', 'folder:x'])
    expect(asked.slice(5).map(({ path }) => path)).toEqual([
      `/metrics/job@base64/${b64('proofmark')}/repo@base64/${b64('acme/credit')}/target@base64/${b64('folder:x')}`,
    ])
  })

  test('says where nothing is connected, and what it takes', async () => {
    const root = temporaryFolder('clean')
    const { code, said } = await runProgram(root, ['metrics', 'clean'])
    expect([code, said.includes('the settings name none')]).toEqual([3, true])
    expect((await runProgram(root, ['metrics'])).said).toContain("Expected 'clean' but found nothing")
  })
})

const b64 = (text: string) => Buffer.from(text).toString('base64url')
