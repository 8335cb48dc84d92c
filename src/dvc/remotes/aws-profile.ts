import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { readDvcConfig } from '../../core/dvc/config.ts'
import { fileError, systemCode } from '../../files/file-error.ts'
import type { Environment } from '../../s3/access.ts'

const MAX_CHARACTERS = 1_000_000

/** Keys and region of a profile, as variables of the environment: `~/.aws/credentials`, then `~/.aws/config`. Nothing is run, nobody is asked for a token. */
export async function awsProfile(
  name: string,
  environment: Environment,
  settings: ReadonlyMap<string, string>,
): Promise<Environment> {
  const home = environment.HOME ?? homedir()
  const files = [
    [
      settings.get('configpath') ?? environment.AWS_CONFIG_FILE ?? join(home, '.aws/config'),
      name === 'default' ? name : `profile ${name}`,
    ],
    [settings.get('credentialpath') ?? environment.AWS_SHARED_CREDENTIALS_FILE ?? join(home, '.aws/credentials'), name],
  ] as const
  const found: Record<string, string> = {}
  for (const [path, section] of files) {
    const text = await readFile(path, 'utf8').catch((cause: unknown) => {
      if (systemCode(cause) === 'ENOENT') return ''
      throw fileError(path, 'read', cause)
    })
    // Only this section: the others may hold what INI does not know, such as indented lines.
    const own = sectionOf(text.slice(0, MAX_CHARACTERS), section)
    const keys = readDvcConfig(path, own).get(section)
    for (const [key, variable] of VARIABLES) {
      const value = keys?.get(key)
      if (value !== undefined) found[variable] = value
    }
  }
  return found
}

const VARIABLES = [
  ['aws_access_key_id', 'AWS_ACCESS_KEY_ID'],
  ['aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY'],
  ['aws_session_token', 'AWS_SESSION_TOKEN'],
  ['region', 'AWS_REGION'],
  ['endpoint_url', 'AWS_ENDPOINT_URL'],
] as const

function sectionOf(text: string, section: string): string {
  const lines = text.split(/\r?\n/)
  const start = lines.findIndex(line => line.trim() === `[${section}]`)
  if (start < 0) return ''
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(line => line.trimStart().startsWith('['))
  const own = (end < 0 ? rest : rest.slice(0, end)).filter(line => /^\w+\s*=\s*\S/.test(line))
  return [`[${section}]`, ...own].join('\n')
}
