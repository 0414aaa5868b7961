/** Fluent files as the build hands them to the client: already read. */
declare module '*.ftl?sentences' {
  const sentences: import('./sentence').Sentences
  export default sentences
}
