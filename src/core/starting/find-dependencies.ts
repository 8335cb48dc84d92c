/** Files that pin what a model is built and served with, as far as they are read for known risks. */
const DEPENDENCIES = /^(requirements[^/]*\.txt|pyproject\.toml|environment\.ya?ml)$/i
/** Further files of a large repository are more likely another project's. */
const MOST = 10

export const findDependencies = (paths: readonly string[]): string[] =>
  paths.filter(path => DEPENDENCIES.test(path.split('/').at(-1) ?? '')).slice(0, MOST)
