import { describe, expect, it } from 'vitest'
import { Policy } from '../../../../src/core/record/policy/policy.ts'
import { policyDigest } from '../../../../src/core/record/policy/policy-digest.ts'
import { policyLeafDocument } from '../../../../src/core/record/policy/policy-leaf-document.ts'
import { readPolicy } from '../../../../src/core/record/policy/read-policy.ts'
import { readSettings } from '../../../../src/core/settings/read-settings.ts'
import { UserError } from '../../../../src/core/user-error.ts'
import { sha256 } from '../memory.ts'

const RULE = '{ id: auc-floor, gate: model-certify, metric: auc, comparator: ">=", threshold: 0.8 }'
const MODEL = `sha256:${'a'.repeat(64)}`

function refused(act: () => unknown): UserError {
  try {
    act()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('Expected it to be refused')
}
const read = (text: string) => readPolicy('policy.yml', text)
const settings = (text: string, inputs: Record<string, string> = {}) =>
  readSettings({
    command: 'audit-record',
    file: { name: 'proofmark.yml', text },
    inputs: new Map(Object.entries(inputs).map(([name, value]) => [name, [value]])),
    nameInput: ({ name }) => `--${name}`,
    rebase: path => path,
  })

describe('a policy', () => {
  it('takes everything that one had before there were rules', () => {
    const finding = {
      rule: 'artefact',
      name: 'os.getcwd',
      sha256: 'a'.repeat(64),
      reason: 'Reviewed',
      owner: '@acme/risk',
      expires: '2026-12-31',
    }
    const before = {
      require: ['security-scan'],
      'validity-days': 30,
      'known-vulnerabilities': 'all',
      waivers: [finding],
    }
    expect(Policy.parse(before)).toEqual(before)
    expect(Policy.parse({})).toEqual({
      require: ['data-validate', 'model-certify', 'security-scan', 'drift-compare'],
      'validity-days': 90,
    })
  })

  it('reads YAML as it is written: no is a text, a day too', () => {
    const policy = read(`
rules:
  - { id: no-drift, gate: drift-compare, metric: psi, feature: no, comparator: <, threshold: 1e-1, bound: point }
waivers:
  - { rule: no-drift, model: '${MODEL}', reason: yes, owner: on, requested-by: off, from: 2026-01-01, expires: 2026-01-31 }
`)
    expect(policy.rules?.[0]).toMatchObject({ feature: 'no', threshold: 0.1 })
    expect(policy.waivers?.[0]).toMatchObject({ reason: 'yes', owner: 'on', from: '2026-01-01', expires: '2026-01-31' })
  })

  it.each([
    ['', "neither 'require' nor 'rules'", undefined],
    ['validity-days: 30', "neither 'require' nor 'rules'", undefined],
    [
      'require: []',
      "Expected 'require' to be a list of at least one gate, or to stand beside 'rules' but found [] (policy.yml:1)",
      1,
    ],
    ['require: []\nrules: []', 'a list of at least one gate', 1],
    ['from: { file: other.yml }', "it only names another ('from', policy.yml:1)", undefined],
    ['requires: [security-scan]', "Unknown key 'requires' (policy.yml:1): did you mean 'require'?", 1],
    [
      `rules:\n  - ${RULE.replace('threshold', 'treshold')}`,
      "Unknown key 'treshold' in 'rules[0]' (policy.yml:2): did you mean 'threshold'?",
      2,
    ],
    [
      `rules:\n  - ${RULE}\n  - ${RULE}`,
      'Expected \'rules[1].id\' to be a name that no other rule has but found "auc-floor" (policy.yml:3)',
      3,
    ],
    [
      `rules:\n  - ${RULE.replace('0.8', '.nan')}`,
      "Expected 'rules[0].threshold' to be a number but found NaN (policy.yml:2)",
      2,
    ],
    [`rules:\n  - ${RULE.replace('0.8', '.inf')}`, "'rules[0].threshold'", 2],
    [`rules:\n  - ${RULE.replace('0.8', '"0.8"')}`, 'to be a number but found "0.8"', 2],
    [`rules:\n  - ${RULE.replace('auc-floor', 'materials')}`, "'materials' is one of Proofmark's own", 2],
    [`rules:\n  - ${RULE.replace('auc-floor', 'security-scan')}`, "'security-scan' is one of Proofmark's own", 2],
    [`rules:\n  - ${RULE.replace('">="', '"="')}`, 'one of >=, >, <=, <', 2],
    [`rules:\n  - { id: x, gate: security-scan }`, "a requirement: 'require: passed', or", 2],
    [`rules:\n  - { id: x, gate: security-scan, threshold: 1, comparator: < }`, "name its 'check' or 'metric'", 2],
    [`rules:\n  - { id: x, gate: security-scan, metric: auc, threshold: 1, comparator: < }`, 'measures no metrics', 2],
    [`rules:\n  - { id: x, gate: drift-compare, metric: psi, threshold: 1, comparator: < }`, "name the 'feature'", 2],
    [
      `rules:\n  - { id: x, gate: data-validate, check: a, slice: b, require: passed }`,
      'only metrics of model-certify have slices',
      2,
    ],
    [
      `rules:\n  - { id: x, gate: data-validate, check: a, require: passed, comparator: <, threshold: 1 }`,
      "either 'require: passed', or",
      2,
    ],
    [`rules:\n  - { id: x, gate: data-validate, check: a, when: never, require: passed }`, "Unknown key 'when'", 2],
    [
      `rules:\n  - ${RULE}\nwaivers:\n  - { rule: auc-flor, model: '${MODEL}', reason: r, owner: o, requested-by: a, expires: 2026-01-01 }`,
      "(did you mean 'auc-floor'?)",
      4,
    ],
    [
      `rules:\n  - ${RULE}\nwaivers:\n  - { rule: auc-floor, model: '*', reason: r, owner: o, requested-by: a, expires: 2026-01-01 }`,
      'the id of one model',
      4,
    ],
    [
      `rules:\n  - ${RULE}\nwaivers:\n  - { rule: auc-floor, model: '${MODEL}', reason: r, owner: o, requested-by: a, expires: never }`,
      'a day such as 2027-01-31',
      4,
    ],
    [
      `rules:\n  - ${RULE}\nwaivers:\n  - { rule: '*', model: '${MODEL}', reason: r, owner: o, requested-by: a, expires: 2026-01-01 }`,
      "'waivers[0].rule'",
      4,
    ],
    [
      `rules:\n  - ${RULE}\nwaivers:\n  - { rule: model-certify, model: '${MODEL}', reason: r, owner: o, requested-by: a, expires: 2026-01-01 }`,
      'the id of a rule of this policy',
      4,
    ],
    [`rules:\n  - ${RULE}\nwaiver-limits:\n  forbid: [auc-flor]`, "(did you mean 'auc-floor'?)", 4],
    [
      `rules:\n  - ${RULE}\napprovals: [{ role: complience }]\nroles: { compliance: { team: acme/compliance } }`,
      "Expected 'approvals[0].role' to be one of policy.roles (did you mean 'compliance'?)",
      3,
    ],
    [`rules:\n  - ${RULE}\nroles: { compliance: { team: acme } }`, 'a team such as acme/compliance', 3],
    [`rules:\n  - ${RULE}\nrules: []`, "Expected 'rules' once in a map but found it twice (policy.yml:3)", 3],
    [`rules:\n  - ${RULE}\n - x`, 'policy.yml:', 3],
  ] as const)('%j is refused: %s', (text, message, line) => {
    const error = refused(() => read(text))
    expect(error.message).toContain(message)
    expect(error.kind).toBe('input')
    expect(error.line).toBe(line)
  })

  it('is no place for a bomb of aliases, deep nesting, or a flood', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g']
      .map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[i]}`).join(',')}]`)
      .join('\n')}`
    expect(refused(() => read(bomb)).code).toBe('yaml.aliases')
    expect(refused(() => read(`rules: ${'['.repeat(10_000)}`)).code).toBe('yaml.too-deep')
    expect(refused(() => read(`# ${'x'.repeat(1024 * 1024)}`)).code).toBe('policy.too-large')
  })
})

