import { describe, expect, it } from 'vitest'
import { npm } from '../../../../src/core/security/dependencies/versions/npm.ts'
import { pypi } from '../../../../src/core/security/dependencies/versions/pypi.ts'

const ordered = (versions: readonly string[], compare: (a: string, b: string) => number) =>
  versions.every((version, i) =>
    versions.slice(i + 1).every(later => compare(version, later) < 0 && compare(later, version) > 0),
  )

describe('versions of Python', () => {
  it('are ordered as PEP 440 says, after whatever is no version', () => {
    const versions = [
      '2004d',
      '1.0.dev456',
      '1.0a1',
      '1.0a2.dev456',
      '1.0b1',
      '1.0rc1',
      '1.0',
      '1.0.post456',
      '1.1.dev1',
      '2!0.1',
    ]
    expect(ordered(versions, pypi.compare)).toBe(true)
  })

  it('leave the local label aside, so that a build for a GPU is the version it is built from', () => {
    expect(pypi.compare('2.0.1+cu118', '2.0.1')).toBe(0)
    expect(pypi.compare('2.0', '2.0.0')).toBe(0)
  })

  it.each([
    ['>=2,<4', '3.1', true],
    ['>=2,<4', '4.0', false],
    ['~=1.9', '1.10', true],
    ['==1.*', '1.5', true],
    ['', '0.0.1', true],
    ['>=1', '2.0rc1', true],
    ['>=1', 'not a version', false],
    ['more or less 2', '2.0', undefined],
  ])('%s allows %s: %s', (range, version, allowed) => expect(pypi.allows(range, version)).toBe(allowed))
})

describe('versions of npm', () => {
  it('are ordered as Semantic Versioning says', () => {
    const versions = [
      'latest',
      '0',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-rc.1',
      '1.0.0',
      '1.2',
      '2',
    ]
    expect(ordered(versions, npm.compare)).toBe(true)
    expect(npm.compare('1.0.0+build5', '1.0.0')).toBe(0)
  })

  it('are selected by ranges', () => {
    expect(npm.allows('^4.17.0', '4.17.20')).toBe(true)
    expect(npm.allows('^4.17.0', '5.0.0')).toBe(false)
    expect(npm.allows('git+https://example.com', '1.0.0')).toBeUndefined()
  })
})
