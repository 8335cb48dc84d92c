import { o as object, e as array, b as boolean, a as string } from './schemas2.js';
import { n as number } from './coerce.js';

const Listing = object({
  files: array(
      object({
        path: string().min(1),
        is_dir: boolean().default(false),
        file_size: number().int().nonnegative().optional(),
      }),
    )
    .default([]),
});

/** Artifacts that the server hands on from wherever it keeps them. */
function proxiedArtifacts(
  client        ,
  address        ,
  root        ,
  { of, experiment }               ,
)                 {
  const base = root.replace(/^\/+|\/+$/g, '');
  const whole = (path        ) => [base, path].filter(part => part !== '').join('/');
  const endpoint = (path        ) =>
    `mlflow-artifacts/artifacts/${whole(path).split('/').map(encodeURIComponent).join('/')}`;
  const needs = (permission        ) =>
    `${permission} on ${experiment === undefined ? 'its experiment' : `the experiment ${experiment}`}`;

  return {
    address,

    async list(path) {
      const { files } = await client.ask({
        method: 'GET',
        path: 'mlflow-artifacts/artifacts',
        query: { path: whole(path) },
        answer: Listing,
        doing: `list the files of ${of}`,
        needs: needs('READ'),
      });
      return files.map(file => {
        const name = file.path.slice(file.path.lastIndexOf('/') + 1);
        return { path: path === '' ? name : `${path}/${name}`, folder: file.is_dir, bytes: sizeOf(file) }
      })
    },

    read: (path, from) =>
      client.download(endpoint(path), from, { doing: `read ${path} of ${of}`, needs: needs('READ') }),

    write: (path, content) =>
      client.upload(endpoint(path), content, { doing: `write ${path} of ${of}`, needs: needs('EDIT') }),

    here: () => undefined,
  }
}

const sizeOf = ({ is_dir, file_size }                                                     ) =>
  is_dir ? undefined : file_size;

export { proxiedArtifacts };
