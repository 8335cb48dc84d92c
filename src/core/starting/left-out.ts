/** Folders that hold nothing of the user's own: environments, caches, what tools write, our output. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  '.git',
  '.github',
  '.hg',
  '.svn',
  '.dvc',
  '.idea',
  '.vscode',
  '.proofmark',
  '.venv',
  'venv',
  '.conda',
  'site-packages',
  'node_modules',
  '__pycache__',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.nox',
  '.eggs',
  '.cache',
])

/** Files that are looked at, at most. */
export const MOST_FILES = 20_000

/** The files that may be the user's own, those nearest the root first, at most `MOST_FILES`. */
export const ownFiles = (paths: readonly string[]): string[] =>
  paths
    .filter(path => !path.split('/').some(part => LEFT_OUT.has(part)))
    .toSorted((a, b) => depth(a) - depth(b))
    .slice(0, MOST_FILES)

const depth = (path: string): number => path.split('/').length
