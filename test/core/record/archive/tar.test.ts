import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTar } from '../../../../src/core/record/archive/read-tar.ts'
import { writeTar } from '../../../../src/core/record/archive/write-tar.ts'
import { temporaryFolder } from '../../../harness/runner/temporary-folder.ts'
import { sha256 } from '../memory.ts'

const file = (name: string, content: string) => ({ name, content: new TextEncoder().encode(content) })
const FILES = [file('b.json', 'x'.repeat(1500)), file('empty', ''), file('a.bin', 'y'.repeat(512))]

describe('a tar archive', () => {
  it('is read by tar, and holds the files in the order given', () => {
    const folder = temporaryFolder('tar')
    writeFileSync(join(folder, 'a.tar'), writeTar(FILES))
    expect(execFileSync('tar', ['-tvf', 'a.tar', '--utc', '--numeric-owner'], { cwd: folder, encoding: 'utf8' })).toBe(
      [
        '-rw------- 0/0            1500 1970-01-01 00:00 b.json',
        '-rw------- 0/0               0 1970-01-01 00:00 empty',
        '-rw------- 0/0             512 1970-01-01 00:00 a.bin',
        '',
      ].join('\n'),
    )
    const content = execFileSync('tar', ['-xOf', 'a.tar', 'b.json'], { cwd: folder, encoding: 'utf8' })
    expect(content).toBe('x'.repeat(1500))
  })

  it('is the same bytes for the same files', () => {
    expect(sha256(writeTar(FILES))).toBe(sha256(writeTar(FILES.map(each => ({ ...each })))))
  })

  it('comes back as it was written', () => {
    expect(readTar(writeTar(FILES))).toEqual(FILES)
    expect(readTar(writeTar([]))).toEqual([])
  })

  it.each(['../evil', '/etc/passwd', 'a/b', '.hidden', '', 'a\0b', 'x'.repeat(100)])(
    'is never written with %j',
    name => {
      expect(() => writeTar([file(name, '')])).toThrow('No name for an archive')
    },
  )
})

describe('no archive of ours', () => {
  const changed = (at: number, bytes: string) => {
    const archive = writeTar(FILES)
    archive.set(new TextEncoder().encode(bytes), at)
    return archive
  }
  it.each([
    ['no bytes', new Uint8Array()],
    ['text', new TextEncoder().encode('hello')],
    ['a name that was changed after the checksum', changed(0, 'c')],
    ['a link', resummed(changed(156, '2'))],
    ['a folder in a name', resummed(changed(0, 'a/b'))],
    ['a path before the name', resummed(changed(345, 'etc'))],
    ['a size beyond the end', resummed(changed(124, '77777777777'))],
    ['a cut end', writeTar(FILES).subarray(0, 3000)],
    ['bytes behind the end', changed(writeTar(FILES).length - 1, 'x')],
    ['a name twice', writeTar([file('a', '1'), file('a', '2')])],
  ])('is %s', (_, archive) => {
    expect(readTar(archive)).toBeUndefined()
  })
})

/** With the checksum of the first header as it should be. */
function resummed(archive: Uint8Array): Uint8Array {
  archive.set(new TextEncoder().encode(' '.repeat(8)), 148)
  const sum = archive.subarray(0, 512).reduce((all, byte) => all + byte, 0)
  archive.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148)
  return archive
}
