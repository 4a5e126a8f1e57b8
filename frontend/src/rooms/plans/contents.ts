import type { Section } from '../../api/types'

export type Chapter = { section: Section; depth: number; children: Chapter[] }

/** The sections as the tree they are. The server gives them in reading order with their numbers; depth is the number's. */
export function chaptersOf(sections: Section[]): Chapter[] {
  const chapters = new Map<string, Chapter>(
    sections.map((section) => [section.id, { section, depth: section.number.split('.').length, children: [] }]),
  )
  const roots: Chapter[] = []
  for (const chapter of chapters.values()) {
    const parent = chapter.section.parentId ? chapters.get(chapter.section.parentId) : undefined
    if (parent) parent.children.push(chapter)
    else roots.push(chapter)
  }
  return roots
}

/** The section an old or new address points at; nothing when the anchor is no section's. */
export const sectionAt = (sections: Section[], hash: string): Section | undefined => {
  const anchor = decode(hash.replace(/^#/, ''))
  return sections.find((section) => section.anchor === anchor)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Sections that may stand above one: all but itself and what lies beneath it. */
export function possibleParents(sections: Section[], section: Section | undefined): Section[] {
  if (!section) return sections
  const beneath = new Set([section.id])
  for (const other of sections) if (other.parentId && beneath.has(other.parentId)) beneath.add(other.id)
  return sections.filter(({ id }) => !beneath.has(id))
}

/** The letters of a heading as an anchor: a–z, 0–9 and hyphen. */
export const anchorFrom = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
