/** Tests start programs that ask which CI they are in: what the tests themselves run in is none of their business. */
for (const name of Object.keys(process.env))
  if (/^(?:GITHUB_|GITLAB_|JENKINS_|BUILD_|CHANGE_|CI_)/.test(name)) delete process.env[name]
