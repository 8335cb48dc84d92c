import { describe, expect, it } from 'vitest'
import { secretlint } from '../../src/secrets/secretlint.ts'

// Put together here, so that no text that looks like a credential stands in the repository.
const PLANTED = {
  'aws/AWSAccessKeyID': `AK${'IA'}QYLPMN5HHHFPZAM2`,
  'github/GITHUB_TOKEN': `gh${'p_'}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`,
  'huggingface/HUGGINGFACE_USER_ACCESS_TOKEN': `hf${'_'}abcdefghijklmnopqrstuvwxyzABCDEFGH`,
  'slack/SLACK_TOKEN': `xox${'b-'}123456789012-1234567890123-abcdefghijklmnopqrstuvwx`,
  'database-connection-string/PostgreSQLConnection': `postgres${'://'}user:hunter2secret@db.example.com/x`,
  'basicauth/BasicAuth': `https${'://'}user:hunter2secret@example.com/`,
}
const secrets = secretlint()

describe.each(Object.entries(PLANTED))('%s', (rule, value) => {
  it('is found on its line, and only its fingerprint leaves', async () => {
    const found = await secrets.find('config/settings.py', `# settings\n\nTOKEN = "${value}"\n`)

    expect(found).toEqual([{ rule, line: 3, fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) }])
    expect(JSON.stringify(found)).not.toContain(value)
  })

  it('has the same fingerprint wherever it stands, and another value has another', async () => {
    const fingerprints = async (text: string) => (await secrets.find('a.py', text)).map(each => each.fingerprint)
    const [here] = await fingerprints(`t = "${value}"`)
    const other = value.replace(/[a-zA-Z0-9]$/, last => (last === 'B' ? 'C' : 'B'))

    expect(await fingerprints(`\n\nother = '${value}'`)).toEqual([here])
    expect(other === value ? [] : await fingerprints(`t = "${other}"`)).not.toContain(here)
  })
})

it('a private key is found', async () => {
  const key = `-----BEGIN ${'RSA PRIVATE'} KEY-----\n${'MIIEpAIBAAKCAQEA04up8hoqzS1APIB0RhjXyObwHQnOzhAk5Bd7mhkSbPkyhP1\n'.repeat(20)}-----END ${'RSA PRIVATE'} KEY-----\n`
  expect(await secrets.find('id.pem', key)).toEqual([
    { rule: 'privatekey/PrivateKey', line: 1, fingerprint: expect.any(String) },
  ])
})

it('several in one file are all found, in their order', async () => {
  const text = Object.values(PLANTED).map(value => `x = "${value}"`)
  const found = await secrets.find('all.py', text.join('\n'))
  expect(found.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual(text.map((_, i) => i + 1))
})

it('a comment in the file cannot silence it', async () => {
  const value = PLANTED['github/GITHUB_TOKEN']
  expect(await secrets.find('a.py', `# secretlint-disable\nt = "${value}" # secretlint-disable-line\n`)).toHaveLength(1)
})

it('plain text has none', async () => {
  expect(await secrets.find('README.md', '# Scoring\n\nPut the token into `TOKEN`.\n')).toEqual([])
  expect(await secrets.find('empty.txt', '')).toEqual([])
})
