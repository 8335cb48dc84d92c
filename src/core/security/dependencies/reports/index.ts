export { cyclonedx } from './cyclonedx.ts'
export { osvScanner } from './osv-scanner.ts'
export { pipAudit } from './pip-audit.ts'
