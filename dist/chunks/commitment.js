/** Bytes of a salt: as many as no one guesses. */
const SALT_BYTES = 32;

/** The file, beside a confidential evidence file in the archive, that holds its salt. */
const saltFile = (evidenceFile        )         => `${evidenceFile}.salt`;

/** SHA-256 over the salt and then the file: says which file it was to whoever is given both, and nothing to anybody else. */
function commitment(salt            , file            , sha256                                 )         {
  const salted = new Uint8Array(salt.length + file.length);
  salted.set(salt);
  salted.set(file, salt.length);
  return sha256(salted)
}

export { SALT_BYTES as S, commitment as c, saltFile as s };
