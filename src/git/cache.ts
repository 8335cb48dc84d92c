import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { otherFailure } from './explain-git.ts'
import { gitEnvironment } from './git-environment.ts'
import { type GitEnd, runGit } from './run-git.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Runs git in a bare repository of our own, whose one remote is `origin`. */
export interface Cache {
  run(words: readonly string[], input?: string | Uint8Array): Promise<GitEnd>
}

/** The user's own settings, then that a remote which is a folder may hand out single files. */
const CONFIGURATION = (env: Environment) => {
  const own = env.GIT_CONFIG_GLOBAL
    ? [env.GIT_CONFIG_GLOBAL]
    : [env.XDG_CONFIG_HOME ? `${env.XDG_CONFIG_HOME}/git/config` : '~/.config/git/config', '~/.gitconfig']
  const paths = own.map(path => `\tpath = "${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`)
  return `[include]\n${paths.join('')}[uploadpack]\n\tallowFilter = true\n`
}

type Environment = Readonly<Record<string, string | undefined>>

/** Makes the repository in a temporary folder, which goes when this program ends: nothing that it holds is ever taken on trust later. */
export async function openCache(
  address: string,
  { env, seconds, format }: { env: Environment; seconds: number; format: 'sha1' | 'sha256' },
): Promise<Cache> {
  const folder = temporaryFolder()
  const configuration = join(folder, 'config-of-user')
  writeFileSync(configuration, CONFIGURATION(env))
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
  return { run }
}
