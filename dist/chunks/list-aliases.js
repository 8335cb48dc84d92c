import { U as UserError } from './user-error.js';

/** Names of the targets that patterns such as `credit@champion`, `*@champion` and `all` name; the server is asked only where there is a `*`. */
async function listAliases(patterns                   , world             )                             {
  const globs = patterns.map(pattern => (pattern === 'all' ? '*@*' : pattern));
  for (const glob of globs)
    if (!/^[^/:?]+@[\w*-]+$/.test(glob))
      throw new UserError('mlflow.pattern', `Expected aliases as MODEL@ALIAS but found '${glob}'`, {
        hint: 'Write credit@champion, *@champion, or all',
      })
  const known = globs.some(glob => glob.includes('*')) ? await (await import('./open-alias.js')).everyAlias(world) : [];
  const names = globs.flatMap(glob => (glob.includes('*') ? known.filter(name => matches(glob, name)) : [glob]));
  return [...new Set(names)].toSorted().map(name => `mlflow:${name}`)
}

const matches = (glob        , name        ) =>
  new RegExp(`^${glob.split('*').map(escaped).join('.*')}$`, 's').test(name);

const escaped = (text        ) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

export { listAliases };
