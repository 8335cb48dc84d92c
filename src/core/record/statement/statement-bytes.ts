/** A statement as it is signed and stored. It is made once: nothing is serialised again to be verified. */
export const statementBytes = (statement: object): Uint8Array => new TextEncoder().encode(JSON.stringify(statement))
