/** A connection on which nothing has come for too long. */
export class SilentServer extends Error {
  constructor(milliseconds: number) {
    super(`nothing for ${Math.round(milliseconds / 1000)} seconds`)
    this.name = 'SilentServer'
  }
}
