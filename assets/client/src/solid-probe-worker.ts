/** Tells whether a canvas can be drawn on in three dimensions. */
function probe(): boolean {
  try {
    const context = new OffscreenCanvas(1, 1).getContext('webgl2')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}

postMessage(probe())
