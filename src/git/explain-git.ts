import { UserError } from '../core/user-error.ts'
import { withoutSecrets } from './remote-address.ts'

type Explanation = readonly [pattern: RegExp, code: `git.${string}`, found: string, hint: string]

/** What git says (in English, see `gitEnvironment`) where trying again is of no use, and nothing was carried out. */
const PERMANENT: readonly Explanation[] = [
  [
    /Authentication failed|could not read (?:Username|Password)|Permission denied|terminal prompts disabled|returned error: 40[13]|Permission to \S+ denied|access denied|insufficient permission|not allowed to push/i,
    'git.access',
    'the server does not let us',
    'Give the run a key or a token that may write to the repository of the log, as git itself would use it',
  ],
  [
    /does not appear to be a git repository|repository (?:'[^']*' )?not found|returned error: 404|does not exist/i,
    'git.no-repository',
    'there is no such repository',
    'Check the address of the log; a private repository also answers so to who may not see it',
  ],
  [
    /Could not resolve host|Connection refused|Failed to connect|Couldn't connect|Network is unreachable|Connection timed out|No route to host|certificate|Host key verification failed|Name or service not known|unable to look up/i,
    'git.unreachable',
    'found no way to it',
    "Check the runner's network and proxy, and for ssh that the host's key is known",
  ],
  [
    /transport '[^']*' not allowed/,
    'git.transport',
    'that way of reaching a repository is not allowed',
    'Use https, ssh, or a folder',
  ],
  [
    /dubious ownership/,
    'git.ownership',
    'the folder belongs to somebody else',
    'Own the folder, or name it in your `safe.directory` setting of git',
  ],
]

/** The error for what git said; undefined where it may have been an accident of the network. */
export function permanentFailure(doing: string, said: string): UserError | undefined {
  const found = PERMANENT.find(([pattern]) => pattern.test(said))
  if (found === undefined) return undefined
  const [, code, what, hint] = found
  return new UserError(code, `Expected to ${doing} but ${what}: ${firstWords(said)}`, { hint, kind: 'environment' })
}

/** The error for whatever else went wrong. */
export const otherFailure = (doing: string, { code, said }: { code: number | 'stopped'; said: string }): UserError =>
  new UserError(
    'git.failed',
    code === 'stopped'
      ? `Expected to ${doing} but git did not finish in time`
      : `Expected to ${doing} but git ended with code ${code}: ${firstWords(said)}`,
    { hint: 'See whether the server is up, then run it again', kind: 'environment' },
  )

/** What matters of git's complaint, on one line, without passwords. */
export const firstWords = (said: string): string => {
  const lines = said.split('\n').map(line => line.trim().replace(/^remote: /, ''))
  const telling = lines.filter(line => /^(?:fatal|error|ERROR)\b/.test(line) && !/failed to push some refs/.test(line))
  return withoutSecrets((telling[0] ?? lines.find(line => line !== '') ?? 'nothing said').slice(0, 300))
}
