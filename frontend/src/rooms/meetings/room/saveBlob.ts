/** Gives the reader a file that only they who are signed in may fetch, under its own name. */
export function saveBlob(held: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(held)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
