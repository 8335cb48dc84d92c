import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { faultServer } from '../http/fault-server.ts'
import { told } from './told.ts'

const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

it('whoever evidence is encrypted to: a key, a file of keys, and what is none', async () => {
  const root = temporaryFolder('doctor')
  writeFileSync(join(root, 'keys.txt'), `# recovery\n${RECIPIENT}\n\n${RECIPIENT}\n`)
  const of = (...recipients: string[]) => ({
    root,
    settings: `record: { encrypt: { recipients: ${JSON.stringify(recipients)} } }`,
  })
  expect(await told('Recipient', of(RECIPIENT))).toEqual(['ok can encrypt: yes'])
  expect(await told('Recipient', of('keys.txt'))).toEqual(['ok can encrypt: yes, to 2 keys'])
  expect((await told('Recipient', of('none.txt'))).join()).toMatch(/^fail can encrypt: Expected none\.txt/)
  expect((await told('Recipient', of('age1nonsense'))).join()).toMatch(/^fail can encrypt: /)
  expect((await told('Recipient', of('awskms:///alias/x'))).join()).toMatch(/^fail can encrypt: Expected /)
})

it('a time-stamp authority that refuses, and one that answers with a page', async () => {
  for (const [reply, found] of [
    [{ status: 403 }, /^fail time-stamp: Expected .*403/],
    [{ body: '<html>' }, /^fail time-stamp: Expected /],
  ] as const) {
    const { url } = await faultServer(() => reply)
    const settings = `record: { timestamp-authority: "${url}/tsa" }`
    expect((await told('Time-stamp authority', { settings })).join()).toMatch(found)
  }
})

it('a policy of another repository: read with the token, and refused', async () => {
  const settings =
    'policy: { from: { repository: acme/ml-governance, path: policies/credit.yml, ref: refs/heads/main } }'
  const server = await faultServer(({ headers }) => ({ status: headers.authorization ? 200 : 404, body: '{}' }))
  const environment = { GITHUB_API_URL: server.url }
  expect(await told('Policy', { settings, environment: { ...environment, GITHUB_TOKEN: 't' } })).toEqual([
    'ok may read: yes, at refs/heads/main',
  ])
  expect(server.asked[0]).toMatchObject({
    method: 'GET',
    path: '/repos/acme/ml-governance/contents/policies/credit.yml?ref=refs%2Fheads%2Fmain',
  })
  expect(await told('Policy', { settings, environment })).toEqual([
    'fail may read: HTTP status 404 at refs/heads/main → Check the path and the ref, and give the job a token with contents: read on acme/ml-governance',
  ])
})
