import { z } from 'zod'
import { ask } from '../http/ask.ts'
import { secretFile } from '../http/secret-file.ts'
import { secureUrl } from '../http/secure-url.ts'
import { tokenService } from '../http/token-service.ts'
import type { KmsOptions } from '../options.ts'
import type { ExternalAccount } from './external-account.ts'
import { wrongFile } from './wrong-file.ts'

/** The token that a workload identifies itself with: in a file, or given by an address (GitHub's OIDC provider). */
export async function subjectToken(
  { credential_source: source }: ExternalAccount,
  options: KmsOptions,
): Promise<string> {
  const { type, subject_token_field_name: field } = source.format ?? { type: 'text' as const }
  const read = (text: string): unknown => (type === 'json' ? JSON.parse(text) : { token: text.trim() })
  const Subject = z.object({ [type === 'json' ? (field ?? '') : 'token']: z.string().min(1) })
  const tokenIn = (value: Record<string, unknown>) => String(Object.values(value)[0])
  if (source.url !== undefined) {
    const headers = { accept: 'application/json', ...source.headers }
    const hint = 'Give the job `permissions: id-token: write`, and run google-github-actions/auth in the same job'
    const service = tokenService('the identity provider', Object.values(headers).flatMap(secretsIn), hint)
    const call = { method: 'GET' as const, url: secureUrl(source.url, 'credential_source.url'), headers, decode: read }
    return tokenIn(await ask(service, call, Subject, options))
  }
  if (source.file === undefined) throw wrongFile('a credential_source that is neither a file nor an address')
  const text = await secretFile(source.file, 'credential_source.file')
  const found = Subject.safeParse(attempt(() => read(text)))
  if (!found.success) throw wrongFile('a subject token that cannot be read')
  return tokenIn(found.data)
}

const secretsIn = (header: string): string[] => [header, header.replace(/^bearer /i, '')]

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
