import { U as UserError } from './user-error.js';
import { f as firstWords } from './cache-folder.js';
import { g as gitOrigin } from './origin.js';

const SECONDS = 120;

/** The tags of the remote `origin` of the git repository one is in, by the program git. */
function gitTags({ root, environment }             )              {
  const { run, said, create, remove } = gitOrigin(root, environment, SECONDS);

  return {
    async list(prefix) {
      const end = await run(['ls-remote', '--tags', '--refs', 'origin']);
      if (end.code !== 0)
        throw new UserError(
          'promotion.remote',
          `Expected to read the tags of the remote origin but git said: ${firstWords(end.said)}`,
          {
            hint: 'Promote from a clone of the repository that keeps the tags, or give a GitHub token',
            kind: 'environment',
          },
        )
      const names = [...end.output.toString().matchAll(/^[0-9a-f]+\trefs\/tags\/(.+)$/gm)].map(([, name = '']) => name);
      return names.filter(name => name.startsWith(prefix))
    },

    async message(name) {
      // Under a name that nothing else has: a tag of the same name here may be another.
      const local = `refs/proofmark/tags/${name}`;
      await said(`fetch the tag ${name}`, [
        'fetch',
        '--quiet',
        '--no-tags',
        '--force',
        'origin',
        `refs/tags/${name}:${local}`,
      ]);
      if ((await said(`read the tag ${name}`, ['cat-file', '-t', local])).trim() !== 'tag') return undefined
      const object = await said(`read the tag ${name}`, ['cat-file', 'tag', local]);
      return object.slice(object.indexOf('\n\n') + 2)
    },

    async create(name, message) {
      const commit = (await said('find the commit to tag', ['rev-parse', '--verify', 'HEAD^{commit}'])).trim();
      const tagger = (await said('find who tags', ['var', 'GIT_COMMITTER_IDENT'])).trim();
      const text = `object ${commit}\ntype commit\ntag ${name}\ntagger ${tagger}\n\n${message}\n`;
      const sha = (await said('make the tag', ['mktag'], text)).trim();
      return (await create(`push the tag ${name}`, `refs/tags/${name}`, sha)) ? 'done' : 'conflict'
    },

    remove: name => remove(`take back the tag ${name}`, `refs/tags/${name}`),
  }
}

export { gitTags };
