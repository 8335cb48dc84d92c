import { describe, expect, it } from 'vitest'
import { mergeDvcConfigs, readDvcConfig } from '../../../src/core/dvc/config.ts'
import { readDirObject, writeDirObject } from '../../../src/core/dvc/dir-object.ts'
import { dos2unix } from '../../../src/core/dvc/dos2unix.ts'
import { readIgnores } from '../../../src/core/dvc/ignore.ts'
import { objectKey } from '../../../src/core/dvc/object-key.ts'
import { remoteConfig } from '../../../src/core/dvc/remote-config.ts'

const MD5 = '5bbf5a52328e7439ae6e719dfe712200'

describe('the list of a folder', () => {
  // Written by DVC 3.67.1, whose md5 is 855e1ceeda99295efb49e40975b67587.
  const written =
    '[{"md5": "d41d8cd98f00b204e9800998ecf8427e", "relpath": "empty"}, {"md5": "3e2b31c72181b87149ff995e7202c0e3", "relpath": "run.sh"}, {"md5": "e20942bc0763636e19c18b95bb194501", "relpath": "sub/crlf.txt"}, {"md5": "a8a78d0ff555c931f045b6f448129846", "relpath": "sub/\\uffee.txt"}, {"md5": "a8a78d0ff555c931f045b6f448129846", "relpath": "sub/\\ud835\\udd18.txt"}, {"md5": "e5ebd4c02cefbe7955977c67ada242b7", "relpath": "\\u00e9.csv"}]'
  it('is written in the bytes that Python writes, sorted by code point', () => {
    expect(writeDirObject(readDirObject('list', written).toReversed())).toBe(written)
    expect(writeDirObject([{ md5: MD5, relpath: 'a\u007f"\\\b\u0001' }])).toBe(
      `[{"md5": "${MD5}", "relpath": "a\\u007f\\"\\\\\\b\\u0001"}]`,
    )
  })
  it.each([
    '{}',
    '[{"md5":"x","relpath":"a"}]',
    '<html>',
    `[{"md5":"${MD5}","relpath":"../a"}]`,
    `[{"md5":"${MD5}","relpath":"/a"}]`,
  ])('is refused: %s', text => {
    expect(() => readDirObject('the list', text)).toThrow(/^Expected the list to list (the )?files /)
  })
})

it('objects are kept below files/md5 since DVC 3', () => {
  expect(objectKey('md5', MD5, true)).toBe(`files/md5/5b/${MD5.slice(2)}.dir`)
  expect(objectKey('md5-dos2unix', MD5, false)).toBe(`5b/${MD5.slice(2)}`)
})

describe('the line ends of DVC 2', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  it('are LF in text, and as they are in anything else', () => {
    expect(dos2unix(bytes('a\r\nb\rc\r\n'))).toEqual(bytes('a\nb\rc\n'))
    expect(dos2unix(bytes('a\r\n\0'))).toEqual(bytes('a\r\n\0'))
    const odd = Uint8Array.from([...Array(31).fill(200), ...Array(67).fill(65), 13, 10])
    expect(dos2unix(odd)).toEqual(odd)
    const even = Uint8Array.from([...Array(30).fill(200), ...Array(68).fill(65), 13, 10])
    expect(dos2unix(even).length).toBe(99)
    expect(dos2unix(bytes('a\r'))).toEqual(bytes('a\r'))
  })
})

describe('the settings', () => {
  const config = readDvcConfig(
    '.dvc/config',
    `[core]\n    remote = my.store\n['remote "my.store"']\n    url = s3://b/p#1 # ours\n    worktree = true\n['remote "base"']\nurl = "/mnt/x"\n[remote "on"]\nurl = remote://base/sub\n`,
  )
  it('name remotes, the default one among them, with what config.local adds', () => {
    const local = readDvcConfig('.dvc/config.local', `['remote "my.store"']\n    password = p=q\n`)
    const remote = remoteConfig(mergeDvcConfigs([config, local]))
    expect(remote).toMatchObject({ name: 'my.store', url: 's3://b/p#1', versions: true })
    expect(remote?.settings.get('password')).toBe('p=q')
    expect(remoteConfig(config, 'on')?.url).toBe('/mnt/x/sub')
    expect(remoteConfig(readDvcConfig('c', ''))).toBeUndefined()
  })
  it('say which remotes there are, and never what a broken line holds', () => {
    expect(() => remoteConfig(config, 'other')).toThrow(
      "Expected a DVC remote 'other' with a url but found my.store, base, on",
    )
    expect(() => readDvcConfig('.dvc/config', 'password = secret')).toThrow(
      /found 'password= …' \(\.dvc\/config:1\)|found 'password = …'/,
    )
  })
})

it('.dvcignore leaves out what gitignore would', () => {
  const ignored = readIgnores([
    { folder: '', text: '# a comment\n*.tmp\n/top\nlogs/\n!keep.tmp\na/**/b\n[ab]?.txt\n' },
    { folder: 'sub', text: 'only\n' },
  ])
  const out = (path: string, folder = false) => ignored(path, folder)
  expect(
    ['x.tmp', 'a/x.tmp', 'keep.tmp', 'top', 'a/top', 'logs', 'a/b', 'a/c/d/b', 'b1.txt', 'sub/x/only', 'only'].map(
      path => out(path),
    ),
  ).toEqual([true, true, false, true, false, false, true, true, true, true, false])
  expect([out('x/logs', true), out('data/.dvc', true), out('data/.git', true)]).toEqual([true, true, true])
})
