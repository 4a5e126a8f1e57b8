/**
 * The accessibility statement as data: what the law asks for, in one place, so that it is corrected by changing a line.
 * `assessedOn` and `updatedOn` are the days it was done, never today's date by itself.
 */
export const statement = {
  conformity: 'partial',
  assessedOn: '2026-11-22',
  updatedOn: '2026-11-22',
  /** Where complaints about digital public service are made in Sweden. */
  supervisor: 'https://www.digg.se/tdosanmalan',
  phone: '090-16 10 00',
  lacks: [
    {
      sv: 'Planens texter finns bara på det språk de är skrivna på, oftast svenska. Språket är uppmärkt.',
      en: 'The texts of the plan exist only in the language they were written in, mostly Swedish. The language is marked up.',
      reason: { sv: 'Översättning pågår inte ännu.', en: 'Translation has not begun.' },
    },
    {
      sv: 'Det finns inget eget formulär för synpunkter på tillgängligheten. Ring eller skriv till kommunen.',
      en: 'There is no form of our own for feedback on accessibility. Call or write to the municipality.',
      reason: { sv: 'Formuläret är inte byggt.', en: 'The form has not been built.' },
    },
    {
      sv: 'Webbplatsen har inte prövats av personer med funktionsnedsättning.',
      en: 'The site has not been tried by people with disabilities.',
      reason: { sv: 'Prövningen är inte gjord.', en: 'The trial has not been made.' },
    },
  ],
} as const
