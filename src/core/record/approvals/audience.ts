/** The one audience of a token that approves a model: no service accepts it, so that the token serves for nothing else. */
export const approvalAudience = (modelId: string): string => `proofmark:approve:sha256:${modelId}`
