/** Teams of the forge's organisations. Every failure is a `UserError`; a missing permission is named. */
export interface Teams {
  /** Whether an account is an active member of a team, `org/team`, or of one of its child teams. */
  isMember(team: string, login: string): Promise<boolean>
}
