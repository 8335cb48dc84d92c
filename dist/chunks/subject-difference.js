import { c as compareUtf8 } from './sha256-sums.js';

/** The first way in which the files that were judged differ from the model's files; undefined where they are the same names and bytes. */
function subjectDifference(judged                       , model                       )                     {
  const before = digests(judged);
  const now = digests(model);
  for (const name of [...new Set([...before.keys(), ...now.keys()])].toSorted(compareUtf8)) {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === undefined) return `${name} is new`
    if (is === undefined) return `${name} is gone`
    if (was !== is) return `${name} had sha256 ${short(was)} and has ${short(is)}`
  }
  return before.size === judged.length ? undefined : 'a file is listed twice'
}

const digests = (files                       ) => new Map(files.map(file => [file.name, file.digest.sha256]));
const short = (sha256        ) => `${sha256.slice(0, 12)}…`;

export { subjectDifference as s };
