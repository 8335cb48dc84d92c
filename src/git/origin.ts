import { otherFailure } from './explain-git.ts'
import { pushResult } from './push-result.ts'
import { runGit } from './run-git.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Ended = Awaited<ReturnType<typeof runGit>>

/** The git repository that one is in, and its remote `origin`. */
export interface Origin {
  /** Runs git, however it ends. */
  run(words: readonly string[], input?: string): Promise<Ended>
  /** What git printed; a failure of it is a `UserError` that says what was being done. */
  said(doing: string, words: readonly string[], input?: string): Promise<string>
  /** The object that a ref of the remote names; undefined where there is none. */
  at(doing: string, ref: string): Promise<string | undefined>
  /** Makes a ref of the remote that is not there yet; false where there is one. An answer that is lost is looked for. */
  create(doing: string, ref: string, object: string): Promise<boolean>
  /** Takes a ref of the remote away: only if it names this object, where one is given. */
  remove(doing: string, ref: string, object?: string): Promise<void>
}

/** The remote `origin` of the repository that a folder is in, by the program git. */
export function gitOrigin(folder: string, environment: Environment, seconds: number): Origin {
  const env = Object.fromEntries([
    ...Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ['LC_ALL', 'C'],
    ['GIT_TERMINAL_PROMPT', '0'],
  ])
  const run: Origin['run'] = (words, input = '') => runGit(words, env, { folder, seconds, input })
  const said: Origin['said'] = async (doing, words, input) => {
    const end = await run(words, input)
    if (end.code !== 0) throw otherFailure(doing, end)
    return end.output.toString()
  }
  const at: Origin['at'] = async (doing, ref) =>
    /^[0-9a-f]+/.exec(await said(doing, ['ls-remote', '--refs', 'origin', ref]))?.[0]
  const push = (spec: string, lease: readonly string[]) => [
    'push',
    '--porcelain',
    '--no-verify',
    ...lease,
    'origin',
    spec,
  ]

  return {
    run,
    said,
    at,
    async create(doing, ref, object) {
      const end = await run(push(`${object}:${ref}`, [`--force-with-lease=${ref}:`]))
      const result = pushResult(doing, end)
      if (result !== 'lost') return result === 'moved'
      const found = await at(doing, ref)
      if (found === undefined) throw otherFailure(doing, end)
      return found === object
    },
    async remove(doing, ref, object) {
      await said(doing, push(`:${ref}`, object === undefined ? [] : [`--force-with-lease=${ref}:${object}`]))
    },
  }
}
