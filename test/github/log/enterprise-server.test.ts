import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { githubLogBranch } from '../../../src/github/log/github-log-branch.ts'

it('asks an Enterprise Server where its APIs are', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}')
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a port')

  const apiUrl = `http://127.0.0.1:${address.port}/api/v3`
  const branch = githubLogBranch({ token: 't', apiUrl, repository: 'acme/governance', second: 1 }, 'proofmark-log')
  await expect(branch.read('a'.repeat(40), 'tile/0/000')).rejects.toMatchObject({ code: 'github.permission' })

  expect(asked.slice(0, 2)).toEqual([
    'POST /api/graphql',
    `GET /api/v3/repos/acme/governance/contents/tile%2F0%2F000?ref=${'a'.repeat(40)}`,
  ])
})
