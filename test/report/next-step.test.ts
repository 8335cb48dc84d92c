import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { parseFlags } from '../../src/cli/parse-flags.ts'
import { nextStep } from '../../src/report/next-step.ts'
import { recordSection } from '../../src/report/record-section.ts'

const recorded = (verdict: 'passed' | 'failed') => ({
  decision: { verdict, rules: [], waivers: [], notes: [] },
  model: { name: 'credit', id: 'a'.repeat(64) },
  path: '.proofmark/certificate.sigstore.json',
})

it('says how to promote what is certified, in one line that the program and the action take', async () => {
  const line = nextStep(recorded('passed'))
  expect(line).not.toContain('\n')
  expect(recordSection(recorded('passed'))).toContain(line)
  const [, shown = ''] = /`proofmark promote ([^`]+)`/.exec(line) ?? []
  const promote = await commands.promote?.()
  expect(() => parseFlags(shown.split(' '), promote?.flags ?? [])).not.toThrow()
  const [, action] = /`uses: proofmark\/proofmark\/([^`@]+)@v1`/.exec(line) ?? []
  expect(existsSync(`${action}/action.yml`)).toBe(true)
})

it('says nothing of it where nothing was certified', () => {
  expect(recordSection(recorded('failed'))).not.toContain('promote')
  expect(recordSection({ ...recorded('passed'), problem: { message: 'no key' } })).not.toContain('promote')
})
