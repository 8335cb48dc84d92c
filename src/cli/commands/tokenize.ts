import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { nodeCiphers } from '../../ciphers/node-ciphers.ts'
import { type TableSink, type Tokenized, tokenize as tokenizeFile } from '../../commands/tokenize.ts'
import { compose } from '../../compose.ts'
import { counted, listed } from '../../core/model/format.ts'
import { manifestPath } from '../../core/security/tokens/manifest.ts'
import { UserError } from '../../core/user-error.ts'
import { fileError } from '../../files/file-error.ts'
import { terminalLog } from '../../terminal/terminal-log.ts'
import type { CliCommand } from '../cli-command.ts'
import { parseFlags } from '../parse-flags.ts'

const KEY_VARIABLE = 'PROOFMARK_TOKEN_KEY'
const MAX_KEY_BYTES = 4096

const flags: CliCommand['flags'] = [
  { name: 'data', kind: 'value', description: 'The table: a CSV file' },
  {
    name: 'contract',
    kind: 'value',
    description: 'ODCS contract whose columns say proofmarkTokenize: hmac, aes-siv, …',
  },
  {
    name: 'key',
    kind: 'value',
    description: `File with a key of 256 bits, as hex or base64. Default: the text in ${KEY_VARIABLE}`,
  },
  { name: 'out', kind: 'value', description: 'The table to write; a manifest is written beside it' },
  { name: 'reverse', kind: 'switch', description: 'Give the values back, where the method has a way back' },
]

export const tokenize: CliCommand = {
  name: 'tokenize',
  summary: 'Pseudonymise the columns of a table as its contract declares, or give their values back',
  synopsis: '--data FILE --contract FILE --key FILE --out FILE [--reverse]',
  examples: [
    'openssl rand -hex 32 > tokens.key',
    'proofmark tokenize --data raw.csv --contract contract.odcs.yaml --key tokens.key --out applications.csv',
  ],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags)
    const required = (name: string) => values.get(name)?.at(-1) ?? missing(name)
    const [data, contract, out] = [required('data'), required('contract'), required('out')]
    const log = terminalLog(process.stderr)
    const ports = compose(process.cwd(), log, {})
    const keyFile = values.get('key')?.at(-1)
    const text =
      keyFile === undefined
        ? process.env[KEY_VARIABLE]
        : await ports.files.readText(keyFile, { maxBytes: MAX_KEY_BYTES })
    if (text === undefined) missing('key')
    const reverse = values.has('reverse')
    await refuseOverwriting(out, [data, contract, ...(keyFile === undefined ? [] : [keyFile])])
    const sink = fileSink(out, reverse)
    try {
      const key = { text, place: keyFile ?? KEY_VARIABLE }
      const done = await tokenizeFile({ data, contract, out, key, reverse }, sink, await nodeCiphers(), ports)
      log.done()
      process.stdout.write(`${report(done, out, reverse).join('\n')}\n`)
    } finally {
      await sink.discard()
    }
    return 0
  },
}

function report(
  { keyId, rows, columns, reversed, kept, raw, manifest }: Tokenized,
  out: string,
  reverse: boolean,
): string[] {
  const lines = [`table     ${out}   ${counted(rows, 'row')}`, `key id    ${keyId}`]
  if (reverse)
    return [...lines, `restored  ${listed(reversed)}`, ...(kept.length > 0 ? [`no way back: ${listed(kept)}`] : [])]
  return [
    ...lines,
    ...columns.map(({ name, method }) => `column    ${name}: ${method}`),
    ...(raw.length > 0 ? [`left raw though classified as sensitive: ${listed(raw)}`] : []),
    `manifest  ${manifest}`,
    'The table is pseudonymised: it is still personal data, and whoever has the key can link it again',
  ]
}

/** By what the paths name, links followed: the table is read while the other is written. */
async function refuseOverwriting(out: string, inputs: readonly string[]): Promise<void> {
  const target = await real(out)
  for (const input of inputs) {
    if ((await real(input)) !== target && (await real(manifestPath(out))) !== (await real(input))) continue
    throw new UserError('tokenize.overwrites', `Expected --out to name another file but it would overwrite ${input}`, {
      hint: 'Give the new table a name of its own',
    })
  }
}

const real = (path: string) => realpath(path).catch(() => resolve(path))

/** A file that takes its name once it is whole, and is not there before the first write; with `secret` it is readable by its owner only. */
function fileSink(out: string, secret: boolean): TableSink & { discard(): Promise<void> } {
  const target = resolve(out)
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`)
  const sha256 = createHash('sha256')
  let bytes = 0
  let file: FileHandle | undefined
  return {
    async write(text) {
      const chunk = Buffer.from(text)
      sha256.update(chunk)
      bytes += chunk.length
      await named(async () => {
        if (!file) await mkdir(dirname(target), { recursive: true })
        file ??= await open(temporary, 'wx', secret ? 0o600 : 0o666)
        await file.writeFile(chunk)
      })
    },
    async finish() {
      await named(async () => {
        await file?.sync()
        await file?.close()
        await rename(temporary, target)
      })
      return { sha256: sha256.digest('hex'), bytes }
    },
    async discard() {
      await file?.close().catch(() => {})
      await rm(temporary, { force: true }).catch(() => {})
    },
  }

  function named(work: () => Promise<void>): Promise<void> {
    return work().catch(cause => Promise.reject(fileError(out, 'write', cause)))
  }
}

function missing(flag: string): never {
  throw new UserError('tokenize.incomplete', `Expected --${flag} but found nothing`, {
    hint: 'proofmark tokenize --data FILE --contract FILE --key FILE --out FILE',
  })
}
