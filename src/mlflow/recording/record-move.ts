import type { Pointer } from '../../core/record/promotion/pointer.ts'
import type { Client } from '../client.ts'
import { tagModelVersion } from '../model-versions.ts'
import { markedVersions } from './marked-versions.ts'
import { LONGEST } from './tags-of.ts'

/** Longest key of a tag that every MLflow takes, in characters. */
const LONGEST_KEY = 250

/**
 * Says on the versions of a model since when production points at it, and on those of the model before until when, one tag for each
 * target. Gives what was written; undefined where no version was ever tagged as one of these models.
 */
export async function recordMove(
  client: Client,
  { target, to, from, at, by, reason }: Pointer,
): Promise<string | undefined> {
  const key = `proofmark.production.${target.replaceAll(/[^\w.\- :/]/g, '_')}`.slice(0, LONGEST_KEY)
  const why = `${by === undefined ? '' : `, by ${by}`}${reason === undefined ? '' : `: ${reason}`}`
  const tagged: string[] = []
  const say = async (id: string, value: string) => {
    for (const version of await markedVersions(client, id)) {
      await tagModelVersion(client, version, key, value.toWellFormed().slice(0, LONGEST))
      tagged.push(`version ${version.version} of ${version.name}`)
    }
  }
  // What is no longer so is said first.
  if (from !== null && from.id !== to?.id) await say(from.id, `until ${at}${why}`)
  if (to !== null) await say(to.id, `since ${at}${why}`)
  return tagged.length === 0 ? undefined : `${key} on ${tagged.join(', ')}`
}
