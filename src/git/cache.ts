import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { otherFailure } from './explain-git.ts'
import { gitEnvironment } from './git-environment.ts'
import { type GitEnd, runGit } from './run-git.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface CacheOptions {
  /** As `remoteAddress` gives it. */
  readonly address: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** For one run of git. */
  readonly seconds: number
  readonly format: 'sha1' | 'sha256'
}

/** Runs git in a bare repository of our own, whose one remote is `origin`. */
export interface Cache {
  run(words: readonly string[], input?: string | Uint8Array): Promise<GitEnd>
  /** Whether it sees all objects of the remote, for that is a folder of this machine. */
  readonly shares: boolean
}

/** Makes the repository in a temporary folder, which goes when this program ends: nothing that it holds is ever taken on trust later. */
export async function openCache({ address, env, seconds, format }: CacheOptions): Promise<Cache> {
  const folder = temporaryFolder()
  const configuration = join(folder, 'config-of-user')
  writeFileSync(configuration, configurationOf(env))
  const repository = join(folder, 'log.git')
  const run = (words: readonly string[], input?: string | Uint8Array) =>
    runGit(words, gitEnvironment(env, repository, configuration), {
      folder,
      seconds,
      ...(input === undefined ? {} : { input }),
    })
  for (const words of [
    ['init', '--quiet', '--bare', '--template=', `--object-format=${format}`],
    ['config', 'remote.origin.url', address],
  ]) {
    const end = await run(words)
    if (end.code !== 0) throw otherFailure('make a temporary git repository', end)
  }
  const objects = [join(address, 'objects'), join(address, '.git', 'objects')].find(
    path => isAbsolute(path) && existsSync(path),
  )
  // A path with a line break or a quote would be read as something else (gitrepository-layout(5), "objects/info/alternates").
  const shares = objects !== undefined && !/[\n"#]/.test(objects)
  if (shares) {
    const alternates = join(repository, 'objects/info/alternates')
    mkdirSync(dirname(alternates), { recursive: true })
    writeFileSync(alternates, `${objects}\n`)
  }
  return { run, shares }
}

/** The user's own settings, then that a remote on this machine may hand out single files. */
function configurationOf(env: CacheOptions['env']): string {
  const own = env.GIT_CONFIG_GLOBAL
    ? [env.GIT_CONFIG_GLOBAL]
    : [env.XDG_CONFIG_HOME ? `${env.XDG_CONFIG_HOME}/git/config` : '~/.config/git/config', '~/.gitconfig']
  const paths = own.map(path => `\tpath = "${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`)
  return `[include]\n${paths.join('')}[uploadpack]\n\tallowFilter = true\n`
}
