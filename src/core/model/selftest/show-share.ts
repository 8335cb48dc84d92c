import { formatNumber } from '../format.ts'

/** `5 %`. */
export const showShare = (share: number): string => `${formatNumber(100 * share)} %`
