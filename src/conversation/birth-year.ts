// Reads a year of birth out of what somebody wrote: a year, a date that holds one, or an age said as an age.
const oldest = 120;
const ageWords = /^(?:(?:tengo|tenho|i m|i am|im|j ai)\s+(\d{1,2})(?:\s+(?:anos|years?(?:\s+old)?|ans))?|(\d{1,2})\s+(?:anos|years?(?:\s+old)?|yo|ans))$/u;

/**
 * The year of birth, or null when the text does not say it beyond doubt: “85” may be an age or a year, so it is asked again.
 * @param folded the text in lower case without accents and punctuation
 * @param at ms since the epoch
 */
export function birthYearIn(folded: string, at: number): number | null {
  const thisYear = new Date(at).getUTCFullYear();
  const age = ageWords.exec(folded);
  if (age !== null) return thisYear - Number(age[1] ?? age[2]);
  const years = [...new Set(folded.match(/(?<!\d)\d{4}(?!\d)/gu) ?? [])].map(Number).filter((year) => year <= thisYear && year >= thisYear - oldest);
  return years.length === 1 ? years[0]! : null;
}
