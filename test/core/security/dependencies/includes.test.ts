import { expect, it } from 'vitest'
import { constrain } from '../../../../src/core/security/dependencies/constrain.ts'
import { requirements } from '../../../../src/core/security/dependencies/manifests/requirements.ts'
import { resolveInclude } from '../../../../src/core/security/dependencies/resolve-include.ts'

it.each([
  ['requirements.txt', 'base.txt', 'base.txt'],
  ['reqs/all.txt', './base.txt', 'reqs/base.txt'],
  ['reqs/all.txt', '../base.txt', 'base.txt'],
  ['reqs\\all.txt', 'sub\\x.txt', 'sub/x.txt'],
  ['reqs/all.txt', '../../base.txt', undefined],
  ['all.txt', '/etc/passwd', undefined],
  ['all.txt', 'C:\\base.txt', undefined],
  ['all.txt', 'https://example.com/base.txt', undefined],
  ['all.txt', '$' + '{EXTRA}.txt', undefined],
])('%s includes %s: %s', (from, path, expected) => expect(resolveInclude(from, path)).toBe(expected))

it('constraints settle versions that are open, and no others', () => {
  const read = (text: string) => requirements.read('r.txt', text).requirements
  const settled = constrain(
    read('numpy\npandas>=2\ntorch==2.6.0\nrich'),
    read('numpy==1.26.4\nPandas==2.2.0\ntorch==2.0.1\nrich>=13'),
  )
  expect(settled.map(({ name, version, pinned }) => [name, version, pinned])).toEqual([
    ['numpy', '1.26.4', true],
    ['pandas', '2.2.0', true],
    ['torch', '2.6.0', true],
    ['rich', undefined, false],
  ])
})
