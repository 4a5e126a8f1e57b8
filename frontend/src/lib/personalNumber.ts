// As the server tells it (api/platform/privacy): a day that there is, with or without its century, perhaps a dash, and
// four digits of which the last is right. Told where it is written, it never has to be sent. No look behind: older
// phones do not know it, and would stop at the whole page.
const written = /(?:^|[^0-9A-Za-z])(\d{2})?(\d{2})(\d{2})(\d{2})(?:[ \u00a0]?[-+\u2010-\u2015\u2212][ \u00a0]?|[ \u00a0])?(\d{4})(?![0-9A-Za-z])/g

/** Whether a text holds what reads as a Swedish personal identity number or coordination number. */
export function hasPersonalNumber(text: string): boolean {
  return [...text.matchAll(written)].some(
    ([, century, year = '', month = '', day = '', last = '']) =>
      isDay(century, year, month, day) && isRight(year + month + day + last),
  )
}

function isDay(century: string | undefined, year: string, month: string, day: string): boolean {
  if (century && !['18', '19', '20'].includes(century)) return false
  // Without a century every day that any of them has will do: 2000 was a leap year.
  const full = `${century ?? '20'}${!century && year === '00' ? '04' : year}`
  const real = Number(day) > 60 ? Number(day) - 60 : Number(day)
  const date = new Date(Date.UTC(Number(full), Number(month) - 1, real))
  return real > 0 && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === real
}

function isRight(digits: string): boolean {
  const sum = [...digits].reduce((all, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return all + Math.floor(weighed / 10) + (weighed % 10)
  }, 0)
  return sum % 10 === 0
}
