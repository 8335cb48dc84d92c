import { modelId } from '../../core/record/model/model-id.ts'
import { readPointer } from '../../core/record/promotion/pointer.ts'
import { UserError } from '../../core/user-error.ts'
import type { PromotionTarget } from '../../ports/promotion-target.ts'
import { openLock } from '../lock/open-lock.ts'
import type { TargetWorld } from '../target-kind.ts'
import { keptCertificate, keptNames } from './kept-record.ts'
import { type Placed, placeVersion } from './place-version.ts'
import { pointAlias } from './point-alias.ts'
import type { Registry } from './registry.ts'
import { sha256Of } from './sha256-of.ts'
import { standingOf } from './standing-of.ts'
import { TAGS } from './tags.ts'
import { aliasName } from './target-name.ts'
import { versionFiles } from './version-files.ts'

/** Versions that are tagged for one model and looked at, the newest. */
const TAGGED = 5

/**
 * An alias of a registered model. MLflow moves it without comparing, keeps no history of it, and lets artifacts be overwritten: so it is
 * moved under a lock outside of MLflow, the pointer lies in a tag of the version and its digest in the log, and the bytes of the
 * version are downloaded and hashed, before and after.
 */
export async function mlflow(
  target: string,
  place: string,
  world: TargetWorld,
  open: (model: string) => Promise<Registry>,
): Promise<PromotionTarget> {
  const asked = aliasName(target, place)
  const { name, model, alias } = asked
  const registry = await open(model)
  const lock = await openLock(name, `${registry.server} ${model}@${alias}`, asked.lock, world)
  /** By model id: the version that this run found or made; with its files, until they were asked for once. */
  const placed = new Map<string, Placed>()

  return {
    name,
    limits: `MLflow moves an alias without comparing: only who ${lock.among} is kept out meanwhile, and \`proofmark watch\` finds what others do`,
    current: () => standingOf(asked, registry),
    async place(certified) {
      placed.set(certified.id, await placeVersion(certified, asked, registry, world.root))
    },
    stored: async id => (await storedIn(id)).files,
    certificate: sha256 => keptCertificate(sha256, registry),
    async point(text, { mark }) {
      const read = readPointer(text)
      if ('reason' in read) throw new Error(`Expected a pointer but found ${read.reason}`)
      const { to } = read.pointer
      const version = to === null ? undefined : (placed.get(to.id) ?? (await storedIn(to.id))).version
      if (to !== null && version === undefined)
        throw new UserError(
          'mlflow.no-version',
          `Expected a version of ${model} that holds ${to.name} but found none`,
          {
            hint: 'Promote it by its certificate and its files',
          },
        )
      return lock.hold(() => pointAlias(read.pointer, mark, version, asked, registry))
    },
  }

  /**
   * The version that holds a model, hashed now: the one that the alias points at, if that is what it says to hold, for that is the one that
   * is served; else the one that was placed; else the first of those tagged so that does hold it.
   */
  async function storedIn(id: string): Promise<{ version?: string; files: ReadonlyMap<string, string> }> {
    let first: { version: string; files: ReadonlyMap<string, string> } | undefined
    const versions = await versionsFor(id)
    const found = placed.get(id)
    if (found?.files && versions[0] === found.version) {
      // It was hashed to be found; whoever asks again wants to know what is there by then.
      placed.set(id, { version: found.version })
      return { version: found.version, files: found.files }
    }
    const names = await keptNames(id, registry)
    for (const version of versions) {
      const files = await versionFiles(version, names, registry)
      const listed = [...files].map(([file, sha256]) => ({ name: file, digest: { sha256 } }))
      if (files.size > 0 && modelId(listed, sha256Of) === id) {
        placed.set(id, { version })
        return { version, files }
      }
      first ??= { version, files }
    }
    return first ?? { files: new Map() }
  }

  async function versionsFor(id: string): Promise<readonly string[]> {
    const { pointer, version } = await standingOf(asked, registry)
    const read = readPointer(pointer ?? '')
    const [says, known] = ['pointer' in read ? read.pointer.to?.id : undefined, placed.get(id)?.version]
    if (says === id && version !== undefined) return [version]
    if (known !== undefined) return [known]
    return (await registry.versions(TAGGED, { key: TAGS.modelId, value: id })).map(one => one.version)
  }
}
