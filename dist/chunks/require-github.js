import { U as UserError } from './user-error.js';
import { c as connect } from './send-once.js';

/** The way to the repository of the run, for a target that is on GitHub. */
function requireGithub(
  target        ,
  { github }             ,
)                                                       {
  if (!github)
    throw new UserError(
      'promotion.no-github',
      `Expected a token and a repository for ${target} but found neither or one`,
      {
        hint: 'On a runner give the input `token`; elsewhere set GITHUB_TOKEN and GITHUB_REPOSITORY',
        kind: 'environment',
      },
    )
  return { ...connect(github), commit: github.commit }
}

/** The commit that a target names beside the model. */
function requireCommit(target        , commit                    )         {
  if (commit !== undefined && /^[0-9a-f]{40}$/.test(commit)) return commit
  throw new UserError('promotion.no-commit', `Expected the commit that ${target} is to name but found none`, {
    hint: 'On a runner GITHUB_SHA holds it',
    kind: 'environment',
  })
}

export { requireCommit as a, requireGithub as r };
