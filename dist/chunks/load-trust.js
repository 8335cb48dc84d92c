/** Largest trusted root that is read, in bytes: the public instance's has about 7 000. */
const MAX_TRUSTED_ROOT_BYTES = 1024 * 1024;

/** Trust with the document that it names read. */

/** Trust in one public key (PEM), at any time: what a plain `--key proofmark.pub` says. */
const trustInKey = (key        , name        )        => ({ keys: [{ name, key }] });

const MAX_KEY_BYTES = 64 * 1024;

/** Trust with the trusted root read that it names. */
async function loadTrust({ 'trusted-root': path, ...trust }       , files       )                       {
  if (path === undefined) return trust
  return { ...trust, trustedRoot: await files.readText(path, { maxBytes: MAX_TRUSTED_ROOT_BYTES }) }
}

/** Trust in the one public key of a file, at any time. */
const loadKeyTrust = async (path        , files       )                       =>
  loadTrust(trustInKey(await files.readText(path, { maxBytes: MAX_KEY_BYTES }), path), files);

export { loadTrust as a, loadKeyTrust as l };
