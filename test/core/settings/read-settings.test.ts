import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/core/settings/read-settings.ts'
import { UserError } from '../../../src/core/user-error.ts'

const read = (
  text: string | undefined,
  inputs: Record<string, string[]> = {},
  command: 'model-certify' | 'gate' = 'model-certify',
) =>
  readSettings({
    command,
    ...(text === undefined ? {} : { file: { name: 'proofmark.yml', text } }),
    inputs: new Map(Object.entries(inputs)),
    nameInput: ({ name }) => `input ${name}`,
    rebase: path => `from-here/${path}`,
  })

const refusal = (act: () => unknown): UserError => {
  try {
    act()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('Expected a UserError')
}

describe('proofmark.yml', () => {
  it('fills in the defaults', () => {
    const { certify, policy } = read('certify:\n  label: status\n')
    expect(certify).toMatchObject({ label: 'status', id: 'id', threshold: 0.5, level: 0.95 })
    expect(policy).toEqual({
      require: ['data-validate', 'model-certify', 'security-scan', 'drift-compare'],
      'validity-days': 90,
    })
  })

  it('may be empty or absent', () => {
    expect(read('').certify.task).toBe('binary')
    expect(read(undefined).certify.task).toBe('binary')
  })

  it('names an unknown key, its line, and the one that was meant', () => {
    const { message, line, code } = refusal(() => read('certify:\n  label: y\n  treshold: 0.4\n'))
    expect(message).toBe("Unknown key 'treshold' in 'certify' (proofmark.yml:3): did you mean 'threshold'?")
    expect(line).toBe(3)
    expect(code).toBe('settings.invalid')
  })

  it('lists the known keys where none is close', () => {
    const { message, hint } = refusal(() => read('xyzzyplugh: 1\n'))
    expect(message).toBe("Unknown key 'xyzzyplugh' (proofmark.yml:1)")
    expect(hint).toContain('model, data, certify, drift, security, record, connections, controls, policy')
  })

  it('tells every fault at once, each with its line', () => {
    const { message } = refusal(() => read('certify:\n  threshold: 1.5\n  id: 4\nmodel:\n  files: a.joblib\n'))
    expect(message.split('\n')).toEqual([
      'Expected \'model.files\' to be a list but found "a.joblib" (proofmark.yml:5)',
      "Expected 'certify.id' to be a text but found 4 (proofmark.yml:3)",
      "Expected 'certify.threshold' to be at most 1 but found 1.5 (proofmark.yml:2)",
    ])
  })

  it.each([
    ['broken YAML', 'certify:\n  claims: [auc\n', 'yaml.syntax'],
    ['a key given twice', 'model:\n  name: a\n  name: b\n', 'yaml.syntax'],
    ['a list at the top', '- model\n', 'settings.invalid'],
    ['an alias bomb', bomb(), 'yaml.aliases'],
  ])('refuses %s', (_, text, code) => {
    expect(refusal(() => read(text)).code).toBe(code)
  })
})

describe('inputs', () => {
  it('lie over the file, and are what their schema says', () => {
    const { certify, model } = read('certify:\n  threshold: 0.4\n  label: y\n', {
      threshold: ['0.7'],
      claims: ['auc >= 0.8\n\n  accuracy >= 0.75  \n'],
      predictions: ['p.csv'],
      model: ['a.joblib\nb.joblib'],
    })
    expect(certify).toMatchObject({
      threshold: 0.7,
      label: 'y',
      claims: ['auc >= 0.8', 'accuracy >= 0.75'],
      predictions: 'from-here/p.csv',
    })
    expect(model.files).toEqual(['from-here/a.joblib', 'from-here/b.joblib'])
  })

  it('that are empty were not given', () => {
    expect(read('certify:\n  threshold: 0.4\n', { threshold: [''], label: ['  '] }).certify).toMatchObject({
      threshold: 0.4,
      label: 'label',
    })
  })

  it('are named in a message', () => {
    expect(refusal(() => read('certify:\n  threshold: 0.4\n', { threshold: ['high'] })).message).toBe(
      'Expected \'certify.threshold\' to be a number but found "high" (input threshold)',
    )
  })

  it('of another command are not looked at', () => {
    expect(read('certify:\n  threshold: 0.4\n', { threshold: ['0.9'] }, 'gate').certify.threshold).toBe(0.4)
  })
})

function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, i) =>
      `${'abcdefghi'[i]}: &${'abcdefghi'[i]} [${
        i === 0
          ? 'x'
          : Array(9)
              .fill(`*${'abcdefghi'[i - 1]}`)
              .join(', ')
      }]`,
  )
  return `${levels.join('\n')}\n`
}
