import { U as UserError } from './user-error.js';
import { o as otherFailure, f as firstWords, r as runGit } from './run-git.js';
import { C as pushResult } from './exit-code.js';

const SECONDS = 120;

/** The tags of the remote `origin` of the git repository one is in, by the program git. */
function gitTags({ root, environment }             )              {
  const env = Object.fromEntries([
    ...Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]         ])),
    ['LC_ALL', 'C'],
    ['GIT_TERMINAL_PROMPT', '0'],
  ]);
  const git = (words                   , input = '') => runGit(words, env, { folder: root, seconds: SECONDS, input });
  const said = async (doing        , words                   , input = '') => {
    const end = await git(words, input);
    if (end.code !== 0) throw otherFailure(doing, end)
    return end.output.toString()
  };

  return {
    async list(prefix) {
      const end = await git(['ls-remote', '--tags', '--refs', 'origin']);
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
      const doing = `push the tag ${name}`;
      const ref = `refs/tags/${name}`;
      // Only where the remote has no such tag yet.
      const end = await git([
        'push',
        '--porcelain',
        '--no-verify',
        `--force-with-lease=${ref}:`,
        'origin',
        `${sha}:${ref}`,
      ]);
      const result = pushResult(doing, end);
      if (result !== 'lost') return result === 'moved' ? 'done' : 'conflict'
      const found = await said(doing, ['ls-remote', '--refs', 'origin', ref]);
      if (found === '') throw otherFailure(doing, end)
      return found.startsWith(sha) ? 'done' : 'conflict'
    },

    async remove(name) {
      await said(`take back the tag ${name}`, ['push', '--no-verify', 'origin', `:refs/tags/${name}`]);
    },
  }
}

export { gitTags };
