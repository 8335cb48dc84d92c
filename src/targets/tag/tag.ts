import { gtoTag, newestAssignment, readGtoTag } from '../../core/record/promotion/gto-tag.ts'
import { MAX_POINTER_BYTES, type Pointer, readPointer } from '../../core/record/promotion/pointer.ts'
import { UserError } from '../../core/user-error.ts'
import type { PromotionTarget } from '../../ports/promotion-target.ts'
import type { TargetWorld } from '../target-kind.ts'
import type { TagRegistry } from './tag-registry.ts'

/**
 * A stage of an artifact in GTO's grammar, in the repository of the run on GitHub, or else in the remote `origin` of the git
 * repository one is in. Every move is a new annotated tag with the next number, and git makes no tag twice: that is the
 * compare-and-swap. The tag's message carries the pointer.
 */
export async function tag(name: string, place: string, world: TargetWorld): Promise<PromotionTarget> {
  const read = readGtoTag(place)
  if (!read || !('stage' in read) || read.cancel || read.counter !== undefined)
    throw new UserError('promotion.tag', `Expected a target such as tag:credit-default#prod but found '${name}'`, {
      hint: "GTO's names are lower-case letters, digits, - and /",
    })
  const { artifact, stage } = read
  const prefix = `${artifact.replace(':', '=')}#${stage}`
  const tags = await registryOf(name, world)

  return {
    name,
    limits: `A tag names a commit and a model id; it keeps no bytes of the model: whoever deploys ${place} must verify them`,
    async current() {
      const newest = newestAssignment(await tags.list(prefix), artifact, stage)
      if (!newest) return { pointer: undefined, mark: '' }
      return { pointer: pointerIn((await tags.message(newest.name)) ?? ''), mark: newest.name }
    },
    place: async () => {},
    stored: async () => undefined,
    certificate: async () => undefined,
    async point(text, { mark }) {
      const pointer = understood(text)
      const before = readGtoTag(mark)?.counter ?? 0
      const next = gtoTag({ artifact, stage, cancel: pointer.to === null, counter: before + 1 })
      if (next === undefined) throw new Error(`No tag of GTO's follows ${mark}`)
      // Assigning a stage and taking it away have names of their own, yet one number belongs to one move: who sees the other withdraws.
      const other = gtoTag({ artifact, stage, cancel: pointer.to !== null, counter: before + 1 })
      if ((await tags.create(next, `${headline(pointer, stage)}\n\n${text}`)) === 'conflict') return 'conflict'
      if (!(await tags.list(prefix)).some(one => one === other)) return 'done'
      await tags.remove(next)
      return 'conflict'
    },
  }
}

async function registryOf(name: string, world: TargetWorld): Promise<TagRegistry> {
  if (world.github) return (await import('./github-tags.ts')).githubTags(name, world)
  return (await import('./git-tags.ts')).gitTags(world)
}

/** The pointer is the last line of a tag's message. */
const pointerIn = (message: string): string =>
  message.length > MAX_POINTER_BYTES ? '' : (message.trimEnd().split('\n').at(-1) ?? '')

function understood(text: string): Pointer {
  const read = readPointer(text)
  if ('reason' in read) throw new Error(`Expected a pointer but found ${read.reason}`)
  return read.pointer
}

const headline = ({ to }: Pointer, stage: string) =>
  to === null ? `Take ${stage} away` : `Assign ${stage} to ${to.name}`
