/** HTML that the server made from Markdown and sanitised. The only place where HTML from outside is let in. */
export function Markdown({ html, lang }: { html: string; lang?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the API (goldmark, bluemonday)
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
