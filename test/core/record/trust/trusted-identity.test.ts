import { expect, it } from 'vitest'
import { TrustedIdentity } from '../../../../src/core/record/trust/trust.ts'

const GOOD = { name: 'ci', workflow: 'acme/model/.github/workflows/certify.yml', ref: 'refs/heads/main' }

it.each([
  [{ workflow: 'acme/*/.github/workflows/certify.yml' }],
  [{ workflow: 'acme/model/.github/workflows/*' }],
  [{ workflow: 'acme/model' }],
  [{ workflow: '^https://github.com/acme/.*' }],
  [{ workflow: 'acme/model/.github/workflows/certify.yml@refs/heads/main' }],
  [{ ref: 'refs/heads/*' }],
  [{ ref: 'refs/pull/7/merge' }],
  [{ ref: 'main' }],
  [{ ref: '' }],
  [{ 'repository-ids': ['8*'] }],
  [{ 'repository-ids': [] }],
  [{ pattern: '.*' }],
])('no pattern, prefix or short name stands for a trusted workflow: %j', change => {
  expect(TrustedIdentity.safeParse(GOOD).success).toBe(true)
  expect(TrustedIdentity.safeParse({ ...GOOD, ...change }).success).toBe(false)
})
