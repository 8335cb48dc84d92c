import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { NODE } from '../harness/runner/start.ts'
import { aGitHub } from './a-github.ts'

it('goes through the proxy that the environment names', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const asked: string[] = []
  const proxy = createServer().on('connect', (request, client, head) => {
    asked.push(request.url ?? '')
    const server = connect(Number(new URL(github.url).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      server.write(head)
      server.pipe(client).pipe(server)
    })
    onTestFinished(() => {
      server.destroy()
      client.destroy()
    })
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a port')

  const { stdout } = await promisify(execFile)(NODE, ['--input-type=module', '--eval', SCRIPT], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { TOKEN: github.token, NUMBER: String(pullRequest.number), HTTP_PROXY: `http://127.0.0.1:${address.port}` },
  })

  expect(stdout.trim()).toBe(pullRequest.head)
  expect(asked).toEqual(['github.test:80'])
})

const SCRIPT = `
  const { githubForge } = await import('./src/github/github-forge.ts')
  const { TOKEN: token, NUMBER: number } = process.env
  const repository = 'acme/credit-model'
  const forge = githubForge({ token, apiUrl: 'http://github.test', repository, head: 'x', pullRequest: Number(number) })
  console.log(await forge.currentHead())
`
