import { type Pointer, pointerText } from '../../core/record/promotion/pointer.ts'
import { UserError } from '../../core/user-error.ts'
import type { Registry } from './registry.ts'
import { standingOf } from './standing-of.ts'
import { MAX_TAG_BYTES, TAGS } from './tags.ts'
import type { AliasName } from './target-name.ts'

/**
 * Points an alias at a version, or at nothing, if it stands as it did. The tags are written first, so that nobody sees the alias without
 * its pointer; then the alias is moved, and read back. Has to be called under the lock: MLflow itself compares nothing.
 */
export async function pointAlias(
  pointer: Pointer,
  mark: string,
  version: string | undefined,
  place: AliasName,
  registry: Registry,
): Promise<'done' | 'conflict'> {
  const { alias, name } = place
  const text = pointerText(pointer)
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_TAG_BYTES)
    throw new UserError(
      'mlflow.pointer-size',
      `Expected a pointer of at most ${MAX_TAG_BYTES} bytes for ${name} but it has ${bytes}: MLflow keeps it in a tag`,
      { hint: 'Give a shorter reason' },
    )
  const before = await standingOf(place, registry)
  if (before.mark !== mark) return 'conflict'
  if (version === undefined || pointer.to === null) {
    await registry.tagModel(TAGS.pointer(alias), text)
    if (before.version !== undefined) await registry.dropAlias(alias)
  } else {
    const tags = {
      ...(before.version === version ? {} : { [TAGS.previous(alias)]: before.version ?? 'none' }),
      ...(pointer.by === undefined ? {} : { [TAGS.promotedBy]: pointer.by }),
      [TAGS.modelId]: pointer.to.id,
      [TAGS.certificate]: pointer.to.certificate,
      [TAGS.pointer(alias)]: text,
    }
    for (const [key, value] of Object.entries(tags)) await registry.tagVersion(version, key, value)
    if (before.version !== version) await registry.pointAlias(alias, version)
  }
  const after = await standingOf(place, registry)
  return after.version === version && after.pointer === text ? 'done' : 'conflict'
}
