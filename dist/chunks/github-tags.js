import { s as sendOnce, f as failureOf, i as isAbsent } from './send-once.js';
import { r as requireGithub, a as requireCommit } from './require-github.js';

const READ = { doing: 'read the tags of the repository', permission: 'contents: read' };         
const WRITE = {
  doing: 'tag the promotion',
  permission: 'contents: write',
  caveat: 'A ruleset may also keep such tags for others',
};         

/** The tags of a repository on GitHub. */
function githubTags(target        , world             )              {
  const github = requireGithub(target, world);
  const { owner, repo, second } = github;
  return {
    list: prefix =>
      github.attempt(READ, async octokit => {
        const { data } = await octokit.rest.git.listMatchingRefs({ owner, repo, ref: `tags/${prefix}` });
        return data.map(({ ref }) => ref.slice('refs/tags/'.length))
      }),

    message: name =>
      github.attempt(READ, async octokit => {
        const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `tags/${name}` });
        if (data.object.type !== 'tag') return undefined
        return (await octokit.rest.git.getTag({ owner, repo, tag_sha: data.object.sha })).data.message
      }),

    create: (name, message) =>
      github.attempt(WRITE, async octokit => {
        const object = requireCommit(target, github.commit);
        const { data } = await octokit.rest.git.createTag({ owner, repo, tag: name, message, object, type: 'commit' });
        const ref = `tags/${name}`;
        const standing = async () => {
          try {
            return (await octokit.rest.git.getRef({ owner, repo, ref })).data.object.sha
          } catch (error) {
            if (isAbsent(error)) return undefined
            throw error
          }
        };
        try {
          const sha = await sendOnce(
            second,
            async () =>
              (await octokit.rest.git.createRef({ owner, repo, ref: `refs/${ref}`, sha: data.sha })).data.object.sha,
            standing,
          );
          return sha === data.sha ? 'done' : 'conflict'
        } catch (error) {
          const failure = failureOf(error);
          if (failure?.kind === 'refused' && failure.status === 422) {
            const found = await standing();
            if (found !== undefined) return found === data.sha ? 'done' : 'conflict'
          }
          throw error
        }
      }),

    async remove(name) {
      await github.attempt(WRITE, octokit => octokit.rest.git.deleteRef({ owner, repo, ref: `tags/${name}` }));
    },
  }
}

export { githubTags };
