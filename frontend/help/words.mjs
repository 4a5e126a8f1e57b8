/** What stands around the content. Nothing here may tell over a shoulder what the page is about. */
export const words = {
  sv: {
    self: 'Svenska',
    skip: 'Till innehållet',
    leave: 'Byt sida',
    once: 'Tryck på Skift två gånger till, så byts sidan.',
    twice: 'Tryck på Skift en gång till, så byts sidan.',
    left: 'Sidan byts.',
    pages: 'Mer här',
    home: 'Startsidan',
    notOnBill: 'Samtalet syns inte på telefonräkningen.',
    source: (source, when) =>
      when ? `Uppgiften är från ${source}, ${when}.` : `Uppgiften är från ${source}. Vi vet inte när den skrevs.`,
  },
  en: {
    self: 'In English',
    skip: 'To the content',
    leave: 'Change page',
    once: 'Press Shift twice more, and the page changes.',
    twice: 'Press Shift once more, and the page changes.',
    left: 'The page is changing.',
    pages: 'More here',
    home: 'The first page',
    notOnBill: 'The call is not seen on the phone bill.',
    source: (source, when) =>
      when ? `From ${source}, ${when}.` : `From ${source}. We do not know when it was written.`,
  },
}
