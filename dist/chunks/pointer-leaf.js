import { m as matchNames } from './match-names.js';
import { s as sha256Sums } from './sha256-sums.js';
import { C as CERTIFICATE_EXTENSION } from './read-statement.js';
import { S as SUMS_FILE, C as CERTIFICATE_FILE } from './record-files.js';
import { l as leavesFolder } from './leaves-folder.js';
import { U as UserError } from './user-error.js';
import { c as certifiedFiles } from './verify.js';

/** The certificate that a verification was about; undefined for a refusal and for nothing. */
function certificateIn({ statement }              )                          {
  return statement && 'verificationResult' in statement.predicate ? (statement               ) : undefined
}

/** The model as its owner calls it, with its version; the model id where it has no name. */
function modelName(certificate             )         {
  const { name, version, id } = certificate.predicate[CERTIFICATE_EXTENSION].model;
  const called = [name, version].filter(part => part !== undefined).join(' ');
  return called === '' ? id : called
}

/** A verified model, ready to be brought to a target: its files under their certified names, and the record to lie beside it. */
async function certifiedModel(
  certificate             ,
  given                                                                                     ,
  ports       ,
)                       {
  const { text, model } = given;
  const certified = (await certifiedFiles(certificate, given.path, ports)) ?? [];
  const names = certified.map(({ name }) => name);
  const { pairs } = matchNames(names, await ports.files.list(model));
  const files              = [];
  for (const { name, digest } of certified) {
    if (leavesFolder(name))
      throw new UserError('promotion.file-name', `Expected the model's files below one folder but found ${name}`, {
        hint: 'Certify the model from a folder that holds all of it: a target keeps its files below one of its own',
      })
    const here = pairs.get(name);
    if (here === undefined)
      throw new UserError('promotion.file-gone', `Expected ${name} of the verified model but it is gone`, {
        hint: 'Promote from a folder that nothing else writes to',
      })
    // What was named by an address was fetched and verified: it is brought to the target from where it lies.
    const path = (await ports.sources?.fetch(here)) ?? here;
    files.push({ name, path, sha256: digest.sha256, bytes: (await ports.files.digest(here)).bytes });
  }
  const encode = (content        ) => new TextEncoder().encode(content);
  return {
    id: certificate.subject[0].digest.sha256,
    name: modelName(certificate),
    files,
    certificate: ports.sha256(text),
    record: [
      { name: SUMS_FILE, content: encode(sha256Sums(certified)) },
      { name: CERTIFICATE_FILE, content: encode(text) },
    ],
  }
}

/** The log's entry for a pointer, by the digest of its bytes: `id` is what production points at from then on, absent for nothing. */
const pointerLeaf = ({ kind, at, to, target, run }         , sha256        )       => ({
  v: 1,
  type: kind,
  at,
  ...(to === null ? {} : { model: to.name, id: `sha256:${to.id}` }),
  document: `sha256:${sha256}`,
  target,
  ...(run === undefined ? {} : { run }),
});

/** The log's entry for a revocation. */
const revocationLeaf = ({ at, model, run }            , sha256        )       => ({
  v: 1,
  type: 'revocation',
  at,
  ...(model === undefined ? {} : { model: model.name, id: `sha256:${model.id}` }),
  document: `sha256:${sha256}`,
  ...(run === undefined ? {} : { run }),
});

export { certifiedModel as a, certificateIn as c, modelName as m, pointerLeaf as p, revocationLeaf as r };
