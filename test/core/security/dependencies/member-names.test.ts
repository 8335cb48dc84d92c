import { expect, it } from 'vitest'
import { lookedUp } from '../../../../src/core/security/dependencies/vulnerabilities/looked-up.ts'
import { severityOfWord } from '../../../../src/core/security/dependencies/vulnerabilities/severity.ts'

it("takes conda's package constructor for no member of an object", () => {
  const asked = {
    ecosystem: 'conda',
    name: 'constructor',
    version: '3.9.3',
    requirement: '==3.9.3',
    pinned: true,
    line: 1,
  } as const
  expect(lookedUp(asked)).toEqual({ ecosystem: 'PyPI', name: 'constructor', version: '3.9.3' })
})

it.each(['constructor', 'toString', '__proto__'])('knows no severity called %s', word =>
  expect(severityOfWord(word)).toBe('unknown'),
)
