import { type GitEnd, runGit } from './run-git.ts'

/** Variables by which git would look at another repository, or at other objects, than those of the folder. */
const ELSEWHERE =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|GRAFT_FILE|SHALLOW_FILE|PREFIX|CONFIG|CONFIG_PARAMETERS)$/

/** Seconds for one look into the clone. */
const SECONDS = 60

/**
 * Runs git in a folder of the user's clone, with the user's and the system's settings (`safe.directory` is there), but without hooks,
 * prompts, replaced objects or fetching: it only looks.
 */
export function runInClone(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
): Promise<GitEnd> {
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || ELSEWHERE.test(name) ? [] : [[name, value] as const],
  )
  const variables = {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  }
  return runGit(words, variables, { folder, seconds: SECONDS })
}
