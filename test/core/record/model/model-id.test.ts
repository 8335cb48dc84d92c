import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { modelId } from '../../../../src/core/record/model/model-id.ts'
import { readSha256Sums, sha256Sums } from '../../../../src/core/record/model/sha256-sums.ts'
import { sha256, subjectOf } from '../memory.ts'

/** Names that sort differently by parts, by UTF-16 unit and by UTF-8 byte. */
const ZOO = {
  '😀.bin': 'four',
  'a/b.bin': 'two',
  'modèle.bin': 'three',
  'a-b.bin': 'one',
  '～.bin': 'five',
  'with space.txt': 'x y',
  empty: '',
}

describe('model id', () => {
  it("is Go's dirhash Hash1 in hexadecimal", () => {
    // Computed by golang.org/x/mod/sumdb/dirhash: h1:MqwZ33P34OpJNz1H/IwIAg/cwtrWO8xbgnfyKbDnFlw=
    expect(modelId(subjectOf(ZOO), sha256)).toBe('32ac19df73f7e0ea49373d47fc8c08020fdcc2dad63bcc5b8277f229b0e7165c')
  })

  it.runIf(process.platform === 'linux')(
    'is what a shell computes over the folder, and sha256sum checks its files',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'proofmark-zoo-'))
      try {
        for (const [name, content] of Object.entries(ZOO)) {
          mkdirSync(dirname(join(folder, name)), { recursive: true })
          writeFileSync(join(folder, name), content)
        }
        const recipe = `find . -type f | cut -c3- | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum`
        const shell = execFileSync('sh', ['-c', recipe], { cwd: folder, encoding: 'utf8' })
        expect(shell.slice(0, 64)).toBe(modelId(subjectOf(ZOO), sha256))
        const checked = execFileSync('sha256sum', ['-c', '-'], {
          cwd: folder,
          input: sha256Sums(subjectOf(ZOO)),
          encoding: 'utf8',
        })
        expect(checked.trim().split('\n')).toHaveLength(7)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )

  it('depends on names: the same bytes under other names are another model', () => {
    const one = modelId(subjectOf({ 'config.json': 'A', 'weights.safetensors': 'B' }), sha256)
    const other = modelId(subjectOf({ 'adapter.py': 'A', 'handler.py': 'B' }), sha256)
    expect(one).not.toBe(other)
  })

  it('does not depend on the order in which the files are given', () => {
    const files = subjectOf(ZOO)
    expect(modelId(files.toReversed(), sha256)).toBe(modelId(files, sha256))
  })
})

describe('SHA256SUMS', () => {
  it('lists files by UTF-8 bytes', () => {
    expect(readSha256Sums(sha256Sums(subjectOf(ZOO)))?.map(file => file.name)).toEqual([
      'a-b.bin',
      'a/b.bin',
      'empty',
      'modèle.bin',
      'with space.txt',
      '～.bin',
      '😀.bin',
    ])
  })

  it.each(['two\nlines', 'back\\slash', 'carriage\rreturn', 'nul\0', 'half a pair \ud83d'])(
    'refuses the name %j',
    name => {
      expect(() => sha256Sums(subjectOf({ [name]: 'x' }))).toThrow('without line breaks and backslashes')
    },
  )

  it('refuses a model file by its own name', () => {
    expect(() => sha256Sums(subjectOf({ SHA256SUMS: 'x' }))).toThrow('to be named SHA256SUMS')
  })

  it('refuses a file that is there twice', () => {
    expect(() => sha256Sums([...subjectOf({ a: 'x' }), ...subjectOf({ a: 'y' })])).toThrow("'a' twice")
  })

  it.each(['', 'not sums\n', `${'0'.repeat(64)} one-space\n`, `${'0'.repeat(64)}  no-newline`])(
    'cannot be read from %j',
    text => {
      expect(readSha256Sums(text)).toBeUndefined()
    },
  )
})
