import { S as Sha256 } from './evidence.js';
import { o as object } from './schemas2.js';

const Hinted = object({ verificationMaterial: object({ publicKey: object({ hint: Sha256 }) }) });

/** SHA-256 of the public key that a bundle names as its signer's; undefined where it names none. */
function keyHint(bundle        )                     {
  try {
    return Hinted.safeParse(JSON.parse(bundle)).data?.verificationMaterial.publicKey.hint
  } catch {
    return undefined
  }
}

export { keyHint as k };
