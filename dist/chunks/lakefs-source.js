import { l as lakefsAddress, L as LAKEFS_FORM, a as lakefsText } from './lakefs-address.js';
import { U as UserError } from './user-error.js';
import { l as lakefsClient, c as connectionFrom } from './connection.js';

/**
 * Files of lakeFS at a commit. A ref is resolved once a run: what a branch named first, it names until the end, and only what is committed
 * is read. A path that ends in a slash, or is none, names everything below it.
 */
function lakefsSource(environment             , second         )         {
  const client = lakefsClient(connectionFrom(environment), second);
  const commits = new Map                         ();

  return {
    async find(path) {
      const address = lakefsAddress(path);
      if (!address)
        throw new UserError('lakefs.form', `Expected ${LAKEFS_FORM} but found '${path}'`, {
          file: path,
          hint: 'Name the repository, then a branch, tag or commit, then the path',
        })
      const { repository, ref, path: wanted } = address;
      const { id } = await commitOf(repository, ref);
      if (wanted !== '' && !wanted.endsWith('/')) {
        const object = await client.stat(repository, id, wanted);
        if (!object) throw missing(path, address, id)
        return [fileOf(object, path, address, id)]
      }
      const objects = (await client.list(repository, id, wanted)).filter(object => !object.path.endsWith('/'));
      if (objects.length === 0) throw missing(path, address, id)
      return objects.map(object => fileOf(object, lakefsText({ ...address, path: object.path }), address, id))
    },
  }

  function commitOf(repository        , ref        )                  {
    const key = `${repository}/${ref}`;
    const known = commits.get(key) ?? client.commit(repository, ref);
    commits.set(key, known);
    return known
  }

  function fileOf(
    { path, checksum, size_bytes: bytes }              ,
    name        ,
    { repository }               ,
    commit        ,
  )             {
    const pinned = lakefsText({ repository, ref: commit, path });
    return {
      name,
      origin: { kind: 'lakefs', pinned },
      bytes,
      // Two servers may have a repository of the same name.
      identity: `${client.server} ${pinned} ${checksum}`,
      read: from => client.read(repository, commit, path, from),
    }
  }

  function missing(file        , { repository, ref }               , commit        ) {
    return new UserError(
      'lakefs.no-file',
      `Expected files at ${file} but found none in commit ${commit.slice(0, 12)}`,
      {
        file,
        hint: `Commit what was uploaded: only what is committed to ${ref} of ${repository} is read. A folder ends in a slash`,
      },
    )
  }
}

export { lakefsSource };
