/** Dialogs over the page whose code and sentences are fetched only when somebody wants them. */

/** Opens one at a time, however often it is pressed; `told` hears whether it could not be opened. */
export function opensOnce(
  open: () => Promise<void>,
  told: (failed: boolean) => void,
): () => Promise<void> {
  let isOpening = false
  return async () => {
    if (isOpening) return
    isOpening = true
    told(false)
    try {
      await open()
    } catch (fault) {
      console.error(fault)
      told(true)
    } finally {
      isOpening = false
    }
  }
}

/** Show the dialog; closed, it is gone and `opener` has the focus back. */
export function showOver(
  dialog: HTMLDialogElement,
  { opener, closed }: { readonly opener: HTMLElement; readonly closed: () => void },
): void {
  dialog.addEventListener('close', () => {
    closed()
    dialog.remove()
    opener.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}
