/** Rings after the milliseconds it was asked to wait, with the number it was given. */
addEventListener('message', ({ data: [which, ms] }: MessageEvent<[number, number]>) => {
  setTimeout(() => postMessage(which), ms)
})
