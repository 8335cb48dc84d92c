/**
 * A tag of GTO (https://dvc.org/doc/gto), whose tags are a model registry: a version registered or taken back, or a stage assigned or
 * taken away, or the artifact deprecated. `counter` orders the assignments of a stage.
 */
export type GtoTag =
  | { readonly artifact: string; readonly version: string; readonly cancel: boolean; readonly counter?: number }
  | { readonly artifact: string; readonly stage: string; readonly cancel: boolean; readonly counter?: number }
  | { readonly artifact: string; readonly deprecated: true; readonly cancel: boolean; readonly counter?: number }

/** Names as GTO's `constants.py` has them; `folder:name` is spelled `folder=name` in a tag. */
const NAME = '[a-z0-9](?:[a-z0-9/-]*[a-z0-9])?'
const ARTIFACT = `(?:[a-z0-9_./-]+=)?${NAME}`
const NUMBER = '(?:0|[1-9]\\d*)'
const PRERELEASE = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)'
const SEMVER = `v${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRERELEASE}(?:\\.${PRERELEASE})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?`
const TAG = new RegExp(
  `^(?<artifact>${ARTIFACT})(?:#(?<stage>${NAME})|@(?:(?<version>${SEMVER})|(?<deprecated>deprecated)))(?<cancel>!?)(?:#(?<counter>[1-9]\\d{0,8}))?$`,
)
/** Git takes no longer name on most file systems. */
const MAX_LENGTH = 200

/** Reads a tag's name; undefined where it is none of GTO's that we know. */
export function readGtoTag(name: string): GtoTag | undefined {
  if (name.length > MAX_LENGTH) return undefined
  const { artifact, stage, version, deprecated, cancel, counter } = TAG.exec(name)?.groups ?? {}
  if (artifact === undefined) return undefined
  const rest = { cancel: cancel === '!', ...(counter === undefined ? {} : { counter: Number(counter) }) }
  if (stage !== undefined) return { artifact: artifact.replace('=', ':'), stage, ...rest }
  if (deprecated !== undefined) return { artifact: artifact.replace('=', ':'), deprecated: true, ...rest }
  return version === undefined ? undefined : { artifact: artifact.replace('=', ':'), version, ...rest }
}

/** Writes a tag's name; undefined where GTO's grammar has no such tag. */
export function gtoTag(tag: GtoTag): string | undefined {
  const what = 'stage' in tag ? `#${tag.stage}` : `@${'version' in tag ? tag.version : 'deprecated'}`
  const counter = tag.counter === undefined ? '' : `#${tag.counter}`
  const name = `${tag.artifact.replace(':', '=')}${what}${tag.cancel ? '!' : ''}${counter}`
  return readGtoTag(name) ? name : undefined
}

/** The move of a stage that counts now: the one with the highest counter; of two, which only a race leaves, the one that takes it away. */
export function newestAssignment(
  names: readonly string[],
  artifact: string,
  stage: string,
): { readonly name: string; readonly counter: number } | undefined {
  const own = names.flatMap(name => {
    const tag = readGtoTag(name)
    const counts = tag && 'stage' in tag && tag.artifact === artifact && tag.stage === stage
    return counts && tag.counter !== undefined ? [{ name, counter: tag.counter, cancel: tag.cancel }] : []
  })
  return own.toSorted((a, b) => b.counter - a.counter || Number(b.cancel) - Number(a.cancel))[0]
}
