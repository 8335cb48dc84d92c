import { c as certifiedCommits, a as certifiedTag } from './certified-commits.js';
import { U as UserError } from './user-error.js';
import { l as lakefsClient, c as connectionFrom } from './connection.js';
import { e as expectedHook, h as hookFileFault } from './hook-file.js';

/**
 * Marks the commits whose data was certified: by a tag, which lakeFS sets once and never moves, and on request by the metadata of a commit
 * without changes, because a commit that is there can't be given any. Nothing is marked where hooks are missing or changed.
 */
function lakefsRecipient(
  { tag, commit: adds, hooks }                  ,
  { root, environment }                                            ,
  second         ,
)            {
  const client = lakefsClient(connectionFrom(environment), second);
  return {
    name: `lakeFS ${client.server}`,

    async tell(told) {
      if (told.kind !== 'certification') return undefined
      const { certificate, verdict } = told;
      const commits = certifiedCommits(told.evidence);
      if (verdict !== 'passed' || certificate === undefined || commits.length === 0) return undefined
      await requireHooks(commits);
      const written           = [];
      for (const judged of commits) {
        const alone = commits.filter(({ repository }) => repository === judged.repository).length === 1;
        if (tag) written.push(await setTag(client, judged, certifiedTag(certificate, judged.commit, alone)));
        if (adds) written.push(...(await addCommits(client, judged, metadataOf(told, certificate, judged))));
      }
      return written.length === 0 ? undefined : written.join('; ')
    },
  }

  async function requireHooks(commits                         )                {
    for (const hook of hooks) {
      const expected = await expectedHook(hook, root);
      const certified = commits.filter(({ repository }) => repository === hook.repository);
      for (const ref of [hook.branch, ...certified.map(({ commit }) => commit)]) {
        const fault = await hookFileFault(client, hook, ref, expected);
        if (fault !== undefined)
          throw new UserError('lakefs.hooks', fault, {
            kind: 'environment',
            hint: 'Find out who changed it, put the file back, then run again; what was certified is not marked until then',
          })
      }
    }
  }
}

async function setTag(client              , { repository, commit }              , id        )                  {
  const place = `${id} on ${repository}/${commit.slice(0, 12)}`;
  if (await client.createTag(repository, id, commit)) return `tagged ${place}`
  const there = await client.tag(repository, id);
  if (there === commit) return `tagged before: ${place}`
  throw new UserError(
    'lakefs.tag-taken',
    `Expected the tag ${id} of ${repository} to be free or on ${commit} but found it on ${there ?? 'nothing'}`,
    {
      kind: 'environment',
      hint: 'Find out who set it: nobody but Proofmark should set tags that begin with certified-',
    },
  )
}

/** A commit on each branch that was read and is still where it was. */
async function addCommits(
  client              ,
  { repository, commit, refs }              ,
  metadata                                  ,
)                    {
  const written           = [];
  for (const ref of refs) {
    const head = await client.branch(repository, ref);
    if (head === undefined) continue
    if (head !== commit && !(await isOurs(client, repository, head, metadata))) {
      written.push(`no commit on ${ref} of ${repository}, which has moved on`);
      continue
    }
    if (head !== commit) continue
    const added = await client.emptyCommit(repository, ref, `Certified: ${metadata['proofmark.model']}`, metadata);
    written.push(`metadata in commit ${added.id.slice(0, 12)} on ${ref} of ${repository}`);
  }
  return written
}

/** Whether the head says already what is to be said. */
async function isOurs(
  client              ,
  repository        ,
  head        ,
  metadata                                  ,
) {
  const { metadata: found } = await client.commit(repository, head);
  return found?.['proofmark.certificate'] === metadata['proofmark.certificate']
}

function metadataOf({ model, policy, notAfter }                   , certificate        , { commit }              ) {
  const { name, version, id } = model;
  const called = [name, version].filter(part => part !== undefined).join(' ');
  return {
    'proofmark.certificate': `sha256:${certificate}`,
    'proofmark.commit': commit,
    'proofmark.model': called === '' ? `sha256:${id ?? ''}` : called,
    ...(id === undefined ? {} : { 'proofmark.model-id': `sha256:${id}` }),
    ...(policy === undefined ? {} : { 'proofmark.policy': `sha256:${policy}` }),
    ...(notAfter === undefined ? {} : { 'proofmark.not-after': notAfter }),
  }
}

export { lakefsRecipient };