it('is read or refused with a sentence, whatever has become of its text', () => {
  const text = `rules:\n  - ${RULE}\nwaivers:\n  - { rule: auc-floor, model: '${MODEL}', reason: r, owner: o, requested-by: a, expires: 2026-01-01 }\n`
  const noise = [
    '&a ',
    '*a',
    '{',
    ']',
    '? ',
    '\t',
    '!!js/function ',
    '<<: ',
    '\u0000',
    '- ',
    '|',
    '0x1F',
    '.nan',
    '__proto__: 1\n',
  ]
  let seed = 1
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const outcomes = { read: 0, refused: 0 }
  for (let i = 0; i < 400; i++) {
    let mutated = text
    for (let k = 0; k <= next(3); k++) {
      const at = next(mutated.length)
      mutated = `${mutated.slice(0, at)}${noise[next(noise.length)]}${mutated.slice(at + next(4))}`
    }
    try {
      expect(Policy.safeParse(read(mutated)).success).toBe(true)
      outcomes.read++
    } catch (error) {
      expect(error).toBeInstanceOf(UserError)
      outcomes.refused++
    }
  }
  expect(outcomes.read).toBeGreaterThan(0)
  expect(outcomes.refused).toBeGreaterThan(200)
})

describe('a policy that is kept elsewhere', () => {
  it.each([
    [
      '{ from: { file: a.yml }, validity-days: 30 }',
      {},
      "Expected nothing beside 'policy.from' but found 'validity-days' (proofmark.yml:1)",
    ],
    ['{ from: { file: a.yml } }', { require: 'security-scan' }, "found 'require' (--require)"],
    ['{ from: { file: a.yml, ref: refs/heads/main } }', {}, "either 'file', or all of 'repository', 'path' and 'ref'"],
    ['{ from: { repository: acme/gov, path: a.yml } }', {}, "either 'file', or all of"],
    ['{ from: { repository: acme/gov, path: a.yml, ref: main } }', {}, 'a whole ref such as refs/heads/main'],
    [
      '{ from: { repository: acme/gov, path: ../a.yml, ref: refs/heads/main } }',
      {},
      "a path from the repository's root",
    ],
    ['{ from: { repository: "acme/g*", path: a.yml, ref: refs/heads/main } }', {}, 'owner/name'],
    ['{ from: {} }', {}, "either 'file', or all of"],
  ])('%s is refused', (policy, inputs, message) => {
    expect(refused(() => settings(`policy: ${policy}`, inputs)).message).toContain(message)
  })

  it('stands alone', () => {
    const from = { repository: 'acme/gov', path: 'policies/fraud.yml', ref: 'refs/heads/main' }
    expect(settings(`policy: { from: ${JSON.stringify(from)} }`).policy.from).toEqual(from)
  })
})

describe('the digest of a policy', () => {
  it('is that of its canonical JSON, whatever the order and the form it is written in', () => {
    const one = read('{ validity-days: 30, require: [security-scan] }')
    const other = read('require:\n  - security-scan\nvalidity-days: 30\n')
    expect(policyDigest(one, sha256)).toBe(sha256('{"require":["security-scan"],"validity-days":30}'))
    expect(policyDigest(other, sha256)).toBe(policyDigest(one, sha256))
    expect(policyDigest(read('require: [security-scan]'), sha256)).not.toBe(policyDigest(one, sha256))
  })

  it('comes with a text to log', () => {
    expect(policyLeafDocument(read('require: [security-scan]'), 'policy.yml')).toBe(
      '{"policy":{"require":["security-scan"],"validity-days":90},"schema":"https://proofmark.dev/policy/v1","uri":"policy.yml"}',
    )
  })
})
