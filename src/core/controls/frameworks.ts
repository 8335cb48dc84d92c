/** The catalogues that are built in, by the first part of their controls' ids. */
export const FRAMEWORKS: Readonly<Record<string, string>> = {
  iso27001: 'ISO/IEC 27001:2022, Annex A',
  iso42001: 'ISO/IEC 42001:2023, Annex A',
  gdpr: 'GDPR, Regulation (EU) 2016/679',
  'ai-act': 'EU AI Act, Regulation (EU) 2024/1689',
}

/** The name of a framework; that of a user's own is its id. */
export const frameworkTitle = (framework: string): string => FRAMEWORKS[framework] ?? framework
