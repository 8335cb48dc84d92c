/** Files as evidence lists them, each with where it came from, if it is kept elsewhere. */
async function withOrigins                                        (
  files                 ,
  { sources }                        ,
)                                          {
  return Promise.all(
    files.map(async file => {
      const origin = await sources?.origin(file.name);
      return origin === undefined ? file : { ...file, origin }
    }),
  )
}

export { withOrigins as w };
