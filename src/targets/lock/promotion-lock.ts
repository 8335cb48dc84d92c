/** Lets one promotion of a target act at a time, for targets that compare nothing before they are written to. Every failure is a `UserError`. */
export interface PromotionLock {
  /** Who is kept out, to follow "whoever": `promotes through acme/credit on GitHub`. */
  readonly among: string
  hold<T>(act: () => Promise<T>): Promise<T>
}
