// Ten or twelve digits as a Swedish personal identity number has them, with or without its century and its sign. Days
// run to 91 for coordination numbers.
const identityNumber = /(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])[-+ ]?\d{4}(?!\d)/

/** Whether a text that everyone will read seems to name a person by number: no case data belongs here. */
export const namesPerson = (...texts: (string | undefined)[]): boolean =>
  texts.some((text) => text !== undefined && identityNumber.test(text))
