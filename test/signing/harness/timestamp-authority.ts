import { execFile, execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Answer, listen } from './listen.ts'

const run = promisify(execFile)

export interface AuthorityOptions {
  readonly key?: 'ec' | 'rsa'
  readonly digest?: 'sha256' | 'sha384' | 'sha512'
  /** Changes what is answered. */
  readonly change?: (reply: Buffer, query: Buffer) => Answer | Promise<Answer>
}

/** A real time-stamp authority: the program `openssl ts` behind a server on loopback, its certificate issued by a root. */
export async function timestampAuthority({
  key = 'ec',
  digest = 'sha256',
  change = body => ({ body, type: 'application/timestamp-reply' }),
}: AuthorityOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-tsa-'))
  const at = (file: string) => join(folder, file)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  writeFileSync(at('serial'), '01\n')
  writeFileSync(
    at('ca.ext'),
    'basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n',
  )
  writeFileSync(
    at('tsa.cnf'),
    `[tsa]
default_tsa = own
[own]
dir = ${folder}
serial = ${at('serial')}
signer_cert = ${at('tsa.pem')}
signer_key = ${at('tsa.key')}
signer_digest = ${digest}
default_policy = 1.2.3.4.1
digests = sha256,sha384,sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`,
  )
  const request = (of: string, common: string, newkey = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']) =>
    openssl(
      'req',
      '-new',
      '-nodes',
      '-newkey',
      ...newkey,
      '-keyout',
      `${of}.key`,
      '-out',
      `${of}.csr`,
      '-subj',
      `/O=proofmark test/CN=${common}`,
    )
  request('root', 'tsa root')
  openssl(
    'x509',
    '-req',
    '-in',
    'root.csr',
    '-signkey',
    'root.key',
    '-days',
    '3650',
    '-out',
    'root.pem',
    '-extfile',
    'ca.ext',
  )
  request('tsa', 'tsa', key === 'ec' ? undefined : ['rsa:2048'])
  const serial = String(randomInt(1, 2 ** 40))
  /** The authority's certificate with its one serial number: for this use, and these days from now. */
  const issue = (file: string, use = 'critical,timeStamping', days = 30) => {
    writeFileSync(
      at('tsa.ext'),
      `extendedKeyUsage=${use}\nkeyUsage=critical,digitalSignature\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n`,
    )
    openssl(
      'x509',
      '-req',
      '-in',
      'tsa.csr',
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      '-set_serial',
      serial,
      '-days',
      String(days),
      '-out',
      file,
      '-extfile',
      'tsa.ext',
    )
    return readFileSync(at(file), 'utf8')
  }
  const own = issue('tsa.pem')

  let asked = 0
  const queries: Buffer[] = []
  const server = await listen(async (_, query) => {
    asked += 1
    queries.push(query)
    const [file, reply] = [at(`${asked}.tsq`), at(`${asked}.tsr`)]
    writeFileSync(file, query)
    await run('openssl', ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', file, '-out', reply], { cwd: folder })
    return change(readFileSync(reply), query)
  })
  const root = readFileSync(at('root.pem'), 'utf8')
  return {
    url: server.url,
    /** PEM, leaf first. */
    chain: own + root,
    own,
    root,
    queries,
    /** The same certificate, but for what it is for and how long it is valid; leaf first. */
    reissued: (use: string, days?: number) => issue('other.pem', use, days) + root,
    stop: () => {
      server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
