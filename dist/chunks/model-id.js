import { s as sha256Sums } from './sha256-sums.js';

/**
 * What a model is called by: the SHA-256 of its `SHA256SUMS`, lower-case hexadecimal. Equal to in-toto's `dirHash1` (Hash1 of
 * golang.org/x/mod/sumdb/dirhash), so it depends on names as well as bytes.
 */
function modelId(files                       , sha256                          )         {
  return sha256(sha256Sums(files))
}

export { modelId as m };
