import { r as readPointer, M as MAX_POINTER_BYTES } from './pointer.js';
import { U as UserError } from './user-error.js';

/**
 * A tag of GTO (https://dvc.org/doc/gto), whose tags are a model registry: a version registered or taken back, or a stage assigned or
 * taken away, or the artifact deprecated. `counter` orders the assignments of a stage.
 */
                    
                                                                                                                
                                                                                                              
                                                                                                                 

/** Names as GTO's `constants.py` has them; `folder:name` is spelled `folder=name` in a tag. */
const NAME = '[a-z0-9](?:[a-z0-9/-]*[a-z0-9])?';
const ARTIFACT = `(?:[a-z0-9_./-]+=)?${NAME}`;
const NUMBER = '(?:0|[1-9]\\d*)';
const PRERELEASE = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const SEMVER = `v${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRERELEASE}(?:\\.${PRERELEASE})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?`;
const TAG = new RegExp(
  `^(?<artifact>${ARTIFACT})(?:#(?<stage>${NAME})|@(?:(?<version>${SEMVER})|(?<deprecated>deprecated)))(?<cancel>!?)(?:#(?<counter>[1-9]\\d{0,8}))?$`,
);
/** Git takes no longer name on most file systems. */
const MAX_LENGTH = 200;

/** Reads a tag's name; undefined where it is none of GTO's that we know. */
function readGtoTag(name        )                     {
  if (name.length > MAX_LENGTH) return undefined
  const { artifact, stage, version, deprecated, cancel, counter } = TAG.exec(name)?.groups ?? {};
  if (artifact === undefined) return undefined
  const rest = { cancel: cancel === '!', ...(counter === undefined ? {} : { counter: Number(counter) }) };
  if (stage !== undefined) return { artifact: artifact.replace('=', ':'), stage, ...rest }
  if (deprecated !== undefined) return { artifact: artifact.replace('=', ':'), deprecated: true, ...rest }
  return version === undefined ? undefined : { artifact: artifact.replace('=', ':'), version, ...rest }
}

/** Writes a tag's name; undefined where GTO's grammar has no such tag. */
function gtoTag(tag        )                     {
  const what = 'stage' in tag ? `#${tag.stage}` : `@${'version' in tag ? tag.version : 'deprecated'}`;
  const counter = tag.counter === undefined ? '' : `#${tag.counter}`;
  const name = `${tag.artifact.replace(':', '=')}${what}${tag.cancel ? '!' : ''}${counter}`;
  return readGtoTag(name) ? name : undefined
}

/** The move of a stage that counts now: the one with the highest counter; of two, which only a race leaves, the one that takes it away. */
function newestAssignment(
  names                   ,
  artifact        ,
  stage        ,
)                                                                  {
  const own = names.flatMap(name => {
    const tag = readGtoTag(name);
    const counts = tag && 'stage' in tag && tag.artifact === artifact && tag.stage === stage;
    return counts && tag.counter !== undefined ? [{ name, counter: tag.counter, cancel: tag.cancel }] : []
  });
  return own.toSorted((a, b) => b.counter - a.counter || Number(b.cancel) - Number(a.cancel))[0]
}

/**
 * A stage of an artifact in GTO's grammar, in the repository of the run on GitHub, or else in the remote `origin` of the git
 * repository one is in. Every move is a new annotated tag with the next number, and git makes no tag twice: that is the
 * compare-and-swap. The tag's message carries the pointer.
 */
async function tag(name        , place        , world             )                           {
  const read = readGtoTag(place);
  if (!read || !('stage' in read) || read.cancel || read.counter !== undefined)
    throw new UserError('promotion.tag', `Expected a target such as tag:credit-default#prod but found '${name}'`, {
      hint: "GTO's names are lower-case letters, digits, - and /",
    })
  const { artifact, stage } = read;
  const prefix = `${artifact.replace(':', '=')}#${stage}`;
  const tags = await registryOf(name, world);

  return {
    name,
    limits: `A tag names a commit and a model id; it keeps no bytes of the model: whoever deploys ${place} must verify them`,
    async current() {
      const newest = newestAssignment(await tags.list(prefix), artifact, stage);
      if (!newest) return { pointer: undefined, mark: '' }
      return { pointer: pointerIn((await tags.message(newest.name)) ?? ''), mark: newest.name }
    },
    place: async () => {},
    stored: async () => undefined,
    certificate: async () => undefined,
    async point(text, { mark }) {
      const pointer = understood(text);
      const before = readGtoTag(mark)?.counter ?? 0;
      const next = gtoTag({ artifact, stage, cancel: pointer.to === null, counter: before + 1 });
      if (next === undefined) throw new Error(`No tag of GTO's follows ${mark}`)
      // Assigning a stage and taking it away have names of their own, yet one number belongs to one move: who sees the other withdraws.
      const other = gtoTag({ artifact, stage, cancel: pointer.to !== null, counter: before + 1 });
      if ((await tags.create(next, `${headline(pointer, stage)}\n\n${text}`)) === 'conflict') return 'conflict'
      if (!(await tags.list(prefix)).some(one => one === other)) return 'done'
      await tags.remove(next);
      return 'conflict'
    },
  }
}

async function registryOf(name        , world             )                       {
  if (world.github) return (await import('./github-tags.js')).githubTags(name, world)
  return (await import('./git-tags.js')).gitTags(world)
}

/** The pointer is the last line of a tag's message. */
const pointerIn = (message        )         =>
  message.length > MAX_POINTER_BYTES ? '' : (message.trimEnd().split('\n').at(-1) ?? '');

function understood(text        )          {
  const read = readPointer(text);
  if ('reason' in read) throw new Error(`Expected a pointer but found ${read.reason}`)
  return read.pointer
}

const headline = ({ to }         , stage        ) =>
  to === null ? `Take ${stage} away` : `Assign ${stage} to ${to.name}`;

export { tag };
