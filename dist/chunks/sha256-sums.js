import { U as UserError } from './user-error.js';
import { S as SUMS_FILE } from './record-files.js';

/** Orders well-formed texts by their UTF-8 bytes, which is by code point. JavaScript's own order is by UTF-16 unit and puts U+1F600 before U+FF5E. */
function compareUtf8(a        , b        )         {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** A UTF-16 unit's place in the order of code points: surrogates, which stand for U+10000 and above, come last. */
const rank = (unit        )         => (unit < 0xd800 ? unit : unit > 0xdfff ? unit - 0x800 : unit + 0x2000);

/** `sha256sum` escapes a line whose name holds one of these, and its readers differ on how. */
const UNSAFE = /[\n\r\\\0]/;

/** The text of `SHA256SUMS`: a line "hex␠␠path" per file, sorted by the path's UTF-8 bytes. Refuses names that two readers could read differently. */
function sha256Sums(files                       )         {
  for (const { name } of files) {
    if (UNSAFE.test(name) || !name.isWellFormed())
      throw new UserError(
        'record.file-name',
        `Expected the model's file names without line breaks and backslashes but found ${JSON.stringify(name)}`,
        { hint: 'Rename the file' },
      )
    if (name === SUMS_FILE)
      throw new UserError('record.file-name', `Expected no model file to be named ${SUMS_FILE} but found one`, {
        hint: `Leave it out of the model's files: the certificate has a ${SUMS_FILE} of its own`,
      })
  }
  const sorted = files.toSorted((a, b) => compareUtf8(a.name, b.name));
  const twice = sorted.find((file, i) => sorted[i + 1]?.name === file.name);
  if (twice) throw new UserError('record.file-name', `Expected each model file once but found '${twice.name}' twice`)
  return sorted.map(file => `${file.digest.sha256}  ${file.name}\n`).join('')
}

/** The files a `SHA256SUMS` lists, or undefined where it is not one we would have written. */
function readSha256Sums(text        )                           {
  if (!text.endsWith('\n')) return undefined
  const files               = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined) return undefined
    files.push({ name, digest: { sha256 } });
  }
  return files
}

export { compareUtf8 as c, readSha256Sums as r, sha256Sums as s };
