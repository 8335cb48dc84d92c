/** The first argument of our stanzas in the header of an age file (C2SP age, "recipient stanza"); the second is the reference, base64url. */
export const STANZA_TYPE = 'proofmark-kms'

/** The arguments of the stanza for a key. */
export const stanzaArguments = (uri: string): [string, string] => [STANZA_TYPE, Buffer.from(uri).toString('base64url')]
