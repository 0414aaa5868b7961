/** Starts the client. */
export {}
