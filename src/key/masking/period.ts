/**
 * The smallest shift by which a text overlaps itself; its length if it does not. The table is that of Knuth,
 * Morris and Pratt: for each beginning of the text, how much of it is both its beginning and its end.
 */
export function periodOf(text: string): number {
  const borders: number[] = [0];
  let border = 0;
  for (let index = 1; index < text.length; index++) {
    while (border > 0 && text[index] !== text[border]) border = borders[border - 1] ?? 0;
    if (text[index] === text[border]) border++;
    borders.push(border);
  }
  return text.length - border;
}
