/** With a comma after each three digits. The platform's own way loads all it knows of languages, which takes its time. */
export function showNumber(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

export function count(number: number, one: string, many: string): string {
  return `${showNumber(number)} ${number === 1 ? one : many}`;
}
