import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openAzureKms } from '../../src/signing/kms/open-azure-kms.ts'
import { openGcpKms } from '../../src/signing/kms/open-gcp-kms.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { azureServer } from '../signing/kms/azure-server.ts'
import { credentialsFiles, gcpServer, VERSION } from '../signing/kms/gcp-server.ts'
import { program } from '../signing/kms/started.ts'

/** What a provider's own client gets from a server of ours, which it verifies. */
async function client(...args: string[]): Promise<string> {
  const python = program('proofmark-kms-clients', 'scripts/get-kms-clients.sh', 'proofmark-kms-clients/bin/python')
  return (await promisify(execFile)(python, ['test/slow/kms-clients.py', ...args])).stdout.trim()
}

test("our server for Google Cloud KMS serves Google's own client, and ours asks it for the same key", async () => {
  const server = await gcpServer()
  const environment = {
    CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: server.url,
    GOOGLE_OAUTH_ACCESS_TOKEN: 'an-access-token',
  }
  const { key } = await (await openGcpKms(`gcpkms://${VERSION}`, environment)).sign(Buffer.from('x'))
  expect(key).toEqual({ kind: 'public-key', pem: `${await client('google', server.url, VERSION)}\n` })
  server.close()
})

test.each(['serviceAccount', 'externalAccount'] as const)(
  "our token endpoints give Google's own client the token of a credentials file that they give ours: %s",
  async kind => {
    const server = await gcpServer()
    const file = join(temporaryFolder('gcp'), 'credentials.json')
    writeFileSync(file, JSON.stringify(credentialsFiles(server)[kind]))
    const token = await client('google-token', file)
    const theirs = server.asked.length
    const environment = {
      CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: server.url,
      GOOGLE_APPLICATION_CREDENTIALS: file,
    }
    await openGcpKms(`gcpkms://${VERSION}`, environment)
    expect(server.asked.at(-1)?.headers.authorization).toBe(`Bearer ${token}`)
    const [before, after] = [server.asked.slice(0, theirs), server.asked.slice(theirs, -1)]
    expect(after.map(({ method, path }) => [method, path])).toEqual(before.map(({ method, path }) => [method, path]))
    server.close()
  },
)

test("our server for Azure Key Vault serves Microsoft's own client, and ours asks it for the same version", async () => {
  const server = await azureServer()
  const id = await client('azure', server.url)
  expect(id).toBe(`${server.url}/keys/certify/${server.key.versions[0]?.id}`)
  await (await openAzureKms(`azurekms://${server.host}/certify`, { AZURE_ACCESS_TOKEN: 'an-access-token' })).sign(
    Buffer.from('x'),
  )
  const [theirs, ours] = server.asked.filter(({ path }) => path.includes('/sign?'))
  expect([ours?.method, ours?.path]).toEqual([theirs?.method, theirs?.path])
  expect(Object.keys(JSON.parse(ours?.body ?? ''))).toEqual(Object.keys(JSON.parse(theirs?.body ?? '')))
  server.close()
})
