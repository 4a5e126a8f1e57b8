// What is being written, in memory for as long as the tab is open: a lost session, a failed save or a closed form must
// not cost anybody their words. Nothing is put in the browser's storage.
const drafts = new Map<string, unknown>()

export const draftOf = <T>(key: string): T | undefined => drafts.get(key) as T | undefined

export const keepDraft = (key: string, draft: unknown): void => {
  drafts.set(key, draft)
}

export const dropDraft = (key: string): void => {
  drafts.delete(key)
}
