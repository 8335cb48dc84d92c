import { expect, it } from 'vitest'
import { aGitHub, forgeFor } from './a-github.ts'

const asset = (content: string, name = 'certificate.sigstore.json') => ({ name, content: Buffer.from(content) })

it('reads assets of a name, newest release first, and passes over what is longer', async () => {
  const github = await aGitHub()
  const forge = forgeFor(github, await github.openPullRequest())
  await forge.release('v1', '', [asset('{"one":1}')])
  await forge.release('v2', '', [asset('{"two":2}'), asset('{}', 'SHA256SUMS')])
  await forge.release('v3', '', [asset(`{"three":"${'x'.repeat(200)}"}`)])
  await forge.release('v4', '', [asset('{}', 'SHA256SUMS')])

  const read = async (options: { count: number; maxBytes: number }) =>
    (await forge.releasedAssets('certificate.sigstore.json', options)).map(({ tag, content }) => [
      tag,
      Buffer.from(content).toString(),
    ])
  expect(await read({ count: 10, maxBytes: 100 })).toEqual([
    ['v2', '{"two":2}'],
    ['v1', '{"one":1}'],
  ])
  expect(await read({ count: 1, maxBytes: 100 })).toEqual([['v2', '{"two":2}']])
})
