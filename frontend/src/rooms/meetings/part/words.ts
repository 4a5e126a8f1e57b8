import { catalogue } from '../../../lib/i18n'

/** The words of what other pages say of the meetings: apart, since those pages fetch no more. */
export const partWords = catalogue({
  clock: {
    sv: (from: string, to: string) => `${from}–${to}`,
    en: (from: string, to: string) => `${from}–${to}`,
  },
  at: {
    sv: (day: string, clock: string) => `${day} kl. ${clock}`,
    en: (day: string, clock: string) => `${day}, ${clock}`,
  },
  councilKept: {
    sv: (held: number, decided: number, year: number) =>
      `Samverkansrådet har träffats ${held} av ${decided} gånger ${year}.`,
    en: (held: number, decided: number, year: number) => `The council has met ${held} of ${decided} times in ${year}.`,
  },
  councilNext: { sv: (day: string) => `Nästa möte: ${day}.`, en: (day: string) => `Next meeting: ${day}.` },
})
