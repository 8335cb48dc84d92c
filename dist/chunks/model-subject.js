import { U as UserError } from './user-error.js';
import { h as hashFiles } from './hash-files.js';

/** The model's files by digest, in `SHA256SUMS` order; none where no model is named. The output folder `out` may not be among them: what we write is no part of a model. */
async function modelSubject(settings          , files       , out        , log      )                     {
  const names = settings.model.files ? await files.list(settings.model.files) : [];
  const ours = names.find(name => name.startsWith(`${out}/`));
  if (ours !== undefined) {
    throw new UserError(
      'model.covers-output',
      `Expected 'model.files' to name the model only but it covers the output folder: ${ours}`,
      {
        hint: "Name the model's own folder or files, or set another output folder with 'out'",
      },
    )
  }
  const subjects            = [];
  for await (const { path, sha256, bytes } of hashFiles(names, files, log))
    subjects.push({ name: path, digest: { sha256 }, bytes });
  return subjects
}

export { modelSubject as m };
