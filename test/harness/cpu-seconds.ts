/** Seconds of the processor that this process has spent since `before`: what else the machine does is not among them. */
export function cpuSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
