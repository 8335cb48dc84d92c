import { answerHook } from '../../commands/hook/answer-hook.ts'
import { refreshed } from '../../commands/hook/refreshed.ts'
import { standingCertificates } from '../../commands/hook/standing-certificates.ts'
import { loadKeyTrust } from '../../commands/load-trust.ts'
import { UserError } from '../../core/user-error.ts'
import type { CliCommand } from '../cli-command.ts'
import { PLACE_FLAGS, TRUST_FLAGS } from '../log/log-flags.ts'
import { parseFlags } from '../parse-flags.ts'
import { trustedLogOf } from '../promotion/trusted-log-of.ts'
import { TRUSTING_FLAGS } from '../verify-flags.ts'

/** Variable that holds what lakeFS must say, and the least length of it: 128 bits in base64. */
const TOKEN = 'PROOFMARK_HOOK_TOKEN'
const LEAST_TOKEN = 22
const DEFAULT_PORT = 8470
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
/** Seconds after which certificates are read again, in files and in a log; and at once where none covers what is asked. */
const EVERY = { files: 2, log: 30 }

const flags: CliCommand['flags'] = [
  {
    name: 'certificates',
    kind: 'list',
    description: 'Certificates: files, folders or * globs; read again as they change',
  },
  {
    name: 'path',
    kind: 'list',
    description:
      'Prefixes in lakeFS whose every object must be certified. Default: the commit must hold what a gate has read',
  },
  { name: 'host', kind: 'value', description: 'Address to listen on. Default: 127.0.0.1' },
  { name: 'port', kind: 'value', description: `Port to listen on; 0 for any. Default: ${DEFAULT_PORT}` },
  ...TRUSTING_FLAGS.filter(({ name }) => name !== 'name'),
  ...PLACE_FLAGS,
  ...TRUST_FLAGS,
  { name: 'quiet', kind: 'switch', description: 'Print no line for each answer' },
]

export const serveHook: CliCommand = {
  name: 'serve-hook',
  summary: 'Answer webhooks of lakeFS from existing certificates: merges and tags of data that none covers are refused',
  synopsis: '--certificates PATH… [--key FILE | --policy FILE] [--path PREFIX…]',
  examples: ['proofmark serve-hook --certificates certificates/ --key proofmark.pub --path data/'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags)
    const one = (name: string) => parsed.values.get(name)?.at(-1)
    const { env } = process
    const token = env[TOKEN] ?? ''
    if (token.length < LEAST_TOKEN)
      throw new UserError(
        'hook.token',
        `Expected at least ${LEAST_TOKEN} characters in ${TOKEN} but found ${token.length}`,
        {
          kind: 'environment',
          hint: `Make one with \`openssl rand -base64 24\`; give it to lakeFS as LAKEFSACTION_PROOFMARK_TOKEN`,
        },
      )
    const port = Number(one('port') ?? DEFAULT_PORT)
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UserError('flags.port', `Expected --port to be between 0 and 65535 but found ${one('port')}`)
    const host = one('host') ?? LOOPBACK[0] ?? ''
    const paths = parsed.values.get('path') ?? []
    const { place, ports, trust, recordLog, done } = await trustedLogOf(parsed)
    const files = (parsed.values.get('certificates') ?? []).map(place.rebase)
    if (files.length === 0 && recordLog === undefined)
      throw new UserError(
        'hook.certificates',
        'Expected --certificates or a log to find certificates in but found neither',
        {
          hint: 'proofmark serve-hook --certificates certificates/ --key proofmark.pub',
        },
      )
    const named = env.LAKEFS_ENDPOINT || env.LAKECTL_SERVER_ENDPOINT_URL
    const data =
      named || paths.length > 0 ? (await import('../../lakefs/versioned-data.ts')).versionedData(env) : undefined
    const loaded = typeof trust === 'string' ? await loadKeyTrust(trust, ports.files) : trust
    const every = (recordLog ? EVERY.log : EVERY.files) * 1000
    const read = refreshed(standingCertificates({ files, trust: loaded, log: recordLog }, ports), {
      every: 2 * every,
      now: () => performance.now(),
      told: problem => process.stderr.write(`not counted: ${problem}\n`),
    })
    const { certified } = await read(false)
    done()
    const { hookServer } = await import('../../lakefs/hook-server.ts')
    const server = await hookServer({
      host,
      port,
      token,
      answer: body =>
        answerHook(body, { certified: async again => (await read(again)).certified, now: ports.now, paths, data }),
      health: async () => ({ status: 'ok', certificates: (await read(false)).certified.length }),
      log: line => (parsed.values.has('quiet') ? undefined : process.stdout.write(`${line}\n`)),
    })
    if (!LOOPBACK.includes(host))
      process.stderr.write(
        `warning: ${host} can be reached from other machines, and what is said is not encrypted: put a proxy with TLS before it\n`,
      )
    process.stdout.write(`listening on ${server.address}, ${certified.length} certificates\n`)
    // Between requests, so that none has to wait for it.
    const reading = setInterval(() => void read(true), every)
    await new Promise<void>(resolve => {
      process.once('SIGTERM', resolve)
      process.once('SIGINT', resolve)
    })
    clearInterval(reading)
    await server.close()
    return 0
  },
}
