/** Why a buffer cannot be read; the message continues a sentence that begins with the file. */
export class FlatFault extends Error {
  override readonly name = 'FlatFault'
}
