/** Beginnings of the addresses of files that are kept elsewhere; `file:` is none, a path says it. */
const ADDRESS_SCHEMES = ['s3:', 'https:', 'http:', 'lakefs:', 'models:', 'runs:', 'mlflow-artifacts:'];         

/** Of a store that is not read, too: `gs://bucket/train.csv` is no path either, and who names it is told so. */
const ANY_SCHEME = /^[a-z][a-z0-9+.-]+:\/\//;

/** Whether what stands in place of a path is the address of a file kept elsewhere: `s3://bucket/train.csv`. */
const isAddress = (path        )          =>
  ADDRESS_SCHEMES.some(scheme => path.startsWith(scheme)) || ANY_SCHEME.test(path);

/** An address without what pins it, so that it ends as the file's name does: a version, a checksum, a query. A path is what it is. */
function withoutPin(path        )         {
  if (!isAddress(path)) return path
  const name = path.replace(/#sha256=[0-9a-f]*$/, '');
  return /^https?:/.test(name) ? name.replace(/[?#].*$/s, '') : name.replace(/\?versionId=[^?#&]*$/, '')
}

export { isAddress as i, withoutPin as w };
