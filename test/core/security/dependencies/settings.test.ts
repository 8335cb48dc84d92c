import { expect, it } from 'vitest'
import { readSettings } from '../../../../src/core/settings/read-settings.ts'

const read = (text: string, inputs: Record<string, string> = {}) =>
  readSettings({
    command: 'security-scan',
    file: { name: 'proofmark.yml', text },
    inputs: new Map(Object.entries(inputs).map(([name, value]) => [name, [value]])),
    nameInput: ({ name }) => `input ${name}`,
    rebase: path => `from-here/${path}`,
  }).security

it('nothing is looked up unless asked for', () => {
  expect(read('')).toMatchObject({ vulnerabilities: 'off', 'osv-url': 'https://api.osv.dev' })
  expect(read('security:\n  vulnerabilities: off\n').vulnerabilities).toBe('off')
})

it('an input is one of the words, or a path seen from the working directory', () => {
  expect(read('', { vulnerabilities: 'api' }).vulnerabilities).toBe('api')
  expect(read('', { vulnerabilities: ' off ' }).vulnerabilities).toBe('off')
  expect(read('', { vulnerabilities: 'osv/all.zip' }).vulnerabilities).toBe('from-here/osv/all.zip')
})

it('what is neither is refused in a sentence', () => {
  expect(() => read('security:\n  vulnerabilities: true\n')).toThrow(
    "Expected 'security.vulnerabilities' to be off, api, or the path of OSV's all.zip but found true (proofmark.yml:2)",
  )
  expect(() => read('security:\n  osv-url: ftp://example.com\n')).toThrow(/'security\.osv-url'/)
})
